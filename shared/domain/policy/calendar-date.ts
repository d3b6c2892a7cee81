/** One dated thing ahead of an event or a company, or passed without an outcome: a row of the calendar. */
import * as z from 'zod'
import { instantSchema, isoDateSchema, tickerSchema, type IsoDate } from '../../kernel/brand.ts'
import { daysBetween } from '../calendar/wall-clock.ts'
import { stageSchema } from '../chain/stage.ts'
import { elementSymbolSchema } from '../chain/element.ts'
import { companyDateBasisSchema, companyDateKindSchema } from '../company-dates/company-date.ts'
import { confidenceSchema, eventIdSchema, instrumentTypeSchema, jurisdictionSchema } from './event.ts'
import type { PolicyEvent } from './event.ts'
import { scheduledPrecisionSchema } from './expected-precision.ts'
import { lastDayOf, scheduledDates, scheduledKindSchema } from './schedule.ts'
import { stateAt } from './lifecycle.ts'
import { policyStateSchema } from './state.ts'

/** Kinds of dates of policy, then those of companies. */
export const calendarKindSchema = z.enum([...scheduledKindSchema.options, ...companyDateKindSchema.options])
export type CalendarKind = z.infer<typeof calendarKindSchema>

/** Who says so, where, and of which day that page is; `date` null: a rule, which holds without one. */
const dateSourceSchema = z.object({
  name: z.string(),
  url: z.string().nullable(),
  date: isoDateSchema.nullable(),
})

export const calendarDateSchema = z.object({
  /** The same as long as the thing is the same, whatever its date: event or ticker, kind, part or period. */
  id: z.string(),
  /** The policy event; null: a date of a company. */
  event: eventIdSchema.nullable(),
  /** The company whose date it is; null: a date of policy. */
  ticker: tickerSchema.nullable(),
  title: z.string(),
  kind: calendarKindSchema,
  /** The first day of the span that `precision` names. */
  date: isoDateSchema,
  /** The last day of that span: `date` itself unless only month or year are known. */
  last_day: isoDateSchema,
  /** `approximate`: about that day; `on-or-before`: the last day allowed, not the likely one. */
  precision: z.enum([...scheduledPrecisionSchema.options, 'on-or-before']),
  /** Days from `at` to `last_day`; 0: today; negative: it has passed. */
  days_left: z.int(),
  /** The whole span lies before `at`, and no source says what became of it. */
  passed_unconfirmed: z.boolean(),
  /** How sure the catalogue is of the event; null: a date of a company, see `basis`. */
  confidence: confidenceSchema.nullable(),
  /** `catalogue`: a date of policy; else how the date of a company is known. */
  basis: z.enum(['catalogue', ...companyDateBasisSchema.options]),
  note: z.string().nullable(),
  /** The part of the act; null: the act as a whole. */
  provision: z.string().nullable(),
  /** What the date of a company is of: `quarter-to-2026-12-31`; null: a date of policy. */
  period: z.string().nullable(),
  /** The last day the rules allow, beside an earlier date of a company; null: none is known, or `date` is that day. */
  latest: z.object({ date: isoDateSchema, source: dateSourceSchema }).nullable(),
  source: dateSourceSchema,
  /** The event's state at `at`. */
  state: policyStateSchema.nullable(),
  /** null and empty for dates of companies, which belong to no act; `tickers` then is the company. */
  jurisdiction: jurisdictionSchema.nullable(),
  instrument_type: instrumentTypeSchema.nullable(),
  stages: z.array(stageSchema),
  elements: z.array(elementSymbolSchema),
  tickers: z.array(tickerSchema),
  context_only: z.boolean(),
  /** When the revision behind it was stored, and which it is; null: worked out, not recorded. */
  recorded_at: instantSchema.nullable(),
  revision: z.int().nullable(),
})
export type CalendarDate = z.infer<typeof calendarDateSchema>

/** The revision of a record a date is read from. */
export type Recorded = Pick<CalendarDate, 'recorded_at' | 'revision'>

/** The dates of an event on a day, ascending; none while it is not announced, or over. */
export function calendarDatesOf(event: PolicyEvent, recorded: Recorded, at: IsoDate): CalendarDate[] {
  const state = stateAt(event, at)
  return scheduledDates(event, at).map(({ kind, provision, date, precision, note, passedUnconfirmed }) => {
    const lastDay = lastDayOf[precision](date)
    return {
      id: [event.id, kind, ...(provision === null ? [] : [provision])].join('.'),
      event: event.id,
      ticker: null,
      title: event.title,
      kind,
      date,
      last_day: lastDay,
      precision,
      days_left: daysBetween(at, lastDay),
      passed_unconfirmed: passedUnconfirmed,
      confidence: event.confidence,
      basis: 'catalogue',
      note,
      provision,
      period: null,
      latest: null,
      source: sourceOf(event),
      state,
      jurisdiction: event.jurisdiction,
      instrument_type: event.instrument_type,
      stages: event.stages,
      elements: event.elements,
      tickers: event.tickers.map(({ ticker }) => ticker),
      context_only: event.context_only,
      ...recorded,
    }
  })
}

/**
 * The official text where its address is known; else the page on which the facts were seen, which is named, for it is not
 * the official text. As of the last evidence for the state.
 */
function sourceOf(event: PolicyEvent): CalendarDate['source'] {
  const { official_source: name, official_ref: ref, official_url: url, secondary_url: seenAt } = event
  const parts = [name, ref !== null && name?.includes(ref) === true ? null : ref]
  const official = parts.filter((part) => part !== null).join(', ')
  const act = official === '' ? event.issuing_body : official
  const isSecondary = url === null && seenAt !== null
  return {
    name: isSecondary ? `${act}, seen at ${hostOf(seenAt)}` : act,
    url: url ?? seenAt,
    date: event.status_as_of ?? event.announced_date,
  }
}

/** `clarkhill.com` of `https://www.clarkhill.com/news`. */
const hostOf = (address: string): string => /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(address)?.[1] ?? address
