/** The fields of an event in words: their names wherever they are shown, and what to write wherever they are filled in. */
import type { Exposure, PolicyEvent, PolicyStep, Provision } from '@oreline/shared/domain/policy/event.ts'

type FieldWords = { readonly label: string; readonly hint?: string }
type QuantityCell = 'value' | 'unit' | 'period'

export const eventFieldWords: Readonly<Record<keyof PolicyEvent, FieldWords>> = {
  id: {
    label: 'Short name',
    hint: 'Jurisdiction or company, date, subject: cn-2025-11-07-mofcom-70. Never used again',
  },
  title: { label: 'Title', hint: 'In own words, neutral, at most 90 characters' },
  summary: { label: 'Summary', hint: 'What was decided or done, by whom, and what it changes' },
  announced_date: {
    label: 'Announced on',
    hint: 'When the market could first know, in the announcer’s zone. Of a month or year: its first day',
  },
  announced_time: { label: 'Hour', hint: 'Only where it was seen' },
  announced_tz: { label: 'Time zone of the hour', hint: 'Such as Asia/Shanghai' },
  announced_time_note: { label: 'About the hour', hint: 'Such as: evening, after the Shanghai close' },
  announced_from: {
    label: 'Not before',
    hint: 'In UTC: 2025-11-07T10:00:00Z. With the next, it bounds the moment',
  },
  announced_to: { label: 'Not after', hint: 'In UTC. The two decide on the event session of each exchange' },
  date_precision: { label: 'How exact the day is' },
  effective_date: { label: 'Takes effect on', hint: 'May precede the announcement' },
  end_date: { label: 'Last day in force', hint: 'Known or scheduled, inclusive' },
  suspended_from: { label: 'Paused from' },
  suspended_until: { label: 'Last day of the pause', hint: 'Inclusive' },
  expected_date: { label: 'Expected on', hint: 'A promised or scheduled day' },
  expected_note: { label: 'What is expected', hint: 'And how exact the day is' },
  status: { label: 'Status', hint: 'As the evidence stood; the state on a day comes from the steps' },
  status_as_of: { label: 'Status as of', hint: 'Empty: settled long ago' },
  status_note: { label: 'About the status' },
  status_history: { label: 'Steps', hint: 'In order of occurrence. A step whose day is unknown has none' },
  supersedes: { label: 'Supersedes', hint: 'The other event is given the counterpart in the same moment' },
  superseded_by: {
    label: 'Superseded by',
    hint: 'The other event is given the counterpart in the same moment',
  },
  related: { label: 'Related to' },
  jurisdiction: { label: 'Jurisdiction', hint: 'Country code of the actor, or EU, WTO, G7' },
  counterpart_jurisdictions: { label: 'Aimed at or agreed with', hint: 'Country codes, or EU, WTO, G7' },
  issuing_body: { label: 'Issued by' },
  instrument_type: { label: 'Kind' },
  stages: { label: 'Stages of the chain' },
  elements: { label: 'Elements', hint: 'All seventeen where the whole group is covered, none where none' },
  tickers: {
    label: 'Exposures',
    hint: 'The direction expected is a judgement, with its reason in one clause',
  },
  companies: { label: 'Other companies', hint: 'Touched, and not followed here' },
  quant: { label: 'Figure', hint: 'The one number worth plotting' },
  official_source: { label: 'Official source', hint: 'Name of the act or notice' },
  official_ref: { label: 'Its number' },
  official_url: { label: 'Its address', hint: 'http or https' },
  official_url_status: { label: 'The address was' },
  secondary_url: { label: 'Facts seen at', hint: 'http or https' },
  confidence: { label: 'Confidence' },
  basis: { label: 'Basis', hint: 'Which sources state what' },
  date_explanation: { label: 'Why this date', hint: 'Where it is not obvious' },
  context_only: { label: 'Background only', hint: 'Not about rare earths; hidden unless asked for' },
  review_needed: { label: 'Needs a review', hint: 'An end or promised date has passed without evidence' },
  provisions: { label: 'Parts with dates of their own', hint: 'None where one set of dates serves' },
}

/** The parts of a step, a provision, an exposure and a figure; a name means the same in each. */
export const eventCellWords: Readonly<
  Record<keyof PolicyStep | keyof Provision | keyof Exposure | QuantityCell, string>
> = {
  date: 'Day',
  status: 'What happened',
  note: 'Note',
  related: 'Because of',
  id: 'Short name',
  text: 'What it says',
  effective_date: 'Takes effect on',
  suspended_from: 'Paused from',
  suspended_until: 'Last day of the pause',
  ticker: 'Ticker',
  direction: 'Expected direction',
  reason: 'Reason',
  value: 'Value',
  unit: 'Unit',
  period: 'Period',
}

/** `Steps 3, day` of `status_history.2.date`; a name nobody knows stays as it is. */
export function fieldPathWords(path: string): string {
  const [field = '', ...deeper] = path.split('.')
  const label = isEventField(field) ? eventFieldWords[field].label : field
  const [first, second] = deeper
  if (first === undefined) return label
  if (!/^\d+$/.test(first)) return `${label}, ${cellWords(first)}`
  const place = `${label} ${Number(first) + 1}`
  return second === undefined ? place : `${place}, ${cellWords(second)}`
}

const isEventField = (name: string): name is keyof PolicyEvent => Object.hasOwn(eventFieldWords, name)
const isCell = (name: string): name is keyof typeof eventCellWords => Object.hasOwn(eventCellWords, name)
const cellWords = (name: string) => (isCell(name) ? eventCellWords[name].toLowerCase() : name)
