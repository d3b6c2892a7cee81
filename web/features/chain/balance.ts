/** The balance of policy by year, for the jurisdictions a reader asks for. */
import type { BalanceRow } from '@oreline/shared/api/chain-figures.ts'

export type BalanceYear = Omit<BalanceRow, 'jurisdiction'>

/** Ascending, without gaps: a year in which nobody acted is a year of zeros. */
export function balanceYears(
  rows: readonly BalanceRow[],
  jurisdictions: readonly string[],
): readonly BalanceYear[] {
  const own = rows.filter(
    ({ jurisdiction }) => jurisdictions.length === 0 || jurisdictions.includes(jurisdiction),
  )
  if (rows.length === 0) return []
  // The years of all, so that two choices can be compared.
  const years = rows.map(({ year }) => year)
  const first = Math.min(...years)
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, place) => {
    const year = first + place
    const sum = (pick: (row: BalanceRow) => number) =>
      own.reduce((sofar, row) => (row.year === year ? sofar + pick(row) : sofar), 0)
    return {
      year,
      upstream: sum((row) => row.upstream),
      both: sum((row) => row.both),
      downstream: sum((row) => row.downstream),
      recycling_only: sum((row) => row.recycling_only),
      no_stage: sum((row) => row.no_stage),
    }
  })
}

/** Who acted, the most active first, with the number of events. */
export function actorsOf(
  rows: readonly BalanceRow[],
): readonly { readonly name: string; readonly count: number }[] {
  return [...Map.groupBy(rows, ({ jurisdiction }) => jurisdiction)]
    .map(([name, own]) => ({ name, count: own.reduce((sum, row) => sum + countOf(row), 0) }))
    .toSorted((one, other) => other.count - one.count)
}

/** What the chosen add up to in words of one line. */
export function balanceTotals(years: readonly BalanceYear[]): BalanceYear {
  const sum = (pick: (row: BalanceYear) => number) => years.reduce((sofar, row) => sofar + pick(row), 0)
  return {
    year: 0,
    upstream: sum((row) => row.upstream),
    both: sum((row) => row.both),
    downstream: sum((row) => row.downstream),
    recycling_only: sum((row) => row.recycling_only),
    no_stage: sum((row) => row.no_stage),
  }
}

const countOf = (row: BalanceYear) =>
  row.upstream + row.both + row.downstream + row.recycling_only + row.no_stage
