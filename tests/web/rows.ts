/** Rows of the API as tests of the page need them; each is checked by its contract. */
import { instrumentRowSchema, type InstrumentRow } from '@oreline/shared/api/instruments.ts'
import { policyEventRowSchema, type PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { priceRowSchema, type PriceRow } from '@oreline/shared/api/prices.ts'
import { sourceRowSchema, type SourceRow } from '@oreline/shared/api/sources.ts'
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

/** A policy event as the API gives it on 21 November 2026. */
export function eventRow(given: Parameters<typeof policyEvent>[0]): PolicyEventRow {
  const event = policyEvent(given)
  return policyEventRowSchema.parse({
    ...event,
    state: stateAt(event, day('2026-11-21')),
    event_sessions: {},
    recorded_at: recordedAt,
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
