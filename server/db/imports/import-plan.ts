import type { ImportPreview } from '@oreline/shared/api/imports.ts'
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import type { ImportProblem, Reading } from '@oreline/shared/domain/imports/import-problem.ts'
import type { CalendarId, Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Revision } from '../revision.ts'
import type { DataScope } from '../versions.ts'

/** What a file comes to, held against the store: what would change, and how it is written when nothing stands against it. */
export type ImportPlan = {
  readonly preview: ImportPreview
  /** A ticker, `fx`, or the id of a commodity series. */
  readonly target: string
  readonly scope: DataScope
  /** Writes what is new or changed and gives the number of rows; in the transaction in which the plan was made. */
  readonly write: (revision: Revision, payloadId: number) => Promise<number>
}

/** What a file is read by, beside the store. */
export type ImportContext = {
  readonly now: Instant
  readonly sessions: Readonly<Record<CalendarId, SessionIndex>>
}

/** How the rows of a file stand to what is held. */
export type Compared<Row> = {
  readonly fresh: readonly Row[]
  readonly changed: readonly Row[]
  readonly same: readonly Row[]
  readonly kept: readonly Row[]
}

type Rule<Row, Held> = {
  readonly heldOf: (row: Row) => Held | undefined
  readonly isSame: (row: Row, held: Held) => boolean
  /** Whether what is held stays although the file says something else. */
  readonly isKept: (row: Row, held: Held) => boolean
}

export function compareRows<Row, Held>(
  rows: readonly Row[],
  { heldOf, isSame, isKept }: Rule<Row, Held>,
): Compared<Row> {
  const kindOf = (row: Row): keyof Compared<Row> => {
    const held = heldOf(row)
    if (held === undefined) return 'fresh'
    if (isSame(row, held)) return 'same'
    return isKept(row, held) ? 'kept' : 'changed'
  }
  const groups = Map.groupBy(rows, kindOf)
  const of = (kind: keyof Compared<Row>) => groups.get(kind) ?? []
  return { fresh: of('fresh'), changed: of('changed'), same: of('same'), kept: of('kept') }
}

type Sample = ImportPreview['sample'][number]

/** How many of each are shown. */
const SHOWN_PROBLEMS = 20
const SHOWN_ROWS = 10

/** `problems` beyond those of the reading were found against the store. */
export function previewOf<Row extends { readonly date: IsoDate }>(
  { columns, warnings, problems: found }: Pick<Reading<unknown>, 'columns' | 'warnings' | 'problems'>,
  {
    rows,
    compared,
    problems = [],
    sampleOf,
  }: {
    readonly rows: readonly Row[]
    readonly compared: Compared<Row>
    readonly problems?: readonly ImportProblem[]
    readonly sampleOf: (row: Row) => Sample
  },
): ImportPreview {
  const days = rows.map(({ date }) => date).toSorted()
  const all = [...found, ...problems].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return {
    columns: [...columns],
    rows: rows.length,
    first_day: days[0] ?? null,
    last_day: days.at(-1) ?? null,
    new_rows: compared.fresh.length,
    changed_rows: compared.changed.length,
    same_rows: compared.same.length,
    kept_rows: compared.kept.length,
    problem_count: all.length,
    problems: all.slice(0, SHOWN_PROBLEMS),
    warnings: [...warnings],
    sample: rows.slice(0, SHOWN_ROWS).map(sampleOf),
  }
}
