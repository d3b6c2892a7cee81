/**
 * EODHD's list of days to one `QuoteHistory`. Open, high, low, close and volume are as traded; `adjusted_close` is
 * adjusted for splits and dividends as of the answer.
 */
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { Reject, Warning } from '@oreline/shared/kernel/outcome.ts'
import * as z from 'zod'
import type { Answer } from '../../http/answer.ts'
import type { DailyRow } from '../daily/daily-row.ts'
import { readDailyRows } from '../daily/daily-rows.ts'
import { priceOf, quantityOf } from '../daily/figures.ts'
import type { Reading } from '../define-provider.ts'
import { readJson, statusBroken } from '../read-json.ts'
import type { ChartQuery } from '../yahoo/chart-context.ts'

const listSchema = z.array(z.record(z.string(), z.unknown()))

export function parseEod(answer: Answer, query: ChartQuery): Reading<QuoteHistory> {
  if (answer.status === 404 && /ticker not found/i.test(answer.text))
    return { kind: 'notFound', why: `EODHD knows no ${query.instrument.eodhd ?? ''}` }
  if (answer.status !== 200) return statusBroken(answer)
  const json = readJson(answer, listSchema)
  return json.kind === 'broken' ? json : readDailyRows(readRows(json.value), query, answer.fetchedAt)
}

function readRows(told: readonly Readonly<Record<string, unknown>>[]) {
  const rows: DailyRow[] = []
  const rejects: Reject[] = []
  const warnings: Warning[] = []
  for (const [index, row] of told.entries()) {
    // A key of small means is told so in a row of its own.
    if (row['date'] === undefined && typeof row['warning'] === 'string') {
      warnings.push({ code: 'limited', detail: row['warning'].slice(0, 200) })
      continue
    }
    const day = isoDateSchema.safeParse(row['date'])
    const close = priceOf(row['close'])
    if (!day.success || close === null) {
      rejects.push({ index, reason: 'date or close is none', row })
      continue
    }
    rows.push({
      date: day.data,
      open: priceOf(row['open']),
      high: priceOf(row['high']),
      low: priceOf(row['low']),
      close,
      adjClose: priceOf(row['adjusted_close']),
      volume: quantityOf(row['volume']),
    })
  }
  return { rows, rejects, warnings }
}
