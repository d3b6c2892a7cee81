/**
 * The supply chain as the seed keeps it: stage by element by company, with controls, shares, disclosed figures and
 * announced money, each row sourced. Keys are those of the API and of `migrations/seed/chain.json`.
 */
import * as z from 'zod'
import { currencyCodeSchema, isoDateSchema, tickerSchema } from '../../kernel/brand.ts'
import { confidenceSchema, eventIdSchema, webAddressSchema } from '../policy/event.ts'
import { rareEarthSchema } from './element.ts'
import { stageSchema } from './stage.ts'

/** Where a figure was seen; `url` null: no address recorded. */
const sourceSchema = z.object({ name: z.string().min(1), url: webAddressSchema.nullable() })

export const stageRowSchema = z.object({
  id: stageSchema,
  order: z.int().positive(),
  definition: z.string().min(1),
})
export type StageRow = z.infer<typeof stageRowSchema>

const controlStateSchema = z.enum(['in-force', 'suspended', 'end-date-passed'])

/**
 * An export control on one element. `state`, `until` (last day of the pause, null: open) and `state_since` are how the
 * seed found it on the chain's `as_of`; what holds on a day is worked out from the event's own steps.
 */
const elementControlSchema = z.object({
  announcement: z.string().min(1),
  event_id: eventIdSchema,
  state: controlStateSchema.optional(),
  until: isoDateSchema.nullable().optional(),
  related_event_ids: z.array(eventIdSchema),
  state_since: isoDateSchema.optional(),
})

export const elementRowSchema = z.object({
  symbol: rareEarthSchema,
  name: z.string().min(1),
  group: z.enum(['light', 'heavy', 'neither']),
  uses: z.string().min(1),
  controls: z.array(elementControlSchema),
  note: z.string().nullable(),
  confidence: confidenceSchema,
  uses_confidence: confidenceSchema,
})
export type ElementRow = z.infer<typeof elementRowSchema>

/** A control on technology or on foreign-made goods rather than on one element. */
export const generalControlSchema = z.object({
  event_id: eventIdSchema,
  scope: z.string().min(1),
  state: controlStateSchema,
})
export type GeneralControl = z.infer<typeof generalControlSchema>

const spanPrecisionSchema = z.enum(['day', 'month', 'quarter', 'half', 'year', 'on-or-before'])

/** What one company does, or plans, at one stage. `idle`: stopped or stalled; `commissioning` includes pilots. */
export const coverageRowSchema = z.object({
  ticker: tickerSchema,
  stage: stageSchema,
  elements: z.array(rareEarthSchema),
  site: z.string().min(1),
  status: z.enum(['operating', 'commissioning', 'planned', 'idle', 'none']),
  /** First day of the span `since_precision` names. */
  since: isoDateSchema.nullable(),
  since_precision: spanPrecisionSchema.nullable(),
  /** Last day of the span `expected_precision` names: a year reads `2028-12-31`. */
  expected: isoDateSchema.nullable(),
  expected_precision: spanPrecisionSchema.nullable(),
  /** Read `basis` first: nameplate, target, feed, quota or actual output. null: none disclosed. */
  capacity: z.object({ value: z.number(), unit: z.string().min(1), basis: z.string().min(1) }).nullable(),
  as_of: isoDateSchema,
  event_ids: z.array(eventIdSchema),
  source: sourceSchema,
  confidence: confidenceSchema,
  note: z.string(),
})
export type CoverageRow = z.infer<typeof coverageRowSchema>

/** A share China is said to hold. Sources conflict: shown side by side with `measured`, never averaged. */
export const chinaShareSchema = z
  .object({
    stage: stageSchema,
    share_percent: z.number().min(0).max(100).nullable(),
    /** Low and high. */
    range_percent: z.tuple([z.number(), z.number()]).nullable(),
    count: z.int().nonnegative().nullable(),
    /** A year, or two joined by a hyphen. */
    year: z.string().regex(/^\d{4}(-\d{4})?$/),
    /** Of what: world, US imports, patent filings. */
    scope: z.string().min(1),
    elements: z.array(rareEarthSchema),
    measured: z.string().min(1),
    source: sourceSchema,
    confidence: confidenceSchema,
    note: z.string().nullable(),
  })
  .refine(
    (row) =>
      [row.share_percent, row.range_percent, row.count].filter((figure) => figure !== null).length === 1,
    { path: ['share_percent'], message: 'exactly one of share_percent, range_percent and count' },
  )
export type ChinaShare = z.infer<typeof chinaShareSchema>

/** A figure a company disclosed for a period. `period`: `2025Q3` calendar, `FY2026` Lynas' year to 30 June, `2025H1`. */
export const disclosedFigureSchema = z
  .object({
    ticker: tickerSchema,
    period: z.string().min(1),
    period_start: isoDateSchema,
    period_end: isoDateSchema,
    metric: z.string().min(1),
    value: z.number().nullable(),
    /** Low and high, for guidance and forecasts. */
    range: z.tuple([z.number(), z.number()]).nullable(),
    unit: z.string().min(1),
    /** What exactly is counted; read it before comparing. */
    basis: z.string().min(1),
    event_id: eventIdSchema.nullable(),
    source: sourceSchema,
    confidence: confidenceSchema,
  })
  .refine((row) => (row.value === null) !== (row.range === null), {
    path: ['value'],
    message: 'exactly one of value and range',
  })
export type DisclosedFigure = z.infer<typeof disclosedFigureSchema>

/** Money announced. `conditional`: letters, options, floors or credits not yet earned; kept apart from paid money. */
export const announcedMoneySchema = z.object({
  date: isoDateSchema,
  date_precision: z.enum(['day', 'month']),
  payer: z.string().min(1),
  payee: z.string().min(1),
  /** null: a rival or a programme. */
  ticker: tickerSchema.nullable(),
  amount: z.number().positive(),
  currency: currencyCodeSchema,
  /** `million`, `per kg NdPr`, `million EBITDA a year, minimum`: amounts of different units are never added. */
  unit: z.string().min(1),
  kind: z.enum(['equity', 'equity-raise', 'loan', 'grant', 'tax-credit', 'offtake', 'floor']),
  conditional: z.boolean(),
  stage: stageSchema,
  event_id: eventIdSchema.nullable(),
  source: sourceSchema,
  confidence: confidenceSchema,
  note: z.string().nullable(),
  /**
   * The row that holds this money already, `money/<slug>`: a contract that grew, one share sale told twice. No sum takes
   * both. Absent: it counts by itself.
   */
  counted_in: z
    .string()
    .regex(/^money\/[a-z0-9]+(-[a-z0-9]+)*$/, 'the id of a row of money')
    .optional(),
})
export type AnnouncedMoney = z.infer<typeof announcedMoneySchema>

export const chainSchema = z.object({
  /** The day the rows were compiled; later states are unconfirmed. */
  as_of: isoDateSchema,
  newest_period_covered: isoDateSchema,
  stages: z.array(stageRowSchema),
  elements: z.array(elementRowSchema),
  controls_all_elements: z.array(generalControlSchema),
  coverage: z.array(coverageRowSchema),
  china_share: z.array(chinaShareSchema),
  disclosed: z.array(disclosedFigureSchema),
  announced_money: z.array(announcedMoneySchema),
})
export type Chain = z.infer<typeof chainSchema>
