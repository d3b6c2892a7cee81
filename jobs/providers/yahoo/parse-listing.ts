import type { Listing } from '@oreline/shared/domain/instruments/listing.ts'
import * as z from 'zod'
import type { Answer } from '../../http/answer.ts'
import type { Reading } from '../define-provider.ts'
import { readJson, schemaBroken, statusBroken } from '../read-json.ts'
import { chartErrorSchema } from './chart.ts'

const listingSchema = z.object({
  chart: z.object({
    result: z.array(
      z.object({
        meta: z.object({
          symbol: z.string(),
          currency: z.string().nullish(),
          exchangeName: z.string().nullish(),
          fullExchangeName: z.string().nullish(),
          instrumentType: z.string().nullish(),
          longName: z.string().nullish(),
          shortName: z.string().nullish(),
          firstTradeDate: z.number().nullish(),
        }),
      }),
    ),
  }),
})

/** A symbol that does not exist is a 404, or a 200 about a phantom: no currency, never traded. */
export function parseListing(answer: Answer, asked: string): Reading<Listing> {
  if (answer.status === 404) {
    const refusal = readJson(answer, chartErrorSchema)
    return refusal.kind === 'broken' ? refusal : unknown(asked)
  }
  if (answer.status !== 200) return statusBroken(answer)
  const json = readJson(answer, listingSchema)
  if (json.kind === 'broken') return json
  const meta = json.value.chart.result[0]?.meta
  if (meta === undefined) return schemaBroken('no result')
  const currency = meta.currency ?? null
  if (currency === null && (meta.firstTradeDate ?? null) === null) return unknown(asked)
  if (meta.symbol !== asked)
    return {
      kind: 'notFound',
      why: `Yahoo answers about ${meta.symbol} when asked for ${asked}: ask for that.`,
    }
  const name = (meta.longName ?? meta.shortName ?? '').trim()
  const listing: Listing = {
    symbol: meta.symbol,
    name: name === '' ? null : name,
    exchange: meta.exchangeName ?? '',
    exchangeName: meta.fullExchangeName ?? meta.exchangeName ?? 'an exchange Yahoo does not name',
    type: meta.instrumentType ?? 'unknown',
    currency,
  }
  return { kind: 'ok', items: [listing], complete: true, warnings: [], rejects: [], next: [] }
}

const unknown = (symbol: string): Reading<Listing> => ({
  kind: 'notFound',
  why: `Yahoo knows no symbol ${symbol}.`,
})
