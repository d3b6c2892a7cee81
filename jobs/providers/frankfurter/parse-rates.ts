import { isTargetDay } from '@oreline/shared/domain/calendar/target-days.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { EuroRate } from '@oreline/shared/domain/fx/rate.ts'
import { currencyCodeSchema, isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import * as z from 'zod'
import type { Answer } from '../../http/answer.ts'
import type { FxRangeQuery, Reading } from '../define-provider.ts'
import { ratesFrom, type Quote } from '../ecb/rates.ts'
import { readJson, schemaBroken, statusBroken } from '../read-json.ts'

const dayRatesSchema = z.record(currencyCodeSchema, z.number())
const basis = { amount: z.number(), base: z.string() }
/** A range of days, or the one day that an answer is of. */
const ratesSchema = z.union([
  z.object({ ...basis, rates: z.record(isoDateSchema, dayRatesSchema) }),
  z
    .object({ ...basis, date: isoDateSchema, rates: dayRatesSchema })
    .transform(({ date, rates, ...rest }) => ({ ...rest, rates: { [date]: rates } })),
])
const refusalSchema = z.object({ message: z.string() })

/** Rates under the days that the answer names. Days on which the ECB publishes none are refused: they are another bank's. */
export function parseFrankfurter(answer: Answer, query: FxRangeQuery): Reading<EuroRate> {
  if (answer.status !== 200) return parseRefusal(answer)
  const json = readJson(answer, ratesSchema)
  if (json.kind === 'broken') return json
  const { amount, base, rates: byDay } = json.value
  if (base !== 'EUR' || amount !== 1)
    return { ...schemaBroken(`rates of ${amount} ${base}, asked for 1 EUR`), urgent: true }
  const quotes = Object.entries(byDay).flatMap(([day, rates], index): Quote[] => {
    const date = isoDateSchema.parse(day)
    return Object.entries(rates).map(([code, rate]) => ({
      index,
      date,
      currency: currencyCodeSchema.parse(code),
      rate,
    }))
  })
  const today = dateIn(query.target.timezone, answer.fetchedAt)
  const isPublished = ({ date }: Quote) => isTargetDay(query.target, date) !== false && date <= today
  const strange = quotes.filter((quote) => !isPublished(quote))
  const asked = quotes.filter((quote) => isPublished(quote) && query.currencies.includes(quote.currency))
  const { rates, rejects } = ratesFrom(asked)
  const bad = [...strange.map(noPublication), ...rejects]
  if (rates.length === 0 || bad.length > quotes.length / 5)
    return schemaBroken(`${bad.length} of ${quotes.length} rates are bad`)
  const lonely = { code: 'X09', detail: 'rates that cannot be, refused', count: rejects.length }
  return {
    kind: 'ok',
    items: rates,
    complete: true,
    warnings: rejects.length > 0 ? [lonely] : [],
    rejects: bad,
    next: [],
  }
}

const noPublication = ({ index, date, currency, rate }: Quote): Reject => ({
  index,
  reason: 'no day on which the ECB publishes',
  row: { date, currency, rate },
})

/** 404 is its word for a currency or days it does not have, 422 for a question it cannot read: ours is wrong then. */
function parseRefusal(answer: Answer): Reading<EuroRate> {
  if (answer.status !== 404 && answer.status !== 422) return statusBroken(answer)
  const json = readJson(answer, refusalSchema)
  if (json.kind === 'broken') return statusBroken(answer)
  const { message } = json.value
  return answer.status === 404
    ? { kind: 'notFound', why: message }
    : { kind: 'broken', why: '4xx', detail: `HTTP 422: ${message}`, urgent: true }
}
