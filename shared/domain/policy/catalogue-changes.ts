/** What taking in a file would do to the catalogue. */
import { changedFields, type FieldChange } from './changed-fields.ts'
import type { PolicyEvent } from './event.ts'

export type CatalogueChanges = {
  readonly added: readonly PolicyEvent[]
  /** As the file has them, with what differs from what is held. */
  readonly changed: readonly { readonly event: PolicyEvent; readonly fields: FieldChange[] }[]
  readonly unchanged: number
  /** Held and not in the file; they stay unless somebody says that they are to go. */
  readonly missing: readonly PolicyEvent[]
}

/** The events of a file against those held, both with each id once. `named`: every id in the file, also of what could not be read. */
export function catalogueChanges(
  held: readonly PolicyEvent[],
  incoming: readonly PolicyEvent[],
  named: ReadonlySet<string>,
): CatalogueChanges {
  const byId = new Map(held.map((event) => [event.id, event]))
  const added = incoming.filter(({ id }) => !byId.has(id))
  const changed = incoming.flatMap((event) => {
    const former = byId.get(event.id)
    const fields = former === undefined ? [] : changedFields(former, event)
    return fields.length === 0 ? [] : [{ event, fields }]
  })
  return {
    added,
    changed,
    unchanged: incoming.length - added.length - changed.length,
    missing: held.filter(({ id }) => !named.has(id)),
  }
}
