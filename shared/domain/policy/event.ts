/**
 * A policy or industry event as the catalogue keeps it: what was announced, by whom, when the market could know,
 * and its dated steps. Keys are those of the API and of `migrations/seed/policy-events.json`; every event has every key.
 */
import * as z from 'zod'
import { instantSchema, isoDateSchema, tickerSchema } from '../../kernel/brand.ts'
import { timeZoneSchema, wallTimeSchema } from '../calendar/calendar.ts'
import { elementSymbolSchema } from '../chain/element.ts'
import { stageSchema } from '../chain/stage.ts'
import { policyStateValueSchema, policyStepStatusSchema } from './status.ts'

/** A stable slug: jurisdiction or company, date, subject. Never reused. */
export const eventIdSchema = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words and digits joined by hyphens')
  .brand<'EventId'>()
export type EventId = z.infer<typeof eventIdSchema>

/** ISO 3166 country code of the actor, or EU, WTO, G7. */
export const jurisdictionSchema = z.string().regex(/^[A-Z][A-Z0-9]{1,2}$/, 'a country code, or EU, WTO, G7')

export const instrumentTypeSchema = z.enum([
  'corporate-milestone',
  'court-ruling',
  'equity-stake',
  'export-control',
  'grant-loan',
  'investigation',
  'licensing',
  'offtake',
  'price-floor',
  'quota',
  'regulation',
  'stockpile',
  'supply-shock',
  'tariff',
  'trade-agreement',
])
export type InstrumentType = z.infer<typeof instrumentTypeSchema>

/**
 * How exact `announced_date` is. `month` and `year` hold the first day of the span; `on-or-before` is an upper bound
 * only and is never drawn as a day.
 */
export const datePrecisionSchema = z.enum(['day', 'month', 'year', 'on-or-before'])
export type DatePrecision = z.infer<typeof datePrecisionSchema>

/** `verified`: a source states it; `known`: general knowledge, `basis` says which part. */
export const confidenceSchema = z.enum(['verified', 'known'])
export type Confidence = z.infer<typeof confidenceSchema>

/** The expected sign of the price reaction; a judgement, not a measurement. `?`: open or mixed. */
export const directionSchema = z.enum(['+', '-', '?'])

/** An address a reader may open: http or https, nothing else. */
export const webAddressSchema = z.url({ protocol: /^https?$/, error: 'an http or https address' })

/** One dated step of an event's life. `date` null: the day is unknown; `related`: the event that caused the step. */
export const policyStepSchema = z.object({
  date: isoDateSchema.nullable(),
  status: policyStepStatusSchema,
  note: z.string().nullable(),
  related: eventIdSchema.nullable(),
})
export type PolicyStep = z.infer<typeof policyStepSchema>

/** A part of an act with dates of its own. `suspended_until` is the last day of the pause, inclusive. */
export const provisionSchema = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  text: z.string().min(1),
  effective_date: isoDateSchema.nullable(),
  suspended_from: isoDateSchema.nullable(),
  suspended_until: isoDateSchema.nullable(),
})
export type Provision = z.infer<typeof provisionSchema>

/** An instrument the event may move, with the direction expected and the reason in one clause. */
export const exposureSchema = z.object({
  ticker: tickerSchema,
  direction: directionSchema,
  reason: z.string().min(1),
})
export type Exposure = z.infer<typeof exposureSchema>

/** The one number worth plotting. `period` names what it covers (`2025Q3`, `ten years`); null: a single amount. */
const quantitySchema = z.object({
  value: z.number(),
  unit: z.string().min(1),
  period: z.string().nullable(),
})

export const policyEventSchema = z.object({
  id: eventIdSchema,
  title: z.string().min(1).max(90),
  summary: z.string().min(1),
  /** The day on which the market could first know, in the announcer's zone; read it with `date_precision`. */
  announced_date: isoDateSchema,
  /** Wall clock in `announced_tz`; null: the hour was not seen. */
  announced_time: wallTimeSchema.nullable(),
  announced_tz: timeZoneSchema.nullable(),
  announced_time_note: z.string().nullable(),
  /** Bounds of the moment of announcement; both null: only the day is known. */
  announced_from: instantSchema.nullable(),
  announced_to: instantSchema.nullable(),
  date_precision: datePrecisionSchema,
  /** Start of legal or commercial effect; may precede the announcement (a price that covers its whole quarter). */
  effective_date: isoDateSchema.nullable(),
  /** Known or scheduled last day of effect, inclusive; null: none known. */
  end_date: isoDateSchema.nullable(),
  suspended_from: isoDateSchema.nullable(),
  /** Last day of the pause, inclusive. */
  suspended_until: isoDateSchema.nullable(),
  /** A promised or scheduled point; `expected_note` says how exact it is. */
  expected_date: isoDateSchema.nullable(),
  expected_note: z.string().nullable(),
  /** As the evidence stood on `status_as_of` (null: settled long ago). The state on a given day comes from the steps. */
  status: policyStateValueSchema,
  status_as_of: isoDateSchema.nullable(),
  status_note: z.string().nullable(),
  /** In order of occurrence; never empty. */
  status_history: z.array(policyStepSchema).min(1),
  /** Supersession is symmetric between events, `related` may be one-way. */
  supersedes: z.array(eventIdSchema),
  superseded_by: z.array(eventIdSchema),
  related: z.array(eventIdSchema),
  jurisdiction: jurisdictionSchema,
  counterpart_jurisdictions: z.array(jurisdictionSchema),
  issuing_body: z.string().min(1),
  instrument_type: instrumentTypeSchema,
  stages: z.array(stageSchema),
  /** All seventeen where the whole group is covered, empty where none. */
  elements: z.array(elementSymbolSchema),
  tickers: z.array(exposureSchema),
  /** Companies touched that Oreline does not track. */
  companies: z.array(z.string().min(1)),
  quant: quantitySchema.nullable(),
  official_source: z.string().nullable(),
  official_ref: z.string().nullable(),
  official_url: webAddressSchema.nullable(),
  /** `seen`: the address stood in a source; `known-not-opened`: standard address, never opened; `none`: no address. */
  official_url_status: z.enum(['seen', 'known-not-opened', 'none']),
  /** Where the facts were seen. */
  secondary_url: webAddressSchema.nullable(),
  confidence: confidenceSchema,
  basis: z.string().min(1),
  /** Why this date, where it is not obvious. */
  date_explanation: z.string().nullable(),
  /** Background that is not about rare earths; hidden unless asked for. */
  context_only: z.boolean(),
  /** An end, pause or promised date has passed and no later evidence was found. */
  review_needed: z.boolean(),
  provisions: z.array(provisionSchema),
})
export type PolicyEvent = z.infer<typeof policyEventSchema>

/** The catalogue, in order of announcement. */
export const policyEventsSchema = z.array(policyEventSchema)
