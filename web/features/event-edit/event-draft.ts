/** An event as somebody writes it: every part a text, so that what cannot be read yet is kept too. */
import { policyEventSchema, type PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import * as z from 'zod'

export const textNames = [
  'id',
  'title',
  'summary',
  'announced_date',
  'announced_time',
  'announced_tz',
  'announced_time_note',
  'announced_from',
  'announced_to',
  'date_precision',
  'effective_date',
  'end_date',
  'suspended_from',
  'suspended_until',
  'expected_date',
  'expected_note',
  'status',
  'status_as_of',
  'status_note',
  'jurisdiction',
  'issuing_body',
  'instrument_type',
  'official_source',
  'official_ref',
  'official_url',
  'official_url_status',
  'secondary_url',
  'confidence',
  'basis',
  'date_explanation',
  'quant.value',
  'quant.unit',
  'quant.period',
] as const
export type TextName = (typeof textNames)[number]
/** A part of the event's figure. */
export type QuantityName = Extract<TextName, `quant.${string}`>

export const isQuantity = (name: string): name is QuantityName => name.startsWith('quant.')

export const flagNames = ['context_only', 'review_needed'] as const
export type FlagName = (typeof flagNames)[number]

export const listNames = [
  'stages',
  'elements',
  'counterpart_jurisdictions',
  'companies',
  'supersedes',
  'superseded_by',
  'related',
] as const
export type ListName = (typeof listNames)[number]

/** The parts of one row, in the order of the form. */
export const rowCells = {
  status_history: ['date', 'status', 'note', 'related'],
  provisions: ['id', 'text', 'effective_date', 'suspended_from', 'suspended_until'],
  tickers: ['ticker', 'direction', 'reason'],
} as const
export type RowsName = keyof typeof rowCells
export const rowsNames = ['status_history', 'provisions', 'tickers'] as const satisfies readonly RowsName[]
export type CellName = (typeof rowCells)[RowsName][number]

/** `key` names the row while it is moved about. */
const rowSchema = z.object({ key: z.int(), cells: z.record(z.string(), z.string()) })
export type DraftRow = z.infer<typeof rowSchema>

/** As kept in the browser too. */
export const eventDraftSchema = z.object({
  texts: z.record(z.enum(textNames), z.string()),
  flags: z.record(z.enum(flagNames), z.boolean()),
  lists: z.record(z.enum(listNames), z.array(z.string())),
  rows: z.record(z.enum(rowsNames), z.array(rowSchema)),
})
export type EventDraft = z.infer<typeof eventDraftSchema>

/** A field of the form: that of the event, but for the figure, whose three parts are fields of their own. */
export type DraftField = TextName | FlagName | ListName | RowsName

/** What the form starts from where nothing is known. */
export const emptyDraft: EventDraft = {
  texts: textsFrom((name) =>
    name === 'date_precision' ? 'day' : name === 'official_url_status' ? 'none' : '',
  ),
  flags: { context_only: false, review_needed: false },
  lists: {
    stages: [],
    elements: [],
    counterpart_jurisdictions: [],
    companies: [],
    supersedes: [],
    superseded_by: [],
    related: [],
  },
  rows: {
    status_history: [newRow('status_history', [])],
    provisions: [],
    tickers: [],
  },
}

/** The draft that says what an event says. */
export function draftOf(event: PolicyEvent): EventDraft {
  const { quant } = event
  return {
    texts: textsFrom((name) => (isQuantity(name) ? quantityText(quant, name) : (event[name] ?? ''))),
    flags: { context_only: event.context_only, review_needed: event.review_needed },
    lists: {
      stages: [...event.stages],
      elements: [...event.elements],
      counterpart_jurisdictions: [...event.counterpart_jurisdictions],
      companies: [...event.companies],
      supersedes: [...event.supersedes],
      superseded_by: [...event.superseded_by],
      related: [...event.related],
    },
    rows: {
      status_history: event.status_history.map((step, key) => ({ key, cells: cellsOf(step) })),
      provisions: event.provisions.map((part, key) => ({ key, cells: cellsOf(part) })),
      tickers: event.tickers.map((exposure, key) => ({ key, cells: cellsOf(exposure) })),
    },
  }
}

function quantityText(quant: PolicyEvent['quant'], name: QuantityName): string {
  if (quant === null) return ''
  switch (name) {
    case 'quant.value':
      return String(quant.value)
    case 'quant.unit':
      return quant.unit
    case 'quant.period':
      return quant.period ?? ''
  }
}

/** What a draft says, to be read by the schema: empty is null where the schema has null. */
export function candidateOf({ texts, flags, lists, rows }: EventDraft): Record<string, unknown> {
  const parts = policyEventSchema.shape
  const hasQuantity = [texts['quant.value'], texts['quant.unit'], texts['quant.period']].some(isFilled)
  return {
    ...Object.fromEntries(
      textNames
        .filter((name) => !isQuantity(name))
        .map((name) => [name, isFilled(texts[name]) || !isNullable(name) ? texts[name].trim() : null]),
    ),
    ...flags,
    ...lists,
    status_history: rows.status_history.map(({ cells }) => saidBy(cells, parts.status_history.element.shape)),
    provisions: rows.provisions.map(({ cells }) => saidBy(cells, parts.provisions.element.shape)),
    tickers: rows.tickers.map(({ cells }) => saidBy(cells, parts.tickers.element.shape)),
    quant: hasQuantity
      ? {
          value: isFilled(texts['quant.value']) ? Number(texts['quant.value']) : undefined,
          unit: texts['quant.unit'].trim(),
          period: isFilled(texts['quant.period']) ? texts['quant.period'].trim() : null,
        }
      : null,
  }
}

/** Whether a text may be left empty, as the schema says. */
export function isNullable(name: TextName): boolean {
  return isQuantity(name) || policyEventSchema.shape[name].safeParse(null).success
}

/** A row with nothing in it, under a key that none of the others has. */
export function newRow(name: RowsName, others: readonly DraftRow[]): DraftRow {
  return {
    key: Math.max(-1, ...others.map(({ key }) => key)) + 1,
    cells: Object.fromEntries(rowCells[name].map((cell) => [cell, ''])),
  }
}

const isFilled = (text: string) => text.trim() !== ''

function textsFrom(textOf: (name: TextName) => string): EventDraft['texts'] {
  return z
    .record(z.enum(textNames), z.string())
    .parse(Object.fromEntries(textNames.map((name) => [name, textOf(name)])))
}

const cellsOf = (row: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? '']))

/** The cells of a row by its schema. */
function saidBy(
  cells: Readonly<Record<string, string>>,
  shape: Readonly<Record<string, z.ZodType>>,
): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => {
      const text = (cells[name] ?? '').trim()
      return [name, text === '' && schema.safeParse(null).success ? null : text]
    }),
  )
}

/** `cn-2026-11-20-rare-earth-export`: a short name from jurisdiction, day and the first words of the title; null: too little is known. */
export function idSuggestion({ texts }: EventDraft): string | null {
  const words = texts.title.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const told = words.filter((word) => word.length > 3).slice(0, SUGGESTED_WORDS)
  if (texts.jurisdiction === '' || texts.announced_date === '' || told.length === 0) return null
  return [texts.jurisdiction.toLowerCase(), texts.announced_date, ...told].join('-')
}

const SUGGESTED_WORDS = 4
