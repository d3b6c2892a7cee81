/** A row as somebody writes it: every field a text, so that what cannot be read yet is kept too. */
import { chainPartSchemas } from '@oreline/shared/domain/chain/records.ts'
import { issueErrors, type FieldErrors } from '../../ui/form-errors.ts'
import type { RowPart } from './edit-button.tsx'
import { isGroup, rowNodes, type RowField, type RowNode } from './row-fields.ts'

/** By path: text, the names chosen among boxes, or whether a flag is set. */
export type RowDraft = Readonly<Record<string, string | boolean | readonly string[]>>

/** What a row says, field by field; what it does not say is empty. */
export const draftOf = (part: RowPart, row: unknown): RowDraft =>
  Object.fromEntries(
    leavesOf(rowNodes(part)).map((field) => [field.path, textOf(field, valueAt(row, field.path))]),
  )

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

/** The fields in which two drafts differ. */
export const differences = (one: RowDraft, other: RowDraft): readonly string[] =>
  Object.keys(one).filter((path) => String(one[path]) !== String(other[path]))

const leavesOf = (nodes: readonly RowNode[]): readonly RowField[] =>
  nodes.flatMap((node) => (isGroup(node) ? leavesOf(node.parts) : [node]))

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
  if (isGroup(node)) {
    const isBlank = leavesOf(node.parts).every(({ path }) => draft[path] === '')
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
function blankOf({ empty, control }: RowNode): unknown {
  if (empty === 'null') return null
  if (empty === 'needed' && (control === 'area' || control === 'line')) return ''
  return undefined
}
