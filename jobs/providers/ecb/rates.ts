/** Quotes of the ECB's files as rates, each judged by itself and against its neighbours. */
import type { EuroRate } from '@oreline/shared/domain/fx/rate.ts'
import { doubtfulPlaces } from '@oreline/shared/domain/prices/jumps.ts'
import type { CurrencyCode, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'

/** One cell: `index` is its row in the file, `rate` as `Number` reads it. */
export type Quote = {
  readonly index: number
  readonly date: IsoDate
  readonly currency: CurrencyCode
  readonly rate: number
}

/** A day's change beyond this is an error unless the next day confirms it (the lira of February 2001 did). */
const mostJump = 0.2
/** After a longer silence (the króna's ten years) a rate has no neighbour to be measured against. */
const longestSilenceMs = 7 * 86_400_000

/** Rates in the order of the file. A rate that is none, or that jumps alone, is a reject. */
export function ratesFrom(quotes: readonly Quote[]): {
  readonly rates: readonly EuroRate[]
  readonly rejects: readonly Reject[]
} {
  const rejects: Reject[] = []
  const placed: { readonly index: number; readonly rate: EuroRate }[] = []
  for (const { index, date, currency, rate } of quotes) {
    if (rate > 0 && Number.isFinite(rate)) placed.push({ index, rate: { currency, date, perEur: rate } })
    else rejects.push({ index, reason: 'no rate above 0', row: { date, currency, rate: String(rate) } })
  }
  const jumps = new Set(
    [...Map.groupBy(placed, ({ rate }) => rate.currency).values()].flatMap((series) =>
      lonelyJumps(series.map(({ rate }) => rate)),
    ),
  )
  for (const { index, rate } of placed)
    if (jumps.has(rate)) rejects.push({ index, reason: 'a jump of more than 20 % in a day', row: rate })
  return { rates: placed.flatMap(({ rate }) => (jumps.has(rate) ? [] : [rate])), rejects }
}

/** The rates of one currency that no neighbour within a week confirms. */
function lonelyJumps(series: readonly EuroRate[]): readonly EuroRate[] {
  const ascending = series.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const starts = ascending.flatMap(({ date }, place) => {
    const before = ascending[place - 1]
    return before === undefined || Date.parse(date) - Date.parse(before.date) > longestSilenceMs
      ? [place]
      : []
  })
  return starts.flatMap((start, number) => {
    const stretch = ascending.slice(start, starts[number + 1])
    const places = doubtfulPlaces(
      stretch.map(({ perEur }) => perEur),
      { limit: mostJump },
    )
    return places.flatMap((place) => stretch[place] ?? [])
  })
}
