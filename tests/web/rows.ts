/** Rows of the API as tests of the page need them; each is checked by its contract. */
import { disagreementRowSchema, type DisagreementRow } from '@oreline/shared/api/disagreements.ts'
import { gapRowSchema, type GapRow } from '@oreline/shared/api/gaps.ts'
import { instrumentRowSchema, type InstrumentRow } from '@oreline/shared/api/instruments.ts'
import { policyEventRowSchema, type PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { priceRowSchema, type PriceRow } from '@oreline/shared/api/prices.ts'
import { quarantineRowSchema, type QuarantineRow } from '@oreline/shared/api/quarantine.ts'
import { seriesRowSchema, type SeriesRow } from '@oreline/shared/api/series.ts'
import { sourceRowSchema, type SourceRow } from '@oreline/shared/api/sources.ts'
import { vintageRowSchema, type VintageRow } from '@oreline/shared/api/vintages.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import type * as z from 'zod'
import { day } from '../support/brands.ts'
import { policyEvent } from '../support/policy-event.ts'

const recordedAt = '2026-11-21T10:00:00.000Z'

/** MP, but for what is given. */
export const instrumentRow = (given: Partial<z.input<typeof instrumentRowSchema>>): InstrumentRow =>
  instrumentRowSchema.parse({
    ticker: 'MP',
    name: 'MP Materials Corp.',
    name_zh: null,
    mic: 'XNYS',
    calendar: 'XNYS',
    currency: 'USD',
    role: 'tracked',
    kind: 'equity',
    isin: null,
    benchmark: null,
    sector: null,
    listed_from: null,
    stages: [],
    elements: [],
    first_date: null,
    last_date: null,
    paused: false,
    added: false,
    ...given,
  })

/** A close of MP of 9 July 2025, but for what is given. */
export const priceRow = (given: Partial<z.input<typeof priceRowSchema>>): PriceRow =>
  priceRowSchema.parse({
    ticker: 'MP',
    date: '2025-07-09',
    open: null,
    high: null,
    low: null,
    close: 30.03,
    adj_close: null,
    volume: null,
    currency: 'USD',
    status: 'final',
    basis: 'raw',
    flags: [],
    fx_date: null,
    source: 'starter',
    recorded_at: recordedAt,
    ...given,
  })

/** A policy event as the API gives it on 21 November 2026, linked to nothing but what is given. */
export function eventRow(
  given: Parameters<typeof policyEvent>[0],
  links: Partial<z.input<typeof policyEventRowSchema>['links']> = {},
): PolicyEventRow {
  const event = policyEvent(given)
  return policyEventRowSchema.parse({
    ...event,
    state: stateAt(event, day('2026-11-21')),
    event_sessions: {},
    links: { supersedes: [], superseded_by: [], suspends: [], suspended_by: [], related: [], ...links },
    recorded_at: recordedAt,
    revision: 1,
    origin: 'seed',
  })
}

/** A source that is fine, but for what is given. */
export const sourceRow = (given: Partial<z.input<typeof sourceRowSchema>>): SourceRow =>
  sourceRowSchema.parse({
    source: 'yahoo',
    name: 'Yahoo Finance',
    provides: ['prices'],
    homepage: 'https://finance.yahoo.com/',
    terms: 'personal use',
    limits: 'daily bars',
    enabled: true,
    jobs: [],
    state: 'fresh',
    since: null,
    last_attempt_at: null,
    last_ok_at: null,
    newest_item: null,
    next_attempt_at: null,
    why: null,
    detail: null,
    scopes: [],
    ...given,
  })

/** MP, fresh from Yahoo with nothing wrong, but for what is given. */
export const seriesRow = (given: Partial<z.input<typeof seriesRowSchema>>): SeriesRow =>
  seriesRowSchema.parse({
    ticker: 'MP',
    name: 'MP Materials Corp.',
    role: 'tracked',
    calendar: 'XNYS',
    paused: false,
    source: 'yahoo',
    preferred: 'yahoo',
    chosen: false,
    available: ['yahoo'],
    fallback_since: null,
    first_session: '2020-01-02',
    newest_session: '2026-11-20',
    age_sessions: 0,
    state: 'fresh',
    bars: 1700,
    epoch: 0,
    gaps: 0,
    halts: 0,
    suspects: 0,
    corrected: 0,
    disagreements: 0,
    quarantined: 0,
    last_changed_at: recordedAt,
    ...given,
  })

/** An answer about MP that halves some closes, but for what is given. */
export const quarantineRow = (given: Partial<z.input<typeof quarantineRowSchema>>): QuarantineRow =>
  quarantineRowSchema.parse({
    id: 1,
    ticker: 'MP',
    source: 'yahoo',
    kind: 'half-adjusted',
    why: 'only the closes before 2026-11-18 are rescaled',
    k: 0.5,
    agrees_from: '2026-11-18',
    compared: 20,
    differing: 17,
    sample: [
      { date: '2026-11-17', held: 60.2, fresh: 30.1 },
      { date: '2026-11-16', held: 61, fresh: 30.5 },
    ],
    whole: true,
    opened_at: recordedAt,
    last_seen_at: recordedAt,
    times_seen: 1,
    can_accept: true,
    can_rescale: false,
    rescale_from: null,
    decided_at: null,
    decision: null,
    ...given,
  })

/** A hole of MP on 19 November 2026, asked for three times, but for what is given. */
export const gapRow = (given: Partial<z.input<typeof gapRowSchema>>): GapRow =>
  gapRowSchema.parse({
    ticker: 'MP',
    date: '2026-11-19',
    kind: 'hole',
    reason: 'missing',
    source: 'yahoo',
    first_seen_at: recordedAt,
    last_tried_at: recordedAt,
    tries: 3,
    next_try_at: '2026-11-22T10:00:00.000Z',
    explanation: null,
    url: null,
    ...given,
  })

/** The first, current revision of a close of MP, but for what is given. */
export const vintageRow = (given: Partial<z.input<typeof vintageRowSchema>>): VintageRow =>
  vintageRowSchema.parse({
    ticker: 'MP',
    date: '2026-11-18',
    revision: 1,
    open: 60,
    high: 62,
    low: 59.5,
    close: 61.2,
    adj_close: 61.2,
    volume: 1_200_000,
    status: 'final',
    basis: 'splits',
    flags: [],
    epoch: 0,
    source: 'yahoo',
    recorded_at: recordedAt,
    superseded_at: null,
    fetched_at: null,
    ...given,
  })

/** Tencent 1 % above Yahoo about China Northern on 18 November 2026, but for what is given. */
export const disagreementRow = (given: Partial<z.input<typeof disagreementRowSchema>>): DisagreementRow =>
  disagreementRowSchema.parse({
    ticker: '600111.SS',
    date: '2026-11-18',
    field: 'close',
    source: 'yahoo',
    value: 50,
    other_source: 'tencent',
    other_value: 50.5,
    difference: 0.01,
    ...given,
  })
