/** Files that an operator brings in: looked at, taken in whole or not at all, and taken back. */
import type { ImportBody, ImportPreview, ImportRow } from '@oreline/shared/api/imports.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { hash } from 'node:crypto'
import { desc } from 'drizzle-orm'
import type { Db, Executor } from '../client.ts'
import { keepPayload, markRowsStored } from '../payloads.ts'
import { withRevision, type Revision } from '../revision.ts'
import { imports } from '../schema/imports.ts'
import { inSnapshot } from '../snapshot.ts'
import { importRow, scopeOf } from './import-row.ts'
import type { ImportContext, ImportPlan } from './import-plan.ts'
import { planBars } from './plan-bars.ts'
import { planPoints } from './plan-points.ts'
import { planRates } from './plan-rates.ts'

type Sessions = ImportContext['sessions']

/** What taking the file in would do; changes nothing. Refuses, naming the field, what contradicts the store. */
export async function previewImport(
  db: Db,
  clock: Clock,
  body: ImportBody,
  sessions: Sessions,
): Promise<ImportPreview> {
  return inSnapshot(db, async (snapshot) => (await plan(snapshot, body, { now: clock(), sessions })).preview)
}

/**
 * Takes the file in, in one transaction: its rows, under source `import`, and the file itself, kept for ever. Where it
 * has a problem nothing is written, and the refusal lists what `previewImport` gives.
 */
export async function applyImport(
  db: Db,
  clock: Clock,
  body: ImportBody,
  sessions: Sessions,
): Promise<ImportRow> {
  let done: ImportRow | undefined
  await withRevision(db, { scope: scopeOf[body.fields.kind], clock }, async (revision) => {
    const planned = await plan(revision.tx, body, { now: clock(), sessions })
    refuseProblems(planned.preview)
    const payloadId = await keepFile(revision, body, planned)
    const rowsWritten = await planned.write(revision, payloadId)
    await markRowsStored(revision.tx, [payloadId], revision.recordedAt)
    done = await noteImport(revision, body, { ...planned, payloadId, rowsWritten })
    // The list of imports, and a series that is new, are counted with the rows.
    return Math.max(rowsWritten, 1)
  })
  invariant(done !== undefined, 'a transaction that has committed has noted the import')
  return done
}

/** Newest first. */
export async function listImports(db: Executor): Promise<readonly ImportRow[]> {
  const rows = await db.select().from(imports).orderBy(desc(imports.id))
  return rows.map(importRow)
}

function plan(
  db: Executor,
  { text, fields }: Pick<ImportBody, 'text' | 'fields'>,
  context: ImportContext,
): Promise<ImportPlan> {
  switch (fields.kind) {
    case 'bars':
      return planBars(db, { text, fields }, context)
    case 'fx':
      return planRates(db, { text, fields }, context)
    case 'commodity':
      return planPoints(db, { text, fields }, context)
  }
}

function refuseProblems({ problem_count: count, problems }: ImportPreview): void {
  if (count === 0) return
  const [first] = problems
  throw new AppError(
    'unreadable-file',
    `${count} ${count === 1 ? 'problem' : 'problems'}, nothing was taken in. ${first === undefined ? '' : placeOf(first)}${first?.problem ?? ''}`,
    {
      parameter: 'text',
      extra: {
        problem_count: count,
        problems,
        errors: problems.map((problem) => ({
          parameter: 'text',
          detail: `${placeOf(problem)}${problem.problem}`,
        })),
      },
    },
  )
}

/** `Line 3, Close: `; nothing where the file as a whole is meant. */
export function placeOf({ line, column }: ImportPreview['problems'][number]): string {
  const parts = [line === null ? null : `line ${line}`, column].filter((part) => part !== null)
  return parts.length === 0 ? '' : `${parts.join(', ')}: `
}

function keepFile(
  { tx, recordedAt }: Revision,
  { text, file_name: fileName }: ImportBody,
  { target }: ImportPlan,
): Promise<number> {
  return keepPayload(tx, {
    source: 'import',
    requestKey: target,
    url: `file:${fileName}`,
    fetchedAt: recordedAt,
    status: 200,
    contentType: 'text/csv; charset=utf-8',
    sha256: hash('sha256', text, 'hex'),
    parserVersion: 1,
    outcome: 'ok',
    parseFailed: false,
    body: Buffer.from(text),
  })
}

async function noteImport(
  { tx, recordedAt }: Revision,
  { file_name: fileName, fields }: ImportBody,
  {
    preview,
    target,
    payloadId,
    rowsWritten,
  }: ImportPlan & { readonly payloadId: number; readonly rowsWritten: number },
): Promise<ImportRow> {
  const [row] = await tx
    .insert(imports)
    .values({
      kind: fields.kind,
      target,
      fileName,
      payloadId,
      fields,
      rowsRead: preview.rows,
      rowsWritten,
      firstDay: preview.first_day,
      lastDay: preview.last_day,
      importedAt: recordedAt,
    })
    .returning()
  invariant(row !== undefined, 'an inserted row is returned')
  return importRow(row)
}
