import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { Ok } from '@oreline/shared/kernel/outcome.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { upsertBars } from '@oreline/server/db/bars.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { upsertCorporateActions } from '@oreline/server/db/corporate-actions.ts'
import { recordGaps } from '@oreline/server/db/gaps.ts'
import { endFormerEpochs } from '@oreline/server/db/live-bars.ts'
import { markRowsStored } from '@oreline/server/db/payloads.ts'
import { keepRejects } from '@oreline/server/db/rejects.ts'
import { withRevision, type Written } from '@oreline/server/db/revision.ts'

/** An accepted answer about one instrument, and under which epoch its prices belong. */
export type AcceptedHistory = {
  readonly instrumentId: number
  readonly ticker: string
  readonly source: string
  readonly history: QuoteHistory
  readonly answer: Ok<QuoteHistory>
  readonly payloadIds: readonly number[]
  readonly epoch: number
  /** True when the answer covers all that is held, on another scale: nothing of the former epoch stays. */
  readonly replaces: boolean
}

/** Stores bars, actions, gaps and rejects of an answer in one transaction. */
export async function storeHistory(db: Db, clock: Clock, accepted: AcceptedHistory): Promise<Written> {
  const { instrumentId, ticker, source, history, answer, payloadIds, epoch, replaces } = accepted
  const payloadId = answer.raw.payloadId
  return withRevision(db, { scope: 'prices', clock }, async (revision) => {
    const rows = history.bars.map((bar) => ({ ...bar, instrumentId, epoch }))
    const written = await upsertBars(revision, { rows, source, payloadId })
    const { actions } = history
    const acted = await upsertCorporateActions(revision, { instrumentId, actions, source, payloadId })
    const ended = replaces ? await endFormerEpochs(revision, { instrumentId, epoch }) : []
    const named = new Set(history.gaps.map(({ date }) => date))
    const left = ended
      .filter((date) => !named.has(date))
      .map((date) => ({ date, reason: 'missing' as const }))
    const missing = await recordGaps(revision, { instrumentId, source, gaps: [...history.gaps, ...left] })
    await keepRejects(revision, { source, scope: ticker, payloadId, rejects: answer.rejects })
    await markRowsStored(revision.tx, payloadIds, revision.recordedAt)
    return written + acted + missing
  })
}
