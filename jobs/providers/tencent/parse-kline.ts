/**
 * Tencent's kline to one `QuoteHistory`. A row is date, open, CLOSE, HIGH, LOW, volume in lots, all as text; a seventh
 * element may tell of a dividend and is passed over. The key is `day` where nothing was adjusted.
 */
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import * as z from 'zod'
import type { Answer } from '../../http/answer.ts'
import type { DailyRow } from '../daily/daily-row.ts'
import { readDailyRows } from '../daily/daily-rows.ts'
import { priceOf, quantityOf } from '../daily/figures.ts'
import { nameMark } from '../daily/name-mark.ts'
import { lot } from '../daily/share-unit.ts'
import type { Reading } from '../define-provider.ts'
import { readJson, schemaBroken, statusBroken } from '../read-json.ts'
import type { ChartQuery } from '../yahoo/chart-context.ts'

const rowsSchema = z.array(z.array(z.unknown())).optional()
const seriesSchema = z.object({
  qfqday: rowsSchema,
  hfqday: rowsSchema,
  day: rowsSchema,
  qt: z.record(z.string(), z.unknown()).optional().catch(undefined),
})
/** Data about nothing comes as an empty list. */
const klineSchema = z.object({
  code: z.int(),
  msg: z.string().optional(),
  data: z.union([z.record(z.string(), z.unknown()), z.array(z.never())]).optional(),
})
const unknownSchema = z.object({ v_pv_none_match: z.unknown() })

/** `isNewest`: the page that ends with the query; an older one may lie before the line was listed. */
export function parseKline(
  answer: Answer,
  query: ChartQuery,
  { isNewest }: { readonly isNewest: boolean },
): Reading<QuoteHistory> {
  if (answer.status !== 200) return statusBroken(answer)
  const code = query.instrument.tencent ?? ''
  const json = readJson(answer, z.union([klineSchema, unknownSchema.required()]))
  if (json.kind === 'broken') return json
  if ('v_pv_none_match' in json.value) return { kind: 'notFound', why: `Tencent knows no ${code}` }
  const { code: told, msg = '', data = {} } = json.value
  if (told !== 0) return schemaBroken(`Tencent answers code ${told} ${msg.slice(0, 80)}`)
  const series = seriesSchema.safeParse(Array.isArray(data) ? undefined : data[code])
  if (!series.success) return schemaBroken(`nothing about ${code} in the answer`)
  const { day, qfqday, hfqday, qt } = series.data
  if (qfqday !== undefined || hfqday !== undefined)
    return { ...schemaBroken('adjusted prices, where prices as traded were asked for'), urgent: true }
  if (day === undefined) return schemaBroken('no list of days')
  if (day.length === 0 && !isNewest) return { kind: 'empty' }
  return readDailyRows(
    { ...readRows(day, query), warnings: nameMark(nameIn(qt?.[code])) },
    query,
    answer.fetchedAt,
  )
}

/** The name stands second in the quote that comes along. */
const nameIn = (quote: unknown): string | null =>
  Array.isArray(quote) && typeof quote[1] === 'string' ? quote[1] : null

function readRows(
  told: readonly (readonly unknown[])[],
  { instrument }: ChartQuery,
): { readonly rows: readonly DailyRow[]; readonly rejects: readonly Reject[] } {
  const rows: DailyRow[] = []
  const rejects: Reject[] = []
  for (const [index, row] of told.entries()) {
    const [date, open, close, high, low, volume] = row
    const day = isoDateSchema.safeParse(date)
    const price = priceOf(close)
    if (!day.success || price === null) {
      rejects.push({ index, reason: 'date or close is none', row })
      continue
    }
    const lots = quantityOf(volume)
    rows.push({
      date: day.data,
      open: priceOf(open),
      high: priceOf(high),
      low: priceOf(low),
      close: price,
      adjClose: null,
      // What an index counts as volume is no number of its own shares.
      volume: lots === null || instrument.kind === 'index' ? null : lots * lot,
    })
  }
  return { rows, rejects }
}
