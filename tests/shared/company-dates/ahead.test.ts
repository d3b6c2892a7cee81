import { companyDatesAhead, type CompanyPast } from '@oreline/shared/domain/company-dates/ahead.ts'
import type { PastFiling } from '@oreline/shared/domain/company-dates/past-report.ts'
import { recordedCompanyDateSchema } from '@oreline/shared/domain/company-dates/company-date.ts'
import { tickerSchema } from '@oreline/shared/kernel/brand.ts'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'

const today = day('2026-11-21')
const past = (ticker: string, more: Partial<CompanyPast> = {}): CompanyPast => ({
  ticker: tickerSchema.parse(ticker),
  filings: [],
  dividends: [],
  recorded: [],
  ...more,
})
const filing = (ticker: string, publishedOn: string, more: Partial<PastFiling>): PastFiling => ({
  ticker: tickerSchema.parse(ticker),
  form: 'ANNOUNCEMENT',
  category: 'other',
  title: 'Something',
  publishedOn: day(publishedOn),
  url: `https://example.org/${publishedOn}`,
  reportDate: null,
  ...more,
})
const told = (company: CompanyPast, at = today) =>
  companyDatesAhead(company, at).map(({ kind, period, basis, date, precision }) =>
    [kind, period, basis, date, precision].join(' '),
  )

describe('without any filing held, the last days the rules allow', () => {
  it('of MP: 60 days after the year, 40 after a quarter (Forms 10-K and 10-Q, General Instruction A)', () => {
    expect(told(past('MP'))).toEqual([
      'results year-to-2026-12-31 deadline 2027-03-01 on-or-before',
      'results quarter-to-2027-03-31 deadline 2027-05-10 on-or-before',
      'results quarter-to-2027-06-30 deadline 2027-08-09 on-or-before',
      'results quarter-to-2027-09-30 deadline 2027-11-09 on-or-before',
    ])
  })

  it('of MP in 2024: the 40th day was a Saturday, the Monday after it Veterans Day, so 12 November (Rule 0-3)', () => {
    expect(told(past('MP'), day('2024-11-01'))[0]).toBe(
      'results quarter-to-2024-09-30 deadline 2024-11-12 on-or-before',
    )
    expect(told(past('MP'), day('2024-01-10'))[0]).toBe(
      'results year-to-2023-12-31 deadline 2024-02-29 on-or-before',
    )
  })

  it('of Lynas: a month after each quarter, two after the half and the year, not moved off a Sunday', () => {
    expect(told(past('LYC.AX'))).toEqual([
      'activities quarter-to-2026-12-31 deadline 2027-01-31 on-or-before',
      'results half-to-2026-12-31 deadline 2027-02-28 on-or-before',
      'activities quarter-to-2027-03-31 deadline 2027-04-30 on-or-before',
      'activities quarter-to-2027-06-30 deadline 2027-07-31 on-or-before',
      'results year-to-2027-06-30 deadline 2027-08-31 on-or-before',
      'activities quarter-to-2027-09-30 deadline 2027-10-31 on-or-before',
    ])
  })

  it('of China Northern: 30 April for the year and the first quarter, 31 August, 31 October', () => {
    expect(told(past('600111.SS'))).toEqual([
      'results quarter-to-2027-03-31 deadline 2027-04-30 on-or-before',
      'results year-to-2026-12-31 deadline 2027-04-30 on-or-before',
      'results half-to-2027-06-30 deadline 2027-08-31 on-or-before',
      'results quarter-to-2027-09-30 deadline 2027-10-31 on-or-before',
    ])
  })
})

