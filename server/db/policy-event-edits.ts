/** One event of the catalogue added, changed or taken off, with the counterparts of its supersessions. */
import { eventFaults } from '@oreline/shared/domain/policy/catalogue-faults.ts'
import type { EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'
import type { FieldFault } from '@oreline/shared/domain/policy/event-faults.ts'
import type { EventId, PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { counterpartChanges } from '@oreline/shared/domain/policy/supersession.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { listRowsNaming } from './chain-records.ts'
import type { Executor } from './client.ts'
import { listInstrumentIds } from './instrument-list.ts'
import { assertBase, editCatalogue, type HeldEvent } from './policy-catalogue.ts'
import type { EditAction } from './reference-edits.ts'

export type EventEdit = {
  readonly event: PolicyEvent
  /** The revision the editor started from; null: there was no such event. */
  readonly base: number | null
  readonly reason: EditReason
  readonly action: Extract<EditAction, 'create' | 'edit' | 'outcome' | 'from-inbox'>
}

/**
 * Writes the event and, in the same moment, what other events then have to say of supersession; gives the ids of those.
 * Refuses with `edit-conflict`, or with `invalid-input` listing every fault as `event.<field>`; then nothing is written.
 */
export async function putEvent(
  db: Executor,
  clock: Clock,
  { event, base, ...note }: EventEdit,
): Promise<readonly EventId[]> {
  return editCatalogue(db, clock, note, async (catalogue, tx) => {
    const held = heldUnder(event.id, catalogue)
    assertBase(`The event ${event.id}`, base, held?.row ?? null)
    const others = catalogue.map((one) => one.event).filter(({ id }) => id !== event.id)
    const counterparts = counterpartChanges(event.id, { before: held?.event ?? null, after: event }, others)
    const faults = [...eventFaults(event, others), ...tickerFaults(event, await listInstrumentIds(tx))]
    if (faults.length > 0)
      throw faultyInput(faults.map(({ field, why }) => ({ field: `event.${field}`, why })))
    return {
      writes: [event, ...counterparts].map((one) => ({ id: one.id, event: one })),
      told: counterparts.map(({ id }) => id),
    }
  })
}

/** Takes an event off; refused, naming them, while events or rows of the chain name it. It stays readable as of then. */
export async function removeEvent(
  db: Executor,
  clock: Clock,
  { id, base, reason }: { readonly id: EventId; readonly base: number; readonly reason: EditReason },
): Promise<void> {
  await editCatalogue(db, clock, { reason, action: 'remove' }, async (catalogue, tx) => {
    const held = heldUnder(id, catalogue)
    if (held === null) throw new AppError('unknown-event', `no such event: ${id}`, { parameter: 'id' })
    assertBase(`The event ${id}`, base, held.row)
    const others = catalogue.map(({ event }) => event)
    const naming = [...namingEvents(id, others), ...((await listRowsNaming(tx, [id])).get(id) ?? [])]
    if (naming.length > 0)
      throw new AppError('invalid-input', `These name it, change them first: ${naming.join(', ')}.`, {
        parameter: 'id',
        extra: { named_by: naming },
      })
    return { writes: [{ id, event: null }], told: undefined }
  })
}

const heldUnder = (id: EventId, catalogue: readonly HeldEvent[]): HeldEvent | null =>
  catalogue.find(({ event }) => event.id === id) ?? null

/** Which other events name one in any of their links. */
export function namingEvents(id: EventId, events: readonly PolicyEvent[]): EventId[] {
  return events
    .filter((event) => event.id !== id)
    .filter(
      ({ supersedes, superseded_by, related, status_history }) =>
        [...supersedes, ...superseded_by, ...related].includes(id) ||
        status_history.some((step) => step.related === id),
    )
    .map((event) => event.id)
}

/** Exposures to what Oreline does not know: a misspelt ticker would never meet its prices. */
export function tickerFaults({ tickers }: PolicyEvent, known: ReadonlyMap<string, unknown>): FieldFault[] {
  return tickers.flatMap(({ ticker }, place) =>
    known.has(ticker) ? [] : [{ field: `tickers.${place}.ticker`, why: `no such instrument: ${ticker}` }],
  )
}

/** The refusal that lists every fault and names the first. */
export function faultyInput(faults: readonly FieldFault[]): AppError {
  return new AppError('invalid-input', faults.map(({ field, why }) => `${field}: ${why}`).join('; '), {
    ...(faults[0] === undefined ? {} : { parameter: faults[0].field }),
    extra: { errors: faults.map(({ field, why }) => ({ parameter: field, detail: why })) },
  })
}
