import type { ImportRow } from '@oreline/shared/api/imports.ts'
import { formatAmount, formatDay } from '../../../ui/format.ts'

/** What an import was of: `LYC.AX`, `exchange rates`, a series by its id. */
export function targetWords({ kind, target }: Pick<ImportRow, 'kind' | 'target'>): string {
  return kind === 'fx' ? 'exchange rates' : target
}

/** `2 Jan 2024 to 2 Jan 2026`; of no day: `no day`. */
export function spanWords({
  first_day: from,
  last_day: to,
}: Pick<ImportRow, 'first_day' | 'last_day'>): string {
  if (from === null || to === null) return 'no day'
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`
}

/** What taking an import back will do, before it is done. */
export function undoWords(row: ImportRow): string {
  const rows = formatAmount(row.rows_written, 'row', 'rows')
  return `The ${rows} that ${row.file_name} wrote for ${targetWords(row)} will no longer hold; where they replaced something, that holds again. Rows that a later answer has changed since stay as they are. Nothing is deleted: what was shown until now stays readable as of then.`
}
