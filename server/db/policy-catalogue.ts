/** The catalogue of policy events as it is held, and how it is changed as a whole. */
import { policyEventSchema, type EventId, type PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import type { Executor } from './client.ts'
import { writeEdits, type EditNote } from './reference-edits.ts'
import { listReference, type ReferenceRow } from './reference-rows.ts'
import { inRevision } from './revision.ts'

/** An event and the revision it is held as. */
export type HeldEvent = { readonly row: ReferenceRow; readonly event: PolicyEvent }

/** As it stood at an instant (null: now), by id. */
export async function listCatalogue(db: Executor, asOf: Instant | null): Promise<readonly HeldEvent[]> {
  const rows = await listReference(db, 'policy-event', { asOf })
  return rows.map((row) => ({ row, event: policyEventSchema.parse(row.body) }))
}

/** What is to stand under an id; null: the event is taken off. */
export type EventWrite = { readonly id: EventId; readonly event: PolicyEvent | null }

/** What a plan comes to: the events to write, and what it has to tell beside. */
export type CataloguePlan<T> = { readonly writes: readonly EventWrite[]; readonly told: T }

/**
 * Looks at the catalogue, decides, and writes, while nobody else can: what `plan` has checked (links to other events,
 * above all) is still so when it is written. `plan` refuses by throwing, and then nothing is written.
 */
export async function editCatalogue<T>(
  db: Executor,
  clock: Clock,
  note: EditNote,
  plan: (catalogue: readonly HeldEvent[], tx: Executor) => Promise<CataloguePlan<T>>,
): Promise<T> {
  const { told } = await inRevision(db, { scope: 'reference', clock }, async (revision) => {
    const { writes, told: answer } = await plan(await listCatalogue(revision.tx, null), revision.tx)
    const records = writes.map(({ id, event }) => ({ kind: 'policy-event', key: id, body: event }) as const)
    return { rows: await writeEdits(revision, records, note), told: answer }
  })
  return told
}

/** Refuses where somebody was quicker, with what they left: `base` is what the editor started from. */
export function assertBase(what: string, base: number | null, held: ReferenceRow | null): void {
  if ((held?.id ?? null) === base) return
  throw new AppError('edit-conflict', conflictWords(what, base, held), {
    parameter: 'base',
    extra: {
      held: held === null ? null : { revision: held.id, recorded_at: held.recordedAt, body: held.body },
    },
  })
}

function conflictWords(what: string, base: number | null, held: ReferenceRow | null): string {
  if (held === null) return `${what} was taken off since then.`
  if (base === null) return `${what} exists already: change it, starting from revision ${held.id}.`
  return `${what} was changed on ${held.recordedAt}, after revision ${base}.`
}
