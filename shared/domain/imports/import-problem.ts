/** What stands against taking a file in, and what is odd about it. */
import * as z from 'zod'

/** `line` counts from 1 with the header; `column` null: the whole line, or the file where `line` is null. */
export const importProblemSchema = z.object({
  line: z.int().nullable(),
  column: z.string().nullable(),
  problem: z.string(),
})
export type ImportProblem = z.infer<typeof importProblemSchema>

/** Something odd that keeps nothing from being taken in: a defect by name (`repeated-dividend`), and what was done. */
export const importWarningSchema = z.object({ code: z.string(), detail: z.string() })
export type ImportWarning = z.infer<typeof importWarningSchema>

/** How a column of the file is read; `means` null: not at all. */
export type ReadColumn = { readonly header: string; readonly means: string | null }

/** A file as read: its rows, and all that was found on the way. With a problem the rows are not to be used. */
export type Reading<Row> = {
  readonly columns: readonly ReadColumn[]
  readonly rows: readonly Row[]
  readonly problems: readonly ImportProblem[]
  readonly warnings: readonly ImportWarning[]
}

/** The file as a whole cannot be read. */
export const unreadable = (problem: string): Reading<never> => ({
  columns: [],
  rows: [],
  problems: [{ line: null, column: null, problem }],
  warnings: [],
})
