/** A history as its provider tells it from day to day: with corrections, a dividend and a split, told at once or late. */
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Bar, CorporateAction, QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import * as fc from 'fast-check'
import { day } from './brands.ts'

const firstDay = day('2026-01-01')
/** Days of the history before the first answer, and those on which answers come. */
export const pastDays = 24
export const answerDays = 10
export const dateOf = (place: number): IsoDate => addDays(firstDay, place)

/** What happens to the history: on which days of the answers, counted from the first. */
export type Story = {
  readonly closes: readonly number[]
  readonly splitOn: number
  readonly ratio: number
  /** Bars that came on the new scale before the older ones did: the provider is so many days late. */
  readonly late: number
  readonly dividendOn: number
  /** Of which day, corrected when, by which factor: at most two. */
  readonly corrections: readonly { readonly place: number; readonly on: number; readonly by: number }[]
}

export const aStory: fc.Arbitrary<Story> = fc.record({
  closes: fc
    .array(fc.double({ min: 0.93, max: 1.07, noNaN: true }), {
      minLength: pastDays + answerDays,
      maxLength: pastDays + answerDays,
    })
    .map((steps) => steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? 40) * step], [])),
  splitOn: fc.integer({ min: 1, max: answerDays - 5 }),
  ratio: fc.constantFrom(2, 4, 10, 0.2),
  late: fc.constantFrom(0, 0, 1, 3),
  dividendOn: fc.integer({ min: 1, max: answerDays - 2 }),
  corrections: fc.array(
    fc.record({
      place: fc.integer({ min: 0, max: pastDays - 1 }),
      on: fc.integer({ min: 1, max: answerDays - 1 }),
      by: fc.constantFrom(0.98, 1.013, 1.06),
    }),
    { maxLength: 2 },
  ),
})

/** The history as its provider tells it on a day of answers: the newest bar is of that day, and not final yet. */
export function toldOn(story: Story, today: number, asOf: Instant): QuoteHistory {
  const { closes, splitOn, ratio, late, dividendOn, corrections } = story
  const newest = pastDays + today
  const exPlace = pastDays + splitOn
  const dividendPlace = pastDays + dividendOn
  const isRescaled = today >= splitOn + late
  const hasPaid = today >= dividendOn
  const bars = closes.slice(0, newest + 1).map((close, place): Bar => {
    const by = corrections.reduce(
      (all, one) => (one.place === place && today >= one.on ? all * one.by : all),
      1,
    )
    // Yahoo's older bars are on the scale of the day of the answer, unless it is late.
    const scale = place >= exPlace ? 1 : isRescaled ? 1 : ratio
    const value = rounded(close * by * scale)
    return {
      date: dateOf(place),
      open: value,
      high: rounded(value * 1.02),
      low: rounded(value * 0.98),
      close: place === newest ? rounded(value * 1.004) : value,
      adjClose: rounded(value * (hasPaid && place < dividendPlace ? 0.985 : 1)),
      volume: 1_000 + place,
      status: place === newest ? 'provisional' : 'final',
      basis: 'splits',
      flags: [],
    }
  })
  const actions: CorporateAction[] = [
    ...(isRescaled
      ? [{ kind: 'split' as const, exDate: dateOf(exPlace), numerator: ratio, denominator: 1, flags: [] }]
      : []),
    ...(hasPaid
      ? [
          {
            kind: 'dividend' as const,
            exDate: dateOf(dividendPlace),
            amount: 0.6,
            currency: 'USD',
            flags: [],
          },
        ]
      : []),
  ]
  return { bars, actions, gaps: [], asOf }
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6
