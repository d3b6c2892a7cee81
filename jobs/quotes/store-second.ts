import type { TimeZone } from '@oreline/shared/domain/calendar/calendar.ts'
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { Ok } from '@oreline/shared/kernel/outcome.ts'
import type { Executor } from '@oreline/server/db/client.ts'
import { confirmSuspects } from '@oreline/server/db/confirm-suspects.ts'
import { upsertCorporateActions } from '@oreline/server/db/corporate-actions.ts'
import { recordGaps } from '@oreline/server/db/gaps.ts'
import { markRowsStored } from '@oreline/server/db/payloads.ts'
import { keepRejects } from '@oreline/server/db/rejects.ts'
import { withRevision, type Written } from '@oreline/server/db/revision.ts'
import { fillFromSecond, upsertSecondBars } from '@oreline/server/db/second-bars.ts'

/** An answer of a second source about one instrument. `timezone` is the exchange's. */
export type SecondAnswer = {
  readonly instrumentId: number
  readonly ticker: string
  readonly source: string
  readonly timezone: TimeZone
  readonly history: QuoteHistory
  readonly answer: Ok<QuoteHistory>
  readonly payloadIds: readonly number[]
}

/**
 * Stores what a second source says beside the series, and what follows from it: bars where the series has none, prices
 * under review that it confirms, gaps that it closes. All in one transaction; `filled` counts the bars it stands in for.
 */
export async function storeSecond(
  db: Executor,
  clock: Clock,
  second: SecondAnswer,
): Promise<{ readonly written: Written; readonly filled: number }> {
  const { instrumentId, ticker, source, timezone, history, answer, payloadIds } = second
  const { bars, actions } = history
  const { payloadId } = answer.raw
  let filled = 0
  const written = await withRevision(db, { scope: 'prices', clock }, async (revision) => {
    const rows = await upsertSecondBars(revision, { instrumentId, source, bars, payloadId })
    // Splits and dividends belong to the instrument, whoever tells of them.
    const acted = await upsertCorporateActions(revision, { instrumentId, actions, source, payloadId })
    const [first] = bars
    filled =
      first === undefined
        ? 0
        : await fillFromSecond(revision, { instrumentId, source, answeredFrom: first.date })
    const confirmed = await confirmSuspects(revision, { instrumentId, timezone })
    await recordGaps(revision, { instrumentId, source, gaps: [] })
    await keepRejects(revision, { source, scope: ticker, payloadId, rejects: answer.rejects })
    await markRowsStored(revision.tx, payloadIds, revision.recordedAt)
    return rows + acted + filled + confirmed
  })
  return { written, filled }
}
