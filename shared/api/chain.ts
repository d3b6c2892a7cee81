/** The supply chain as it is served: each row with its id, so that it can be changed, and the state of what touches it. */
import * as z from 'zod'
import { coverageRowSchema, elementRowSchema, stageRowSchema } from '../domain/chain/chain.ts'
import { rareEarthSchema } from '../domain/chain/element.ts'
import { stageSchema } from '../domain/chain/stage.ts'
import { eventIdSchema, instrumentTypeSchema, jurisdictionSchema } from '../domain/policy/event.ts'
import { policyStateSchema } from '../domain/policy/state.ts'
import { instantSchema, isoDateSchema, tickerSchema } from '../kernel/brand.ts'
import { defineEndpoint } from '../kernel/endpoint.ts'
import { listOf, oneOf } from './envelope.ts'
import { asOfParameter, atParameter, flagParameter, formatParameter, listParameter } from './parameters.ts'

/** `id`: part and slug, `coverage/mp-mining-mountain-pass-california`; `revision`: what an edit starts from. */
export const chainRowFields = {
  id: z.string(),
  revision: z.int(),
  origin: z.enum(['seed', 'operator', 'provider']),
  recorded_at: instantSchema,
}
export const chainTime = {
  ...atParameter('states on this day'),
  ...asOfParameter,
}
export const chainContext = {
  context: flagParameter
    .optional()
    .meta({ description: 'true: also background events, left out by default' }),
}

export const coverageSchema = coverageRowSchema.extend(chainRowFields)
export type Coverage = z.infer<typeof coverageSchema>

/** What keeps an element under control, its state worked out from the event's steps on `at`; null: not public then. */
const controlSchema = z.object({
  announcement: z.string(),
  event_id: eventIdSchema,
  state: policyStateSchema.nullable(),
  /** Last day of the pause it is in on `at`, inclusive; null: it is not paused, or no last day is known. */
  until: isoDateSchema.nullable(),
  related_event_ids: z.array(eventIdSchema),
})
export const chainElementSchema = elementRowSchema
  .omit({ controls: true })
  .extend({ ...chainRowFields, controls: z.array(controlSchema) })
export type ChainElement = z.infer<typeof chainElementSchema>

/** An event as the chain needs it; `state` on `at`, null before it was public. */
export const chainEventSchema = z.object({
  id: eventIdSchema,
  title: z.string(),
  jurisdiction: jurisdictionSchema,
  instrument_type: instrumentTypeSchema,
  announced_date: isoDateSchema,
  stages: z.array(stageSchema),
  elements: z.array(rareEarthSchema),
  tickers: z.array(tickerSchema),
  context_only: z.boolean(),
  state: policyStateSchema.nullable(),
})
export type ChainEvent = z.infer<typeof chainEventSchema>

/**
 * Everything the map of the chain is drawn from. An event touches a cell when it names both its stage and its element;
 * `events` holds all that name a stage or a rare earth, background and those not yet public on `at` among them.
 */
export const chainMapSchema = z.object({
  /** The day the rows were compiled; what happened since is unconfirmed. */
  as_of: isoDateSchema,
  newest_period_covered: isoDateSchema,
  at: isoDateSchema,
  stages: z.array(stageRowSchema),
  elements: z.array(chainElementSchema),
  controls_all_elements: z.array(
    z.object({ event_id: eventIdSchema, scope: z.string(), state: policyStateSchema.nullable() }),
  ),
  coverage: z.array(coverageSchema),
  events: z.array(chainEventSchema),
})
export type ChainMap = z.infer<typeof chainMapSchema>

export const getChainMap = defineEndpoint({
  method: 'GET',
  path: '/api/v1/chain/map',
  tag: 'chain',
  summary:
    'Stages, elements and their controls, coverage by company, and the events that touch them, with states on a day',
  example: 'at=2025-12-01',
  query: z.object(chainTime),
  response: oneOf(chainMapSchema),
})

/**
 * One company, or none (`ticker` null: no company covers the cell), at one stage for one element, by stage, then by
 * atomic number. Asked for companies, it holds theirs alone. A company's word that it does nothing at a stage names no
 * element, and stands in the map alone.
 */
export const chainRowSchema = z.object({
  stage: stageSchema,
  element: rareEarthSchema,
  group: elementRowSchema.shape.group,
  ticker: tickerSchema.nullable(),
  status: coverageRowSchema.shape.status.nullable(),
  site: z.string().nullable(),
  since: isoDateSchema.nullable(),
  since_precision: coverageRowSchema.shape.since_precision,
  expected: isoDateSchema.nullable(),
  expected_precision: coverageRowSchema.shape.expected_precision,
  as_of: isoDateSchema.nullable(),
  confidence: coverageRowSchema.shape.confidence.nullable(),
  source_url: z.string().nullable(),
  /** Events that touch the cell: in force on `at`, paused on it, and all that were public. */
  events_in_force: z.array(eventIdSchema),
  events_suspended: z.array(eventIdSchema),
  events_public: z.array(eventIdSchema),
})
export type ChainRow = z.infer<typeof chainRowSchema>

export const getChain = defineEndpoint({
  method: 'GET',
  path: '/api/v1/chain',
  tag: 'chain',
  summary:
    'Stage by element by company, tidy: what each covers or plans, and the events in force there on a day',
  example: 'at=2025-12-01&stage=separation&element=Dy,Tb',
  query: z.object({
    ...chainTime,
    stage: listParameter(stageSchema).optional(),
    element: listParameter(rareEarthSchema).optional(),
    ticker: listParameter(tickerSchema).optional(),
    ...chainContext,
    ...formatParameter,
  }),
  response: listOf(chainRowSchema),
  columns: Object.keys(chainRowSchema.shape),
})
