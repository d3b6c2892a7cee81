/**
 * What stands in a backup: a tar file, zstd-compressed, of the tables in the order in which they are loaded again, each
 * as PostgreSQL's COPY text in pieces (`bars/000001.copy`), and this manifest as its last entry.
 */
import * as z from 'zod'

/** The entry that says what there is; a file without it was not written to its end. */
export const MANIFEST = 'manifest.json'

const columnSchema = z.string().min(1)

/** One table. `bytes` and `sha256` are over its whole COPY text; `identity`: where its counter stands. */
const tableSchema = z.object({
  name: z.string().min(1),
  columns: z.array(columnSchema).min(1),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  identity: z.object({ column: columnSchema, last: z.int(), used: z.boolean() }).nullable(),
})
export type TableEntry = z.infer<typeof tableSchema>

/** `migrations` are those the store had, oldest first, by the millisecond each was generated; `server` wrote the text. */
export const manifestSchema = z.object({
  format: z.literal(1),
  oreline: z.string(),
  created_at: z.iso.datetime(),
  server: z.string(),
  migrations: z.array(z.object({ created_at: z.int(), hash: z.string() })).min(1),
  tables: z.array(tableSchema),
})
export type Manifest = z.infer<typeof manifestSchema>

/** Rows of all tables. */
export const rowsOf = ({ tables }: Pick<Manifest, 'tables'>): number =>
  tables.reduce((sum, { rows }) => sum + rows, 0)
