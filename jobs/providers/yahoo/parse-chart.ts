/**
 * Yahoo's v8 chart to one `QuoteHistory`. Open, high, low, close and volume are split-adjusted as of the answer, `adjClose`
 * split- and dividend-adjusted, so both are rewritten by later events. What is quarantined writes nothing.
 */
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { ContradictionKind } from '@oreline/shared/domain/prices/contradiction.ts'
import type { Answer } from '../../http/answer.ts'
import type { Contradicted, Reading } from '../define-provider.ts'
import { readJson, schemaBroken, statusBroken } from '../read-json.ts'
import { readActions } from './actions.ts'
import { readBars } from './bars.ts'
import { chartErrorSchema, chartSchema } from './chart.ts'
import type { ChartResult } from './chart.ts'
import { chartContext } from './chart-context.ts'
import type { ChartContext, ChartQuery } from './chart-context.ts'
import { warningsOf } from './chart-warnings.ts'
import { coveredFrom, gapsIn, sessionsOver } from './gaps.ts'
import { markSuspects } from './judged-bars.ts'
import { readRows } from './rows.ts'
import { unadjustedJump } from './split-check.ts'

export function parseChart(answer: Answer, query: ChartQuery): Reading<QuoteHistory> {
  if (answer.status !== 200) return parseRefusal(answer, query)
  const json = readJson(answer, chartSchema)
  if (json.kind === 'broken') return json
  const [result] = json.value.chart.result
  if (result === undefined) return schemaBroken('no result')
  if (isPhantom(result)) return { kind: 'notFound', why: `Yahoo knows no ${result.meta.symbol}` }
  const context = chartContext(query, result.meta, answer.fetchedAt)
  return refusedMeta(context) ?? readHistory(result, context)
}

/** 404 is Yahoo's word for an unknown symbol; 400 and 422 for a window without data. */
function parseRefusal(answer: Answer, query: ChartQuery): Reading<QuoteHistory> {
  const json = readJson(answer, chartErrorSchema)
  if (json.kind === 'broken') return statusBroken(answer)
  const { code, description } = json.value.chart.error
  if (answer.status === 404 && code === 'Not Found') return { kind: 'notFound', why: description }
  const noData = answer.status === 400 || answer.status === 422
  if (noData && sessionsOver(query, query.from, answer.fetchedAt).length === 0) return { kind: 'empty' }
  return { kind: 'broken', why: '4xx', detail: `HTTP ${answer.status}: ${description}` }
}

/** What Yahoo answers with 200 for a symbol that does not exist. */
const isPhantom = ({ meta, timestamp }: ChartResult): boolean =>
  timestamp === undefined && (meta.currency ?? null) === null && (meta.firstTradeDate ?? null) === null

function refusedMeta({ meta, unit, query: { instrument } }: ChartContext): Reading<QuoteHistory> | null {
  if (meta.dataGranularity !== '1d')
    return { ...schemaBroken(`bars of ${meta.dataGranularity}, not of a day`), urgent: true }
  if (meta.symbol !== instrument.yahoo)
    return quarantined(
      'renamed',
      `asked for ${instrument.yahoo ?? 'nothing'}, Yahoo answers about ${meta.symbol}`,
    )
  // Yahoo gives an index no currency, or the wrong one; its points are not converted.
  if (instrument.kind === 'index') return null
  const named = (meta.currency ?? null) === null ? 'no currency' : unit.currency
  if (named === instrument.currency) return null
  const detail = `prices in ${named}, the instrument's are in ${instrument.currency}`
  return { ...quarantined('currency', detail), urgent: true }
}

function readHistory(result: ChartResult, context: ChartContext): Reading<QuoteHistory> {
  const { query, fetchedAt } = context
  const read = readRows(result, context)
  if (read.missingCells > 1)
    return quarantined('ragged', `columns of unequal length, ${read.missingCells} cells short`)
  const count = read.rows.length + read.rejects.length
  if (read.rejects.length > count / 5) return schemaBroken(`${read.rejects.length} of ${count} rows are bad`)

  const seen = readBars(read.rows, context)
  const over = sessionsOver(query, coveredFrom(seen.rows, context), fetchedAt)
  if (count === 0 && over.length > 0) return schemaBroken(`no rows for ${over.length} sessions`)
  if (count === 0 && seen.bars.length === 0) return { kind: 'empty' }

  const events = readActions(result.events ?? {}, seen.bars, context)
  const bars = markSuspects(seen.bars, events.actions, query.instrument)
  const jump = unadjustedJump(bars, events.actions)
  const history = { bars, actions: events.actions, gaps: gapsIn(over, bars, seen.rows), asOf: fetchedAt }
  if (jump !== null)
    return quarantined(
      'not-rescaled',
      `prices jump by a split's ratio on ${jump.date}: not rescaled for it`,
      { k: jump.k, agreesFrom: jump.date, item: history },
    )
  return {
    kind: 'ok',
    items: [history],
    complete: true,
    warnings: [...warningsOf({ history, read, seen, result, context }), ...events.warnings],
    rejects: [...read.rejects, ...events.rejects],
    next: [],
  }
}

const noRows = { k: null, agreesFrom: null, item: null }

/** An answer that a person may have to decide on. */
const quarantined = (
  kind: ContradictionKind,
  detail: string,
  rest: Omit<Contradicted<QuoteHistory>, 'kind'> = noRows,
): Extract<Reading<QuoteHistory>, { kind: 'broken' }> => ({
  kind: 'broken',
  why: 'quarantined',
  detail,
  contradiction: { kind, ...rest },
})
