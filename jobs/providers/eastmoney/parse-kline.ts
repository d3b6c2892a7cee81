/**
 * Eastmoney's kline to one `QuoteHistory`. A row is text, comma-separated: date, open, CLOSE, HIGH, LOW, volume in lots,
 * amount in CNY, and up to five more that are passed over.
 */
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import * as z from 'zod'
import type { Answer } from '../../http/answer.ts'
import { readDailyRows } from '../daily/daily-rows.ts'
import { priceOf, quantityOf } from '../daily/figures.ts'
import { nameMark } from '../daily/name-mark.ts'
import { shareUnit } from '../daily/share-unit.ts'
import type { Reading } from '../define-provider.ts'
import { readJson, schemaBroken, statusBroken } from '../read-json.ts'
import type { ChartQuery } from '../yahoo/chart-context.ts'

const klineSchema = z.object({
  rc: z.int(),
  data: z
    .object({ code: z.string(), name: z.string().optional().catch(undefined), klines: z.array(z.string()) })
    .nullable(),
})

/** With fewer columns the volume is missing; what comes after the seventh is worked out by the page. */
const leastColumns = 6
const usualColumns = 11

type KlineRow = {
  readonly date: IsoDate
  readonly open: number | null
  readonly high: number | null
  readonly low: number | null
  readonly close: number
  /** As told. */
  readonly volume: number | null
  readonly amount: number | null
}

export function parseKline(answer: Answer, query: ChartQuery): Reading<QuoteHistory> {
  if (answer.status !== 200) return statusBroken(answer)
  const json = readJson(answer, klineSchema)
  if (json.kind === 'broken') return json
  const { rc, data } = json.value
  // What it says of an unknown line, and of a question that it has lost: which of the two cannot be told.
  if (rc !== 0 || data === null) return schemaBroken(`Eastmoney answers rc ${rc} without data`)
  const code = query.instrument.eastmoney?.split('.')[1]
  if (data.code !== code)
    return {
      kind: 'broken',
      why: 'filter-ignored',
      detail: `asked for ${code ?? ''}, told of ${data.code}`,
      urgent: true,
    }
  const { rows, rejects, widths } = readRows(data.klines)
  const { unit, warning } = shareUnit(rows)
  const isIndex = query.instrument.kind === 'index'
  const odd = widths.filter((width) => width !== usualColumns).length
  const warnings = [
    ...nameMark(data.name ?? null),
    ...(odd === 0
      ? []
      : [{ code: 'Q45', detail: `rows of ${widths[0] ?? 0} columns, not ${usualColumns}`, count: odd }]),
    // Over an index, money per volume says nothing.
    ...(warning === null || isIndex ? [] : [warning]),
  ]
  const daily = rows.map((row) => ({
    ...row,
    adjClose: null,
    volume: row.volume === null || isIndex ? null : row.volume * unit,
  }))
  return readDailyRows({ rows: daily, rejects, warnings }, query, answer.fetchedAt)
}

function readRows(klines: readonly string[]) {
  const rows: KlineRow[] = []
  const rejects: Reject[] = []
  const widths: number[] = []
  for (const [index, text] of klines.entries()) {
    const cells = text.split(',')
    const [date, open, close, high, low, volume, amount] = cells
    const day = isoDateSchema.safeParse(date)
    const price = priceOf(close)
    if (!day.success || price === null || cells.length < leastColumns) {
      rejects.push({ index, reason: 'no date, no close, or too few columns', row: text })
      continue
    }
    widths.push(cells.length)
    rows.push({
      date: day.data,
      open: priceOf(open),
      high: priceOf(high),
      low: priceOf(low),
      close: price,
      volume: quantityOf(volume),
      amount: quantityOf(amount),
    })
  }
  return { rows, rejects, widths }
}
