/** The fields of a row as its schema has them: what may be chosen and what may stay empty is nowhere said twice. */
import { chainPartSchemas } from '@oreline/shared/domain/chain/records.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import * as z from 'zod'
import type { RowPart } from './edit-button.tsx'

type Place = {
  /** As Oreline names it, `capacity.basis`. */
  readonly path: string
  readonly key: string
  /** What the row has where nothing is filled in; `needed`: something must be. */
  readonly empty: 'null' | 'absent' | 'needed'
  /** Whether the form says so: of a value that may be left out as a whole no part is asked for. */
  readonly isAsked: boolean
}
/** `line`, `area`: text of one or several lines; `names`: short names, parted by spaces. */
export type RowField = Place &
  (
    | { readonly control: 'line' | 'area' | 'day' | 'figure' | 'flag' | 'names' }
    | { readonly control: 'one' | 'boxes'; readonly options: readonly string[] }
  )
/** Fields that are one value of the row: an object, or a list of fixed length. */
export type RowGroup = Place & { readonly control: 'object' | 'tuple'; readonly parts: readonly RowNode[] }
/** Entries with fields of their own, as many as there are: `controls.0.event_id`. */
export type RowList = Place & {
  readonly control: 'list'
  readonly entry: (place: number) => readonly RowNode[]
}
export type RowNode = RowField | RowGroup | RowList

export const isGroup = (node: RowNode): node is RowGroup =>
  node.control === 'object' || node.control === 'tuple'

/** The fields of a part's rows, in the order of its schema. */
export const rowNodes = (part: RowPart): readonly RowNode[] => nodesOf(chainPartSchemas[part].shape, '', true)

const nodesOf = (
  shape: Readonly<Record<string, unknown>>,
  above: string,
  isAsked: boolean,
): readonly RowNode[] =>
  Object.entries(shape)
    .filter(([key]) => !shippedOnly.has(inAnyEntry(above + key)))
    .map(([key, schema]) => nodeOf(schema, { path: above + key, key, empty: 'needed', isAsked }))

/** How a control stood when it was shipped: kept with it, whatever is edited; what holds on a day its event tells. */
const shippedOnly: ReadonlySet<string> = new Set([
  'controls.#.state',
  'controls.#.until',
  'controls.#.state_since',
])

/** `controls.#.event_id` of `controls.2.event_id`. */
const inAnyEntry = (path: string) => path.replace(/\.\d+\./, '.#.')

/** What the id of a row names, and no edit changes. */
export const isFixed = (part: RowPart, path: string): boolean => part === 'element' && path === 'symbol'

function nodeOf(schema: unknown, place: Place): RowNode {
  if (schema instanceof z.ZodNullable)
    return nodeOf(schema.unwrap(), { ...place, empty: 'null', isAsked: false })
  if (schema instanceof z.ZodOptional)
    return nodeOf(schema.unwrap(), { ...place, empty: 'absent', isAsked: false })
  if (schema instanceof z.ZodObject)
    return { ...place, control: 'object', parts: nodesOf(schema.shape, `${place.path}.`, place.isAsked) }
  if (schema instanceof z.ZodTuple)
    return {
      ...place,
      control: 'tuple',
      parts: schema.def.items.map((item, at) =>
        nodeOf(item, {
          path: `${place.path}.${at}`,
          key: String(at),
          empty: 'needed',
          isAsked: place.isAsked,
        }),
      ),
    }
  if (schema instanceof z.ZodArray) {
    const { element } = schema
    if (element instanceof z.ZodEnum)
      return { ...place, control: 'boxes', options: element.options.map(String) }
    if (!(element instanceof z.ZodObject)) return { ...place, control: 'names' }
    const { shape } = element
    return {
      ...place,
      control: 'list',
      entry: (at) => nodesOf(shape, `${place.path}.${at}.`, place.isAsked),
    }
  }
  if (schema instanceof z.ZodEnum) return { ...place, control: 'one', options: schema.options.map(String) }
  if (schema instanceof z.ZodBoolean) return { ...place, control: 'flag' }
  if (schema instanceof z.ZodNumber) return { ...place, control: 'figure' }
  if (schema === isoDateSchema) return { ...place, control: 'day' }
  return { ...place, control: longTexts.has(place.path) ? 'area' : 'line' }
}

/** Texts that run over several lines. */
const longTexts: ReadonlySet<string> = new Set(['note', 'measured', 'basis', 'capacity.basis', 'uses'])

const words: Readonly<Record<string, string>> = {
  ticker: 'Company',
  since: 'Since, its first day',
  since_precision: 'How exact “since” is',
  expected: 'Expected, its last day',
  expected_precision: 'How exact “expected” is',
  'capacity.value': 'Capacity',
  'capacity.unit': 'Its unit, with “a year”',
  'capacity.basis': 'What it is: nameplate, target, feed, quota or output',
  as_of: 'As of',
  event_ids: 'Events, by their short names',
  event_id: 'Event, by its short name',
  'source.name': 'Source',
  'source.url': 'Its address',
  share_percent: 'Share, percent',
  'range_percent.0': 'Or from, percent',
  'range_percent.1': 'to, percent',
  count: 'Or a count',
  measured: 'What was measured',
  'range.0': 'Or from',
  'range.1': 'to',
  date_precision: 'How exact the day is',
  conditional: 'Conditional: a letter, an option, a floor or a credit not yet earned',
  counted_in: 'Counted in, the id of the row that holds this money',
  'controls.#.announcement': 'Act, as it is cited',
  'controls.#.event_id': 'Its event, by its short name',
  'controls.#.related_event_ids': 'Events that changed it, by their short names',
  uses_confidence: 'Confidence in the uses',
}

/** `capacity.basis` in the words of a form; a path nobody knows is read as it stands. */
export function rowFieldWords(path: string): string {
  const known = words[path] ?? words[inAnyEntry(path)]
  if (known !== undefined) return known
  const plain = path.replaceAll(/[._]/g, ' ')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** As `rowFieldWords`, and of which entry of a list: `Control 2: act, as it is cited`. */
export function rowPathWords(path: string): string {
  const entry = /^(\w+?)s\.(\d+)\./.exec(path)
  const field = rowFieldWords(path)
  if (entry === null) return field
  const [, name = '', place = ''] = entry
  return `${rowFieldWords(name)} ${Number(place) + 1}: ${field.charAt(0).toLowerCase()}${field.slice(1)}`
}
