import type { IsoDate } from '../../kernel/brand.ts'
import { firstFew } from './first-few.ts'
import type { ImportProblem, ImportWarning } from './import-problem.ts'

/** Rows ascending by day. A day that says the same twice is kept once; one that says two things is a problem. */
export function onePerDay<Row extends { readonly line: number }>(
  rows: readonly Row[],
  valueOf: (row: Row) => { readonly date: IsoDate },
): {
  readonly rows: readonly Row[]
  readonly problems: readonly ImportProblem[]
  readonly warnings: readonly ImportWarning[]
} {
  const byDay = new Map<IsoDate, Row>()
  const problems: ImportProblem[] = []
  const repeated: number[] = []
  for (const row of rows) {
    const value = valueOf(row)
    const first = byDay.get(value.date)
    if (first === undefined) byDay.set(value.date, row)
    else if (JSON.stringify(valueOf(first)) === JSON.stringify(value)) repeated.push(row.line)
    else
      problems.push({
        line: row.line,
        column: null,
        problem: `${value.date} stands in line ${first.line} too, with other figures`,
      })
  }
  return {
    rows: [...byDay.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
    problems,
    warnings:
      repeated.length === 0
        ? []
        : [
            {
              code: 'repeated-rows',
              detail: `${repeated.length} rows repeat another word for word and are read once (line ${firstFew(repeated)}).`,
            },
          ],
  }
}
