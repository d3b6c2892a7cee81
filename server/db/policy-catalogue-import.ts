/** A file of the whole catalogue taken in: looked at and written in one turn, all of it or nothing. */
import type { CataloguePreview } from '@oreline/shared/api/policy-catalogue.ts'
import { catalogueChanges, type CatalogueChanges } from '@oreline/shared/domain/policy/catalogue-changes.ts'
import { catalogueFaults } from '@oreline/shared/domain/policy/catalogue-faults.ts'
import { readCatalogue } from '@oreline/shared/domain/policy/catalogue-file.ts'
import type { EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'
import { faultsWithin, type EventFault, type FieldFault } from '@oreline/shared/domain/policy/event-faults.ts'
import type { EventId, PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { counterpartChanges } from '@oreline/shared/domain/policy/supersession.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { hash } from 'node:crypto'
import { listRowsNaming } from './chain-records.ts'
import type { Db, Executor } from './client.ts'
import { listInstrumentIds } from './instrument-list.ts'
import { editCatalogue, listCatalogue, type HeldEvent } from './policy-catalogue.ts'
import { faultyInput, tickerFaults } from './policy-event-edits.ts'

export type CatalogueFile = {
  readonly events: readonly unknown[]
  /** Held events that are not in the file and are to go. */
  readonly remove: readonly EventId[]
}

const SHOWN_FAULTS = 100

/** What taking the file in would do; writes nothing. */
export async function previewCatalogue(db: Executor, file: CatalogueFile): Promise<CataloguePreview> {
  const catalogue = await listCatalogue(db, null)
  const { changes, removed, counterparts, faults } = await planImport(db, catalogue, file)
  return {
    events: file.events.length,
    added: changes.added.map(nameOf),
    changed: changes.changed.map(({ event, fields }) => ({ ...nameOf(event), fields })),
    unchanged: changes.unchanged,
    missing: changes.missing.filter((event) => !removed.includes(event)).map(nameOf),
    removed: removed.map(nameOf),
    also_changed: counterparts.map(nameOf),
    fault_count: faults.length,
    faults: faults.slice(0, SHOWN_FAULTS),
    base: baseOf(catalogue),
  }
}

/** Takes the file in. Refuses with every fault, or with `edit-conflict` where `base` is of another catalogue. */
export async function importCatalogue(
  db: Db,
  clock: Clock,
  { base, reason, ...file }: CatalogueFile & { readonly base: string | null; readonly reason: EditReason },
) {
  return editCatalogue(db, clock, { reason, action: 'import' }, async (catalogue, tx) => {
    if (base !== null && base !== baseOf(catalogue))
      throw new AppError('edit-conflict', 'The catalogue has changed since the preview: look at it again.', {
        parameter: 'base',
      })
    const { changes, removed, counterparts, faults } = await planImport(tx, catalogue, file)
    if (faults.length > 0) throw faultyInput(faults.slice(0, SHOWN_FAULTS))
    const written = [...changes.added, ...changes.changed.map(({ event }) => event), ...counterparts]
    return {
      writes: [
        ...written.map((event) => ({ id: event.id, event })),
        ...removed.map(({ id }) => ({ id, event: null })),
      ],
      told: {
        added: changes.added.length,
        changed: changes.changed.length,
        removed: removed.length,
        unchanged: changes.unchanged,
        kept: changes.missing.length - removed.length,
      },
    }
  })
}

type ImportPlan = {
  readonly changes: CatalogueChanges
  readonly removed: readonly PolicyEvent[]
  /** Events outside of the file that get the other side of a supersession in it. */
  readonly counterparts: readonly PolicyEvent[]
  readonly faults: readonly FieldFault[]
}

async function planImport(
  db: Executor,
  catalogue: readonly HeldEvent[],
  { events: entries, remove }: CatalogueFile,
): Promise<ImportPlan> {
  const held = catalogue.map(({ event }) => event)
  const read = readCatalogue(entries)
  const incoming = read.events.map(({ event }) => event)
  const changes = catalogueChanges(held, incoming, read.named)
  const removed = changes.missing.filter(({ id }) => remove.includes(id))
  const kept = changes.missing.filter((event) => !removed.includes(event))
  const counterparts = counterpartsAmong(kept, incoming, held)
  const result = [
    ...incoming,
    ...kept.map((event) => counterparts.find(({ id }) => id === event.id) ?? event),
  ]
  const tickers = await listInstrumentIds(db)
  const places = new Map(read.events.map(({ place, event }) => [event.id, place]))
  const inFile = ({ id, field, why }: EventFault): FieldFault => {
    const place = places.get(id)
    return { field: place === undefined ? `${id}.${field}` : `[${place}].${field}`, why }
  }
  const faults = [
    ...read.faults,
    ...removalFaults(remove, removed),
    ...(await chainFaults(db, removed, remove)),
    // With events that could not be read, links to them would be faults too.
    ...(read.faults.length > 0
      ? incoming.flatMap((event) => faultsWithin(event).map((fault) => inFile({ id: event.id, ...fault })))
      : catalogueFaults(result).map(inFile)),
    ...incoming.flatMap((event) =>
      tickerFaults(event, tickers).map((fault) => inFile({ id: event.id, ...fault })),
    ),
  ]
  return { changes, removed, counterparts, faults }
}

function counterpartsAmong(
  kept: readonly PolicyEvent[],
  incoming: readonly PolicyEvent[],
  held: readonly PolicyEvent[],
): PolicyEvent[] {
  const byId = new Map(kept.map((event) => [event.id, event]))
  const former = new Map(held.map((event) => [event.id, event]))
  const touched = new Set<EventId>()
  for (const after of incoming) {
    const before = former.get(after.id) ?? null
    const named = [before, after].flatMap((one) => [
      ...(one?.supersedes ?? []),
      ...(one?.superseded_by ?? []),
    ])
    const others = named.flatMap((id) => byId.get(id) ?? [])
    for (const other of counterpartChanges(after.id, { before, after }, others)) {
      byId.set(other.id, other)
      touched.add(other.id)
    }
  }
  return [...touched].flatMap((id) => byId.get(id) ?? [])
}

const removalFaults = (remove: readonly EventId[], removed: readonly PolicyEvent[]): FieldFault[] =>
  remove.flatMap((id, place) =>
    removed.some((event) => event.id === id)
      ? []
      : [{ field: `remove.${place}`, why: `${id} is in the file, or nothing of that name is held` }],
  )

/** Rows of the chain that would name nothing. */
async function chainFaults(
  db: Executor,
  removed: readonly PolicyEvent[],
  remove: readonly EventId[],
): Promise<readonly FieldFault[]> {
  const naming = await listRowsNaming(
    db,
    removed.map(({ id }) => id),
  )
  return [...naming].map(([id, rows]) => ({
    field: `remove.${remove.indexOf(id)}`,
    why: `the chain names it: ${rows.join(', ')}`,
  }))
}

const nameOf = ({ id, title }: PolicyEvent) => ({ id, title })

/** Names the catalogue as it is held, revision by revision. */
const baseOf = (catalogue: readonly HeldEvent[]) =>
  hash('sha256', catalogue.map(({ row }) => row.id).join(), 'base64url').slice(0, 22)
