/** A row as somebody writes it: every field a text, so that what cannot be read yet is kept too. */
import { chainPartSchemas } from '@oreline/shared/domain/chain/records.ts'
import { issueErrors, type FieldErrors } from '../../ui/form-errors.ts'
import type { RowPart } from './edit-button.tsx'
import { isGroup, rowNodes, type RowField, type RowGroup, type RowList, type RowNode } from './row-fields.ts'

/** By path: text, the names chosen among boxes, or whether a flag is set. */
export type RowDraft = Readonly<Record<string, string | boolean | readonly string[]>>

/** What a row says, field by field; what it does not say is empty. */
export const draftOf = (part: RowPart, row: unknown): RowDraft =>
  draftOfFields(
    leavesOf(rowNodes(part), (path) => {
      const entries = valueAt(row, path)
      return Array.isArray(entries) ? entries.length : 0
    }),
    row,
  )

const draftOfFields = (fields: readonly RowField[], row: unknown): RowDraft =>
  Object.fromEntries(fields.map((field) => [field.path, textOf(field, valueAt(row, field.path))]))

/** How many entries of a list are written. */
export function entriesIn(draft: RowDraft, path: string): number {
  const places = Object.keys(draft).flatMap((name) =>
    name.startsWith(`${path}.`) ? [Number(name.slice(path.length + 1).split('.', 1)[0])] : [],
  )
  return Math.max(-1, ...places) + 1
}

/** With an empty entry at the end of a list. */
export function withEntry(draft: RowDraft, { path, entry }: RowList): RowDraft {
  const fields = leavesOf(entry(entriesIn(draft, path)), () => 0)
  return { ...draft, ...draftOfFields(fields, {}) }
}

/** Without one entry of a list; those after it move up. */
export function withoutEntry(draft: RowDraft, path: string, place: number): RowDraft {
  return Object.fromEntries(
    Object.entries(draft).flatMap(([name, value]) => {
      if (!name.startsWith(`${path}.`)) return [[name, value] as const]
      const [at = '', ...rest] = name.slice(path.length + 1).split('.')
      if (Number(at) === place) return []
      const moved = Number(at) > place ? Number(at) - 1 : Number(at)
      return [[[path, moved, ...rest].join('.'), value] as const]
    }),
  )
}

/** What can be stored, or everything that is wrong by field, `row.capacity.value`. */
export function readRowDraft(
  part: RowPart,
  draft: RowDraft,
):
  | { readonly kind: 'row'; readonly row: Readonly<Record<string, unknown>> }
  | { readonly kind: 'faulty'; readonly errors: FieldErrors } {
  const row = objectOf(rowNodes(part), draft)
  const read = chainPartSchemas[part].safeParse(row)
  if (read.success) return { kind: 'row', row }
  return {
    kind: 'faulty',
    errors: Object.fromEntries(
      Object.entries(issueErrors(read.error)).map(([path, why]) => [
        path === '' ? 'row' : `row.${path}`,
        why,
      ]),
    ),
  }
}

/** The fields in which two drafts differ; an entry that one of them lacks differs in all it says. */
export const differences = (one: RowDraft, other: RowDraft): readonly string[] =>
  Object.keys({ ...one, ...other }).filter((path) => String(one[path] ?? '') !== String(other[path] ?? ''))

/** The single fields; `count`: of the entries of the list at a path. */
const leavesOf = (nodes: readonly RowNode[], count: (path: string) => number): readonly RowField[] =>
  nodes.flatMap((node) => {
    if (isGroup(node)) return leavesOf(node.parts, count)
    return node.control === 'list' ? leavesOf(entriesOf(node, count(node.path)).flat(), count) : [node]
  })

const entriesOf = ({ entry }: RowList, count: number) =>
  Array.from({ length: count }, (_, place) => entry(place))

function valueAt(row: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).find(([name]) => name === key)?.[1]
  }, row)
}

function textOf({ control }: RowField, value: unknown): RowDraft[string] {
  if (control === 'flag') return value === true
  if (control === 'boxes') return Array.isArray(value) ? value.map(String) : []
  if (control === 'names') return Array.isArray(value) ? value.map(String).join(' ') : ''
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : ''
}

function objectOf(nodes: readonly RowNode[], draft: RowDraft): Record<string, unknown> {
  return Object.fromEntries(
    nodes.flatMap((node) => {
      const value = valueOf(node, draft)
      return value === undefined ? [] : [[node.key, value]]
    }),
  )
}

function valueOf(node: RowNode, draft: RowDraft): unknown {
  if (node.control === 'list')
    return entriesOf(node, entriesIn(draft, node.path)).map((nodes) => objectOf(nodes, draft))
  if (isGroup(node)) {
    const isBlank = leavesOf(node.parts, () => 0).every(({ path }) => draft[path] === '')
    if (isBlank && node.empty !== 'needed') return blankOf(node)
    const parts = objectOf(node.parts, draft)
    return node.control === 'tuple' ? node.parts.map(({ key }) => parts[key]) : parts
  }
  const said = draft[node.path]
  if (typeof said !== 'string') return said
  const text = said.trim()
  if (node.control === 'names') return text === '' ? [] : text.split(/[\s,]+/)
  if (text === '') return node.empty === 'needed' && node.control === 'line' ? '' : blankOf(node)
  if (node.control !== 'figure') return text
  const figure = Number(text)
  // What is no number stays as it was typed, for the schema to say so.
  return Number.isFinite(figure) ? figure : text
}

/** Nothing filled in: null, or left out; where something is needed the schema asks for it. */
function blankOf({ empty, control }: RowField | RowGroup): unknown {
  if (empty === 'null') return null
  if (empty === 'needed' && (control === 'area' || control === 'line')) return ''
  return undefined
}
