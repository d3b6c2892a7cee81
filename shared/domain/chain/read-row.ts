/** A row of the chain as somebody sends it: what it says, or every field in which it cannot be taken. */
import type * as z from 'zod'
import type { FieldFault } from '../policy/event-faults.ts'
import { chainPartSchemas, type ChainPart } from './records.ts'
import {
  coverageFaults,
  disclosedFaults,
  elementFaults,
  moneyFaults,
  shareFaults,
  type KnownNames,
} from './row-faults.ts'

/** The parts whose rows people may change; stages and controls on all elements are as shipped. */
export type EditablePart = 'element' | 'coverage' | 'share' | 'disclosed' | 'money'

type Sent = {
  readonly part: EditablePart
  readonly slug: string
  readonly row: Readonly<Record<string, unknown>>
}
export type ReadRow =
  | { readonly row: object; readonly faults: readonly [] }
  | { readonly row: null; readonly faults: readonly FieldFault[] }

/**
 * Reads a row that is sent, as served or as shipped: what the API adds to a row is left out, what nobody knows is a
 * fault, for a misspelt field would silently lose what it says. `held`: what the row replaces.
 */
export function readRow({ part, slug, row: sent }: Sent, held: object | null, known: KnownNames): ReadRow {
  const row = Object.fromEntries(Object.entries(sent).filter(([field]) => !served.has(field)))
  switch (part) {
    case 'element':
      return checked(chainPartSchemas.element.strict(), withShippedControls(row, held), (element) =>
        elementFaults(element, slug, known),
      )
    case 'coverage':
      return checked(chainPartSchemas.coverage.strict(), row, (one) => coverageFaults(one, known))
    case 'share':
      return checked(chainPartSchemas.share.strict(), row, shareFaults)
    case 'disclosed':
      return checked(chainPartSchemas.disclosed.strict(), row, (one) => disclosedFaults(one, known))
    case 'money':
      return checked(chainPartSchemas.money.strict(), withoutNoHolder(row), (one) =>
        moneyFaults(one, `money/${slug}`, known),
      )
  }
}

/** What the API adds to a row. */
const served: ReadonlySet<string> = new Set([
  'id',
  'revision',
  'origin',
  'recorded_at',
  'event_state',
  'event_jurisdiction',
  'ended',
])

/** What a row says that its part's schema does not know, or does not take. */
export function strictFaults(part: ChainPart, row: object): readonly FieldFault[] {
  const read = chainPartSchemas[part].strict().safeParse(row)
  return read.success ? [] : read.error.issues.flatMap(faultsOfIssue)
}

function checked<S extends z.ZodType<object>>(
  schema: S,
  row: object,
  faultsOf: (row: z.output<S>) => readonly FieldFault[],
): ReadRow {
  const read = schema.safeParse(row)
  if (!read.success) return { row: null, faults: read.error.issues.flatMap(faultsOfIssue) }
  const faults = faultsOf(read.data)
  return faults.length === 0 ? { row: read.data, faults: [] } : { row: null, faults }
}

const faultsOfIssue = ({ path, message, ...issue }: z.core.$ZodIssue): FieldFault[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ field: fieldAt([...path, key]), why: 'there is no such field' }))
    : [{ field: fieldAt(path), why: message }]

const fieldAt = (path: readonly PropertyKey[]): string => path.map(String).join('.')

/** The API says null where the file says nothing. */
function withoutNoHolder({ counted_in: holder, ...row }: Readonly<Record<string, unknown>>): object {
  return holder === null || holder === undefined ? row : { ...row, counted_in: holder }
}

/** How a control stood when it was shipped is kept, whatever is sent for it; one added since has nothing of the kind. */
function withShippedControls(row: Readonly<Record<string, unknown>>, held: object | null): object {
  const { controls } = row
  if (!Array.isArray(controls)) return row
  const former = chainPartSchemas.element.safeParse(held)
  const shipped = former.success ? former.data.controls : []
  return {
    ...row,
    controls: controls.map((control: unknown) => {
      if (typeof control !== 'object' || control === null) return control
      const one = shipped.find((other) => 'event_id' in control && other.event_id === control.event_id)
      return { ...control, state: one?.state, until: one?.until, state_since: one?.state_since }
    }),
  }
}