describe('from a year before', () => {
  const report = (title: string, publishedOn: string, more: Partial<PastFiling> = {}) =>
    filing('MP', publishedOn, { form: '10-K', title, ...more })
  const yearBefore = [
    report('Forecast', '2026-01-20', { form: '8-K', category: 'results' }),
    report('Current report: Results', '2026-02-26', { form: '8-K', category: 'results' }),
    report('Annual report', '2026-02-27', { reportDate: '2025-12-31' }),
    report('Current report: Results', '2026-03-05', { form: '8-K', category: 'results' }),
  ]

  it('results come 52 weeks after the release that went with the 10-K, and the last day allowed stands beside', () => {
    const [first] = companyDatesAhead(past('MP', { filings: yearBefore }), today)
    expect(first).toMatchObject({
      basis: 'estimated',
      date: '2027-02-25',
      precision: 'approximate',
      source: { url: 'https://example.org/2026-02-26', date: '2026-02-26' },
      latest: { date: '2027-03-01', source: { url: 'https://www.sec.gov/files/form10-k.pdf' } },
    })
  })

  it('a likely day that has passed gives way to the last day allowed', () => {
    const [first] = companyDatesAhead(past('MP', { filings: yearBefore }), day('2027-02-26'))
    expect(first).toMatchObject({ basis: 'deadline', date: '2027-03-01' })
    expect(first?.note).toContain('2026-02-26')
  })

  it('a period whose report is held is not listed', () => {
    const filings = [...yearBefore, report('Annual report', '2027-02-24', { reportDate: '2026-12-31' })]
    expect(told(past('MP', { filings }), day('2027-02-25'))[0]).toContain('quarter-to-2027-03-31')
  })

  it.each([
    ['Quarterly Activities Report', '2026-01-22', 'activities quarter-to-2026-12-31 estimated 2027-01-21'],
    [
      'Appendix 4D and Half Year Financial Report',
      '2026-02-26',
      'results half-to-2026-12-31 estimated 2027-02-25',
    ],
    [
      'Quarterly Results Briefing - Conference Call',
      '2026-01-15',
      'activities quarter-to-2026-12-31 deadline',
    ],
    [
      '2026 Annual Financial Report and Appendix 4E',
      '2026-08-27',
      'results year-to-2027-06-30 estimated 2027-08-26',
    ],
    ['Notice of Annual General Meeting', '2026-08-27', 'results year-to-2027-06-30 deadline'],
    ['Half Year Results Date', '2026-02-10', 'results half-to-2026-12-31 deadline'],
  ])('the headline of Lynas “%s” says what it is', (title, publishedOn, expected) => {
    const filings = [filing('LYC.AX', publishedOn, { title })]
    expect(told(past('LYC.AX', { filings })).some((line) => line.startsWith(expected))).toBe(true)
  })

  it.each([
    ['北方稀土2025年年度报告', '2026-04-18', 'results year-to-2026-12-31 estimated 2027-04-17'],
    ['2026 年第一季度报告', '2026-04-18', 'results quarter-to-2027-03-31 estimated 2027-04-17'],
    ['2026年半年度报告摘要', '2026-08-27', 'results half-to-2027-06-30 estimated 2027-08-26'],
    ['关于召开2025年年度报告业绩说明会的公告', '2026-04-18', 'results year-to-2026-12-31 deadline'],
    ['2025年半年度报告', '2026-04-18', 'results year-to-2026-12-31 deadline'],
  ])('the title of China Northern “%s” says what it is', (title, publishedOn, expected) => {
    const filings = [filing('600111.SS', publishedOn, { title })]
    expect(told(past('600111.SS', { filings })).some((line) => line.startsWith(expected))).toBe(true)
  })

  it('an ex-date comes 52 weeks after the last one, until one of this year is held', () => {
    const source = { name: 'Yahoo Finance', url: 'https://finance.yahoo.com/' }
    const dividends = ['2025-06-20', '2026-06-11'].map((exDate) => ({ exDate: day(exDate), source }))
    const exDates = (company: CompanyPast, at = today) =>
      told(company, at).filter((line) => line.startsWith('ex-date'))
    expect(exDates(past('600111.SS', { dividends }))).toEqual([
      'ex-date after-2026-06-11 estimated 2027-06-10 approximate',
    ])
    const paid = [...dividends, { exDate: day('2027-05-20'), source }]
    expect(exDates(past('600111.SS', { dividends: paid }), day('2027-05-21'))).toEqual([
      'ex-date after-2027-05-20 estimated 2028-05-18 approximate',
    ])
    expect(exDates(past('MP'))).toEqual([])
  })
})

describe('what a company announced', () => {
  const announced = recordedCompanyDateSchema.parse({
    ticker: 'MP',
    kind: 'results',
    period: 'year-to-2026-12-31',
    date: '2027-02-23',
    precision: 'day',
    note: null,
    source: { name: 'MP', url: 'https://example.org/mp', date: '2027-01-30' },
  })

  it('stands instead of an estimate, and stays unconfirmed when it passes without a report', () => {
    const company = past('MP', { recorded: [announced] })
    expect(told(company)[0]).toBe('results year-to-2026-12-31 announced 2027-02-23 day')
    expect(companyDatesAhead(company, day('2027-02-24'))[0]).toMatchObject({ passedUnconfirmed: true })
    expect(companyDatesAhead(company, day('2028-02-24'))[0]).toMatchObject({ passedUnconfirmed: true })
  })

  it('is past as soon as the report is held', () => {
    const filings = [filing('MP', '2027-02-23', { form: '10-K', reportDate: '2026-12-31' })]
    expect(told(past('MP', { recorded: [announced], filings }), day('2027-02-24'))[0]).not.toContain(
      'year-to',
    )
  })
})
