import type { FilingRow } from '@oreline/shared/api/filings.ts'
import { filingRowSchema } from '@oreline/shared/api/filings.ts'
import { describe, expect, it } from 'vitest'
import { filingDayNear, filingDaysInOrder, filingLanes } from '../../../web/charts/filing-lane.ts'
import { DAY_MS, dayMs } from '../../../web/charts/time-scale.ts'
import { day } from '../../support/brands.ts'
import { seriesOf } from './timeline-parts.ts'

function filing(ticker: string, on: string, sensitive: boolean | null, form = '8-K'): FilingRow {
  return filingRowSchema.parse({
    id: `${ticker} ${on} ${form}`,
    ticker,
    source: 'sec',
    sources: ['sec'],
    form,
    category: 'other',
    title: form,
    title_en: null,
    published_on: on,
    published_at: null,
    precision: 'day',
    url: null,
    price_sensitive: sensitive,
    removed_upstream: false,
    amends: null,
    first_seen_at: '2026-01-01T00:00:00Z',
  })
}

const series = [seriesOf('MP', {}), seriesOf('LYC.AX', {}), seriesOf('UUUU', {})]
const filings = [
  filing('LYC.AX', '2025-10-30', false, 'Appendix 3Y'),
  filing('LYC.AX', '2025-10-30', true, 'Quarterly'),
  filing('MP', '2025-11-06', null),
  filing('LYC.AX', '2025-10-02', false),
]

describe('filing lanes', () => {
  const lanes = filingLanes(series, filings)

  it('have one lane per series that files, in the order of the series', () => {
    expect(lanes.map(({ series: { ticker } }) => ticker)).toEqual(['MP', 'LYC.AX'])
  })

  it('gather a day under one tick, what is price-sensitive first', () => {
    const days = lanes[1]?.days ?? []
    expect(days.map(({ date, sensitive }) => [date, sensitive])).toEqual([
      ['2025-10-02', false],
      ['2025-10-30', true],
    ])
    expect(days[1]?.filings.map(({ form }) => form)).toEqual(['Quarterly', 'Appendix 3Y'])
  })

  it('do not call a filing sensitive that nobody marked', () => {
    expect(lanes[0]?.days[0]?.sensitive).toBe(false)
  })

  it('find the nearest day within reach', () => {
    const lane = lanes[1]
    if (lane === undefined) throw new Error('Lynas files')
    const near = (date: string, days: number) =>
      filingDayNear(lane, dayMs(day(date)), days * DAY_MS)?.date ?? null
    expect([
      near('2025-10-05', 5),
      near('2025-10-27', 5),
      near('2025-10-16', 5),
      near('2026-10-30', 5),
    ]).toEqual(['2025-10-02', '2025-10-30', null, null])
  })

  it('run through all lanes in order of time', () => {
    const everything = { from: -Infinity, to: Infinity }
    expect(filingDaysInOrder(lanes, { from: dayMs(day('2025-11-01')), to: Infinity })).toHaveLength(1)
    expect(filingDaysInOrder(lanes, everything).map(({ date }) => date)).toEqual([
      '2025-10-02',
      '2025-10-30',
      '2025-11-06',
    ])
  })
})
