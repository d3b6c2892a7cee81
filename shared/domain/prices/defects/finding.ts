import type { IsoDate } from '../../../kernel/brand.ts'
import type { Bar } from '../bar.ts'

/** The defects that published series are known to have, by name. */
export type DefectName =
  | 'subtractive-adjustment'
  | 'lots-against-shares'
  | 'partial-bar'
  | 'repeated-dividend'
  | 'repeated-session'
  | 'swapped-columns'
  | 'empty-feed'
  | 'unit-error'
  | 'half-applied-split'

/** A defect that was recognised: on which days (ascending; empty: of the whole series), and what it is in one sentence. */
export type Finding = {
  readonly defect: DefectName
  readonly dates: readonly IsoDate[]
  readonly detail: string
}

/** What defects are looked for in: bars ascending by day, one per day. */
export type Closes = readonly Pick<Bar, 'date' | 'close'>[]

/** The closes of two series on the days that both have, ascending. */
export function pairCloses(
  bars: Closes,
  reference: Closes,
): readonly { readonly date: IsoDate; readonly close: number; readonly reference: number }[] {
  const known = new Map(reference.map(({ date, close }) => [date, close]))
  return bars.flatMap(({ date, close }) => {
    const other = known.get(date)
    return other === undefined ? [] : [{ date, close, reference: other }]
  })
}
