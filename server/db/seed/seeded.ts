/** What taking in a seed file came to: rows written, and rows left alone because somebody had changed them. */
export type Seeded = { readonly rows: number; readonly conflicts: number }
