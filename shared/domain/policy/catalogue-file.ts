/** The whole catalogue as a file, in the format of `migrations/seed/policy-events.json`. */
import * as z from 'zod'
import type { FieldFault } from './event-faults.ts'
import { policyEventSchema, type PolicyEvent } from './event.ts'

/** Ascending by announcement, then by id: the order of the file and of every list. */
export const inCatalogueOrder = (events: readonly PolicyEvent[]): PolicyEvent[] =>
  events.toSorted((one, other) =>
    one.announced_date === other.announced_date
      ? compare(one.id, other.id)
      : compare(one.announced_date, other.announced_date),
  )

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** The file of these events: fields in the order of the schema, whatever the order they were kept in. */
export const catalogueText = (events: readonly PolicyEvent[]): string =>
  `${JSON.stringify(inCatalogueOrder(events.map((event) => policyEventSchema.parse(event))), null, 2)}\n`

/**
 * The events of a file, and all that is wrong with it: what no event can say, keys nobody knows, ids that come twice.
 * A fault names its place, `[12].end_date` in the thirteenth event; `events` holds what could be read, with its place;
 * `named` every id in the file, those of events that could not be read too.
 */
export function readCatalogue(entries: readonly unknown[]): {
  readonly events: readonly { readonly place: number; readonly event: PolicyEvent }[]
  readonly faults: readonly FieldFault[]
  readonly named: ReadonlySet<string>
} {
  const events: { place: number; event: PolicyEvent }[] = []
  const faults: FieldFault[] = []
  const places = new Map<string, number>()
  for (const [place, entry] of entries.entries()) {
    const read = strictSchema.safeParse(entry)
    if (!read.success) {
      faults.push(
        ...read.error.issues.flatMap(({ path, message, ...issue }) =>
          issue.code === 'unrecognized_keys'
            ? issue.keys.map((key) => fault(place, [...path, key], 'there is no such field'))
            : [fault(place, path, message)],
        ),
      )
      continue
    }
    const former = places.get(read.data.id)
    if (former !== undefined) faults.push(fault(place, ['id'], `stands at [${former}] already`))
    places.set(read.data.id, former ?? place)
    if (former === undefined) events.push({ place, event: read.data })
  }
  return { events, faults, named: new Set(entries.flatMap(idOf)) }
}

const withIdSchema = z.object({ id: z.string() })
const idOf = (entry: unknown): string[] => {
  const read = withIdSchema.safeParse(entry)
  return read.success ? [read.data.id] : []
}

/** A misspelt key would silently lose what it says. */
const strictSchema = policyEventSchema.strict()

const fault = (place: number, path: readonly PropertyKey[], why: string): FieldFault => ({
  field: [`[${place}]`, ...path.map(String)].join('.'),
  why,
})
