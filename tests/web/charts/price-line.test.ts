import { describe, expect, it } from 'vitest'
import { priceLine, sessionDays } from '../../../web/charts/price-line.ts'
import { nearestDay, readoutsAt } from '../../../web/charts/readout.ts'
import { dayMs } from '../../../web/charts/time-scale.ts'
import { day } from '../../support/brands.ts'
import { indexes, seriesOf } from './timeline-parts.ts'

const mp = seriesOf('MP', { '2025-07-08': 29.4, '2025-07-09': 30.03, '2025-07-10': 45.23 })

describe('price line', () => {
  it('is 100 at the base session: MP 30.03 on 9 July 2025, 45.23 a day later is 150.6 (PRICES.md)', () => {
    const line = priceLine(mp, 'rebased', day('2025-07-09'), undefined)
    expect(line.base).toEqual({ date: '2025-07-09', value: 30.03 })
    expect(line.sessions.map(({ value }) => Number(value.toFixed(1)))).toEqual([97.9, 100, 150.6])
  })

  it('takes the first session on or after the base day that has a price', () => {
    const gappy = seriesOf('LYC.AX', { '2025-07-09': null, '2025-07-10': null, '2025-07-11': 10 })
    expect(priceLine(gappy, 'rebased', day('2025-07-06'), undefined).base?.date).toBe('2025-07-11')
  })

  it('draws nothing when no session lies on or after the base day', () => {
    const line = priceLine(mp, 'rebased', day('2025-07-11'), undefined)
    expect([line.base, line.drawn, line.sessions]).toEqual([null, [], []])
  })

  it('has no base in price', () => {
    const line = priceLine(mp, 'price', day('2025-07-09'), undefined)
    expect([line.base, line.drawn.at(-1)?.value]).toEqual([null, 45.23])
  })

  it('breaks at a session without a price and where sessions are missing, not over a holiday', () => {
    const springFestival2020 = { '2020-01-23': 11, '2020-02-03': 10 }
    expect(
      priceLine(seriesOf('600111.SS', springFestival2020), 'price', day('2020-01-01'), undefined).drawn,
    ).toHaveLength(2)
    const values = { '2025-01-02': 1, '2025-01-03': null, '2025-01-06': 2, '2025-03-03': 3 }
    const line = priceLine(seriesOf('X', values), 'price', day('2025-01-01'), undefined)
    expect(line.drawn.map(({ value }) => value)).toEqual([1, null, 2, null, 3])
    expect(line.sessions).toHaveLength(3)
  })
})

describe('price line beside its exchange’s sessions', () => {
  const valuesOf = (values: Readonly<Record<string, number>>) =>
    priceLine(seriesOf('MP', values), 'price', day('2021-01-01'), indexes.XNYS).drawn.map(
      ({ value }) => value,
    )

  it('breaks where one session is missing: MP without 19 April 2021 (PRICES.md)', () => {
    expect(valuesOf({ '2021-04-15': 1, '2021-04-16': 2, '2021-04-20': 3 })).toEqual([1, 2, null, 3])
  })

  it('says of a return over a hole since when it runs, of one over a holiday nothing', () => {
    const values = { '2021-04-16': 2, '2021-04-20': 3, '2021-04-21': 3.3 }
    const line = priceLine(seriesOf('MP', values), 'price', day('2021-01-01'), indexes.XNYS)
    const sinceOn = (date: string) => {
      const [readout] = readoutsAt([line], dayMs(day(date)))
      return readout?.kind === 'session' ? readout.overHoleSince : undefined
    }
    expect(['2021-04-16', '2021-04-20', '2021-04-21'].map(sinceOn)).toEqual([null, '2021-04-16', null])
  })

  it('runs on over weekends and holidays: Thanksgiving 2025', () => {
    expect(valuesOf({ '2025-11-26': 1, '2025-11-28': 2, '2025-12-01': 3 })).toEqual([1, 2, 3])
  })
})

describe('readout', () => {
  const lines = [
    priceLine(mp, 'price', day('2025-07-01'), undefined),
    priceLine(
      seriesOf('LYC.AX', { '2025-07-09': 8, '2025-07-11': 10 }),
      'price',
      day('2025-07-01'),
      undefined,
    ),
  ]
  const kindsOn = (date: string) => readoutsAt(lines, dayMs(day(date))).map(({ kind }) => kind)

  it('tells the session itself, a closed day, the end of a line and the time before it', () => {
    expect(kindsOn('2025-07-10')).toEqual(['session', 'closed'])
    expect(kindsOn('2025-07-11')).toEqual(['ended', 'session'])
    expect(kindsOn('2025-07-08')).toEqual(['session', 'absent'])
  })

  it('measures the change against the session before: +50.6 % on 10 July 2025', () => {
    const [readout] = readoutsAt(lines, dayMs(day('2025-07-10')))
    expect(readout?.kind === 'session' ? readout.change : null).toBeCloseTo(0.5062, 4)
  })

  it('finds the nearest session of any line', () => {
    const days = sessionDays(lines)
    expect(days).toHaveLength(4)
    expect(nearestDay(days, dayMs(day('2025-01-01')))).toBe(days[0])
    expect(nearestDay(days, dayMs(day('2025-07-09')) + 1_000)).toBe(days[1])
    expect(nearestDay([], 0)).toBeUndefined()
  })
})
