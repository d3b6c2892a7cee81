/** Documents of governments on a kept store, and what was said while they came in. */
import type { KeptStore } from './kept-store.ts'

/** Every revision of a source, or of one of its documents. */
export const revisionsOf = async ({ db }: KeptStore, source: string, id?: string) =>
  db.query.policyDocuments.findMany({
    where: (row, { and, eq }) =>
      and(eq(row.source, source), id === undefined ? undefined : eq(row.sourceId, id)),
    orderBy: ({ sourceId, revision }, { asc }) => [asc(sourceId), asc(revision)],
  })

/** What the log said of a source: how loud, what, and in which words. */
export const says = ({ log }: KeptStore, msg: string, source: string) =>
  log
    .lines()
    .filter((line) => line.msg === msg && line['source'] === source)
    .map((line) => [line.level, line['note'] ?? line['code'] ?? line['why'], line['detail']])
