import { describe, expect, it } from 'vitest'
import { gapText } from '../../../web/charts/gap-text.ts'
import { priceLine, sessionDays } from '../../../web/charts/price-line.ts'
import { readoutSentence } from '../../../web/charts/readout-text.ts'
import { readoutsAt } from '../../../web/charts/readout.ts'
import { dayAt, dayMs } from '../../../web/charts/time-scale.ts'
import { day } from '../../support/brands.ts'
import { indexes, seriesOf } from './timeline-parts.ts'

/** Without Wednesday 9 July 2025. */
const holed = seriesOf('MP', { '2025-07-08': 30, '2025-07-10': 45.23 })
const hole = day('2025-07-09')
const words = 'no price from Yahoo Finance; 3 tries, given up'
const gaps = new Map([['MP', new Map([[hole, words]])]])

describe('a day without a price', () => {
  it('says why where that is known, that there is none where there was a session, and nothing of a holiday', () => {
    expect(gapText(holed, hole, { gaps, sessions: indexes })).toBe(words)
    expect(gapText(holed, hole, { sessions: indexes })).toBe('no price')
    expect(gapText(holed, day('2025-07-04'), { gaps, sessions: indexes })).toBe(null)
    expect(gapText(holed, hole, { sessions: undefined })).toBe(null)
  })

  it('is one at which the crosshair stops, within the reach of the line', () => {
    const line = priceLine(holed, 'price', hole, indexes.XNYS)
    const days = (dates: readonly string[]) =>
      sessionDays([line], new Map([['MP', new Map(dates.map((date) => [day(date), words]))]])).map(dayAt)
    expect(days(['2025-07-09'])).toEqual(['2025-07-08', '2025-07-09', '2025-07-10'])
    expect(days(['2025-07-07', '2025-07-11'])).toEqual(['2025-07-08', '2025-07-10'])
  })

  it('is read aloud with the reason in the place of a price', () => {
    const readouts = readoutsAt([priceLine(holed, 'price', hole, indexes.XNYS)], dayMs(hole))
    const spoken = (reason: string | null) =>
      readoutSentence(readouts, { valueText: () => '$30.00', gapText: () => reason })
    expect(spoken(words)).toBe(`MP ${words}`)
    expect(spoken(null)).toBe('MP no session, $30.00 on 8 Jul 2025')
  })
})
