import { haltOn, haltsIn, haltWord, type HaltNotice } from '@oreline/shared/domain/filings/halts.ts'
import { describe, expect, it } from 'vitest'
import { day, instant } from '../../support/brands.ts'
import { seedIndexes } from '../../support/seed-files.ts'

const { XASX, XSHG } = seedIndexes()

const notice = (title: string, on: string, at: string | null = null): HaltNotice => ({
  title,
  publishedOn: day(on),
  publishedAt: at === null ? null : instant(at),
  url: null,
})
const days = (...dates: readonly string[]) => new Set(dates.map(day))

describe('what a title says of trading', () => {
  it.each([
    ['Trading Halt', 'pause'],
    ['Request for Trading Halt', 'pause'],
    ['Pause in Trading', 'pause'],
    ['Suspension from Quotation', 'suspension'],
    ['Suspension from Official Quotation', 'suspension'],
    ['Extension of Voluntary Suspension', 'suspension'],
    ['Reinstatement to Official Quotation', 'ends'],
    ['Trading Halt Lifted', 'ends'],
    ['Lifting of Suspension', 'ends'],
    ['Suspension of Dividend Reinvestment Plan', null],
    ['Suspension of operations at Kalgoorlie', null],
    ['Quarterly Activities Report', null],
    ['关于筹划重大资产重组的停牌公告', 'suspension'],
    ['重大资产重组继续停牌公告', 'suspension'],
    ['关于延期复牌的公告', 'suspension'],
    ['关于公司股票复牌的提示性公告', 'ends'],
    ['关于终止重大资产重组暨股票复牌的公告', 'ends'],
    ['关于“北稀转债”转股停牌的公告', null],
    ['关于股票可能停牌的风险提示公告', null],
    ['股票交易异常波动公告', null],
  ])('%s: %s', (title, word) => {
    expect(haltWord(title)).toBe(word)
  })
})

describe('the sessions a halt explains', () => {
  it('a trading halt: the session of its announcement and the next, by ASX Listing Rule 17.1', () => {
    // Thursday 08:20 in Sydney.
    const halts = haltsIn([notice('Trading Halt', '2025-08-28', '2025-08-27T22:20:00.000Z')], XASX)
    expect(halts).toMatchObject([{ from: '2025-08-28', to: '2025-08-29' }])
    const untraded = days('2025-08-28', '2025-08-29', '2025-09-01')
    const explained = [...untraded].map((date) => haltOn(date, halts, untraded, XASX)?.title ?? null)
    expect(explained).toEqual(['Trading Halt', 'Trading Halt', null])
  })

  it('announced after the close: from the next session on', () => {
    const [halt] = haltsIn([notice('Trading Halt', '2025-08-29', '2025-08-29T07:00:00.000Z')], XASX)
    expect(halt).toMatchObject({ from: '2025-09-01', to: '2025-09-02' })
  })

  it('ends with a session that was traded, whatever nobody announced', () => {
    const halts = haltsIn([notice('Voluntary Suspension', '2025-08-28')], XASX)
    const untraded = days('2025-08-28', '2025-08-29', '2025-09-02')
    expect(haltOn(day('2025-08-29'), halts, untraded, XASX)).not.toBeNull()
    expect(haltOn(day('2025-09-02'), halts, untraded, XASX)).toBeNull()
  })

  it('a suspension lasts until it is ended, weeks and holidays later', () => {
    const halts = haltsIn(
      [
        notice('关于公司股票复牌的公告', '2025-10-13'),
        notice('关于筹划重大资产重组的停牌公告', '2025-09-29'),
      ],
      XSHG,
    )
    expect(halts).toMatchObject([{ from: '2025-09-29', to: '2025-10-13' }])
    const untraded = days('2025-09-29', '2025-09-30', '2025-10-09', '2025-10-10', '2025-10-14')
    expect(haltOn(day('2025-10-10'), halts, untraded, XSHG)).not.toBeNull()
    expect(haltOn(day('2025-10-14'), halts, untraded, XSHG)).toBeNull()
  })
})
