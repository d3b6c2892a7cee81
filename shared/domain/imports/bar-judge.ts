/** What bars of a file are judged by. */
import type { SessionIndex } from '../calendar/session-index.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { Bar } from '../prices/bar.ts'
import type { Split } from '../prices/defects/half-applied-split.ts'
import type { Instant } from '../../kernel/brand.ts'
import type { BarFields } from './import-fields.ts'
import type { ReadBar } from './read-bars.ts'

/** What the store knows: current bars of the instrument, ascending, and its splits. */
export type HeldForJudging = { readonly bars: readonly Bar[]; readonly splits: readonly Split[] }

export type BarJudge = {
  readonly fields: BarFields
  readonly instrument: Pick<Instrument, 'kind' | 'price_limit_percent'>
  readonly sessions: SessionIndex
  readonly held: HeldForJudging
  readonly now: Instant
}

/** The splits of the file and of the store, one per ex-date. */
export function splitsOf(rows: readonly ReadBar[], { splits }: HeldForJudging): readonly Split[] {
  const named = rows.flatMap(({ bar: { date }, split }) =>
    split === null || split <= 0 || split === 1 ? [] : [{ date, ratio: split }],
  )
  return [...new Map([...splits, ...named].map((split) => [split.date, split])).values()]
}
