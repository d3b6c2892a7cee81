import { asxCategory } from '@oreline/shared/domain/filings/asx-category.ts'
import { cleanTitle } from '@oreline/shared/domain/filings/clean-title.ts'
import { filingCategorySchema } from '@oreline/shared/domain/filings/filing.ts'
import { baseForm, secForm } from '@oreline/shared/domain/filings/sec-forms.ts'
import { itemLabels, itemTokens } from '@oreline/shared/domain/filings/sec-items.ts'
import { correctedTitle, matchingTitle, sseSubject } from '@oreline/shared/domain/filings/sse-category.ts'
import { describe, expect, test } from 'vitest'

describe('EDGAR’s forms', () => {
  test('every form of providers.md 3.1 is known', () => {
    const named =
      '10-K 10-KT 10-Q 8-K 20-F 40-F 6-K S-1 S-3 S-3ASR S-4 S-8 424B3 424B5 FWP DEFA14A DFAN14A 3 4 5 144 13F-HR EFFECT UPLOAD CORRESP SD ARS 25 25-NSE 15-12G CERT D'
    const spaced = [
      'NT 10-K',
      'NT 10-Q',
      'DEF 14A',
      'PRE 14A',
      'SC 13D',
      'SC 13G',
      'SCHEDULE 13D',
      'SCHEDULE 13G',
    ]
    const forms = [...named.split(' '), ...spaced]
    expect(forms.filter((form) => secForm(form) === null || secForm(`${form}/A`) === null)).toEqual([])
  })

  test('F07, F21: unknown is null; the family of 13G under both names', () => {
    expect(secForm('XYZ-1')).toBeNull()
    expect(secForm('constructor')).toBeNull()
    expect([secForm('SC 13G/A')?.family, secForm('SCHEDULE 13G')?.family]).toEqual(['13G', '13G'])
    expect(baseForm('10-K/A')).toBe('10-K')
  })

  test('F16: items are numbers, the exhibits are no subject', () => {
    expect(itemTokens('2.02,9.01')).toEqual(['2.02', '9.01'])
    expect(itemTokens(',,')).toEqual([])
    expect(itemTokens('5, 7,06b,2024-05-06 16:00:00')).toEqual(['5', '7'])
    expect(itemLabels(['2.02', '9.01', '99.99'])).toEqual(['Results of operations'])
  })
})

describe('ASX headlines', () => {
  test.for([
    ['Trading Halt', 'trading-halt'],
    ['Pause in Trading', 'trading-halt'],
    ['Reinstatement to Official Quotation', 'trading-halt'],
    ['Suspension of Dividend Reinvestment Plan', 'dividend'],
    ['Quarterly Activities Report', 'quarterly-report'],
    ['Appendix 4D and Half Year Financial Report', 'results'],
    ['FY26 Full Year Results', 'annual-report'],
    ['Results of Meeting', 'governance'],
    ['Change in substantial holding', 'ownership'],
    ['Proposed issue of securities - LYC', 'capital-raising'],
    ['Response to ASX Price Query', 'correspondence'],
    ['Mt Weld expansion update', 'other'],
  ] as const)('%s: %s', ([headline, category]) => {
    expect(asxCategory(headline, [])).toBe(category)
  })

  test('a headline that says nothing leaves the word to its type', () => {
    expect(asxCategory('Letter', ['DIVIDEND/DISTRIBUTION ANNOUNCEMENT'])).toBe('dividend')
  })
})

describe('Chinese titles', () => {
  test.for([
    ['北方稀土2025年年度报告', 'Annual report'],
    ['北方稀土2026年半年度报告摘要', 'Half-year report'],
    ['北方稀土2026年第三季度报告', 'Quarterly report'],
    ['北方稀土2026年半年度业绩预增公告', 'Earnings forecast'],
    [
      '北方稀土关于2026年第四季度稀土精矿关联交易价格的公告',
      'Rare-earth concentrate price, related-party supply',
    ],
    ['北方稀土2025年年度权益分派实施公告', 'Dividend or profit distribution'],
    ['北方稀土第八届董事会第四十次会议决议公告', 'Board resolutions'],
    ['北方稀土关于股票交易异常波动的公告', 'Unusual share price movement'],
    ['北方稀土２０２５年 年度报告', 'Annual report'],
  ] as const)('%s: %s', ([title, english]) => {
    expect(sseSubject(title)?.english).toBe(english)
  })

  test('a title without a set phrase has no English; nothing is translated', () => {
    expect(sseSubject('北方稀土关于子公司完成工商变更登记的公告')).toBeNull()
  })

  test('every category is one of the page’s', () => {
    const titles = ['停牌', '年度报告', '股东大会', '回购', '质押', '问询函', '担保', '业绩快报']
    expect(
      titles
        .map((title) => sseSubject(title)?.category)
        .filter((one) => !filingCategorySchema.safeParse(one).success),
    ).toEqual([])
  })

  test('F48: the stem of a correction or a supplement; other titles have none', () => {
    expect(correctedTitle('北方稀土关于2025年年度报告的更正公告')).toBe('北方稀土关于2025年年度报告')
    expect(correctedTitle('北方稀土2025年年度报告（更正后）')).toBe('北方稀土2025年年度报告')
    expect(correctedTitle('北方稀土关于召开股东大会的补充公告')).toBe('北方稀土关于召开股东大会')
    expect(correctedTitle('北方稀土2025年年度报告')).toBeNull()
  })

  test('F44, F49: forms are unified for matching only', () => {
    expect(matchingTitle('２０２６年\u3000报告（摘要）')).toBe('2026年报告(摘要)')
  })
})

test('M07: a title loses line breaks and marks that turn text round, nothing else', () => {
  expect(cleanTitle(' 8-K\r\nBcc: x\u202E \u0000')).toBe('8-K Bcc: x')
  expect(cleanTitle('北方稀土\u3000公告')).toBe('北方稀土\u3000公告')
})
