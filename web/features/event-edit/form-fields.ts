/** How each field is filled in, and in which order; what may be chosen and what may stay empty comes from the schema. */
import { elementSymbolSchema } from '@oreline/shared/domain/chain/element.ts'
import { stageSchema } from '@oreline/shared/domain/chain/stage.ts'
import {
  confidenceSchema,
  datePrecisionSchema,
  directionSchema,
  instrumentTypeSchema,
  policyEventSchema,
} from '@oreline/shared/domain/policy/event.ts'
import { policyStateValueSchema, policyStepStatusSchema } from '@oreline/shared/domain/policy/status.ts'
import { instrumentWords, stageWords, stateWords, stepWords } from '../../ui/policy-words.ts'
import type { CellName, DraftField, ListName, TextName } from './event-draft.ts'

export type Choice = { readonly value: string; readonly label: string }

/** `line`, `area`: text of one or several lines; `figure`: a number. */
export type TextControl = 'line' | 'area' | 'day' | 'time' | 'figure' | readonly Choice[]

const choices = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>): Choice[] =>
  values.map((value) => ({ value, label: words[value] }))

const textControls: Partial<Readonly<Record<TextName, TextControl>>> = {
  summary: 'area',
  basis: 'area',
  status_note: 'area',
  date_explanation: 'area',
  announced_date: 'day',
  announced_time: 'time',
  effective_date: 'day',
  end_date: 'day',
  suspended_from: 'day',
  suspended_until: 'day',
  expected_date: 'day',
  status_as_of: 'day',
  'quant.value': 'figure',
  instrument_type: choices(instrumentTypeSchema.options, instrumentWords),
  date_precision: choices(datePrecisionSchema.options, {
    day: 'the day',
    month: 'the month only',
    year: 'the year only',
    'on-or-before': 'on or before the day',
  }),
  status: choices(policyStateValueSchema.options, stateWords),
  official_url_status: choices(policyEventSchema.shape.official_url_status.options, {
    seen: 'seen in a source',
    'known-not-opened': 'known, not opened',
    none: 'not recorded',
  }),
  confidence: choices(confidenceSchema.options, {
    verified: 'verified: a source states it',
    known: 'known: general knowledge',
  }),
}
export const controlOf = (name: TextName): TextControl => textControls[name] ?? 'line'

/** `events`: ids of the catalogue; `tickers`: those that are followed. */
export type CellControl = 'line' | 'area' | 'day' | 'events' | 'tickers' | readonly Choice[]

const cellControls: Partial<Readonly<Record<CellName, CellControl>>> = {
  date: 'day',
  effective_date: 'day',
  suspended_from: 'day',
  suspended_until: 'day',
  related: 'events',
  ticker: 'tickers',
  text: 'area',
  status: choices(policyStepStatusSchema.options, stepWords),
  direction: choices(directionSchema.options, { '+': '+ up', '-': '− down', '?': '? open or mixed' }),
}
export const cellControlOf = (name: CellName): CellControl => cellControls[name] ?? 'line'

/** `texts`: free entries; `events`: ids of the catalogue; choices: any number of them. */
export const listControls: Readonly<Record<ListName, 'texts' | 'events' | readonly Choice[]>> = {
  stages: choices(stageSchema.options, stageWords),
  elements: elementSymbolSchema.options.map((symbol) => ({ value: symbol, label: symbol })),
  counterpart_jurisdictions: 'texts',
  companies: 'texts',
  supersedes: 'events',
  superseded_by: 'events',
  related: 'events',
}

/** Texts of one line that want a whole line. */
export const wideFields: ReadonlySet<DraftField> = new Set<DraftField>(['title', 'official_source'])

type FormSection = { readonly id: string; readonly title: string; readonly fields: readonly DraftField[] }

/** Every field once. */
export const formSections: readonly FormSection[] = [
  {
    id: 'what',
    title: 'What happened',
    fields: [
      'title',
      'summary',
      'instrument_type',
      'jurisdiction',
      'issuing_body',
      'id',
      'counterpart_jurisdictions',
    ],
  },
  {
    id: 'when',
    title: 'When the market could know',
    fields: [
      'announced_date',
      'date_precision',
      'announced_time',
      'announced_tz',
      'announced_from',
      'announced_to',
      'announced_time_note',
      'date_explanation',
    ],
  },
  {
    id: 'life',
    title: 'What holds when',
    fields: [
      'effective_date',
      'end_date',
      'suspended_from',
      'suspended_until',
      'expected_date',
      'expected_note',
      'status',
      'status_as_of',
      'status_note',
      'review_needed',
      'status_history',
      'provisions',
    ],
  },
  { id: 'links', title: 'Other events', fields: ['supersedes', 'superseded_by', 'related'] },
  {
    id: 'touches',
    title: 'What and whom it touches',
    fields: [
      'stages',
      'elements',
      'tickers',
      'companies',
      'quant.value',
      'quant.unit',
      'quant.period',
      'context_only',
    ],
  },
  {
    id: 'sources',
    title: 'How anybody knows',
    fields: [
      'official_source',
      'official_ref',
      'official_url',
      'official_url_status',
      'secondary_url',
      'confidence',
      'basis',
    ],
  },
]
