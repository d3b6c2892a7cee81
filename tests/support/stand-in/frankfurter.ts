/**
 * Frankfurter's v1: the ECB's rates of a range of days as JSON. A range that begins on a day without rates begins with
 * the last one before it. Any other address, the blended v2 among them, is not found.
 */
import { isTargetDay } from '@oreline/shared/domain/calendar/target-days.ts'
import { addDays, dateIn, weekdaysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { seedCalendars } from '../seed-files.ts'
import { isPublishedBy, ratesOn } from './ecb.ts'
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'

type Draft = { amount: number; base: string; rates: Record<string, Record<string, number>> }
type Fault = (draft: Draft) => StandInReply | void

const { target } = seedCalendars()

export function frankfurterRoute(): StandInRoute {
  const scenario =
    (fault: Fault): StandInScenario =>
    (request) => {
      const draft = draftOf(request)
      return draft === null ? notFound : (fault(draft) ?? replyOf(draft))
    }
  return {
    name: 'frankfurter',
    hosts: ['api.frankfurter.dev'],
    answer: (request) => {
      const draft = draftOf(request)
      return draft === null ? notFound : replyOf(draft)
    },
    scenarios: Object.fromEntries(Object.entries(faults).map(([id, fault]) => [id, scenario(fault)])),
  }
}

const notFound: StandInReply = { status: 404, body: { message: 'not found' } }

function draftOf({ path, query, at }: StandInRequest): Draft | null {
  const [, from, to] = /^\/v1\/([\d-]{10})\.\.([\d-]{10})\?/.exec(path) ?? []
  if (from === undefined || to === undefined || query.get('base') !== 'EUR') return null
  const today = dateIn(target.timezone, at)
  const last = isoDateSchema.parse(to < today ? to : today)
  const days = weekdaysBetween(firstDay(isoDateSchema.parse(from)), last).filter(
    (date) => isTargetDay(target, date) !== false && isPublishedBy(date, at),
  )
  const symbols = query.get('symbols')?.split(',') ?? []
  const rates = days.map((date) => {
    const all = ratesOn(date)
    return [date, Object.fromEntries(symbols.map((symbol) => [symbol, Number(all[symbol])]))] as const
  })
  return { amount: 1, base: 'EUR', rates: Object.fromEntries(rates) }
}

function firstDay(from: IsoDate): IsoDate {
  let day = from
  while (isTargetDay(target, day) === false) day = addDays(day, -1)
  return day
}

function replyOf({ amount, base, rates }: Draft): StandInReply {
  const days = Object.keys(rates)
  return { body: { amount, base, start_date: days[0] ?? null, end_date: days.at(-1) ?? null, rates } }
}

const scaled = (factor: number, ...currencies: readonly string[]): Fault => {
  return ({ rates }) => {
    for (const day of Object.values(rates))
      for (const currency of currencies) day[currency] = (day[currency] ?? 0) * factor
  }
}

const faults: Readonly<Record<string, Fault>> = {
  X05: ({ rates }) => {
    for (const [date, day] of Object.entries(rates)) if (date > '2026-11-05') delete day['AUD']
  },
  // Asked for today, which it does not have yet: the answer is of the day before.
  X06: ({ amount, base, rates }) => {
    const [date = '', day = {}] = Object.entries(rates).at(-2) ?? []
    return { body: { amount, base, date, rates: day } }
  },
  X07: scaled(1.006, 'USD'),
  'X07-rounded': scaled(1.004, 'USD', 'AUD', 'CNY'),
  'X07-all': scaled(1.006, 'USD', 'AUD', 'CNY'),
  'X07-sunday': ({ rates }) => void (rates['2026-11-15'] = { USD: 1.1 }),
  'other-base': (draft) => void (draft.base = 'USD'),
  'per-hundred': (draft) => void (draft.amount = 100),
  unreadable: () => ({ status: 422, body: { message: 'invalid currency' } }),
  'not-there': () => notFound,
  nothing: (draft) => void (draft.rates = {}),
}
