import type { ImportRow } from '@oreline/shared/api/imports.ts'
import type { imports } from '../schema/imports.ts'
import type { DataScope } from '../versions.ts'

/** Which rows an import of a kind writes, by the version they are counted under. */
export const scopeOf = { bars: 'prices', fx: 'fx', commodity: 'commodities' } as const satisfies Record<
  ImportRow['kind'],
  DataScope
>

/** A file that was taken in, as it is listed. */
export function importRow(row: typeof imports.$inferSelect): ImportRow {
  const { fields } = row
  return {
    id: row.id,
    kind: row.kind,
    target: row.target,
    file_name: row.fileName,
    source_note: fields.source_note,
    licence_note: fields.licence_note,
    rows_read: row.rowsRead,
    rows_written: row.rowsWritten,
    first_day: row.firstDay,
    last_day: row.lastDay,
    imported_at: row.importedAt,
    undone_at: row.undoneAt,
    rows_undone: row.rowsUndone,
  }
}
