import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import { upsertBars } from './bars.ts'
import { upsertCorporateActions } from './corporate-actions.ts'
import { recordGaps } from './gaps.ts'
import { endFormerEpochs } from './live-bars.ts'
import { markRowsStored } from './payloads.ts'
import { keepRejects } from './rejects.ts'
import type { Revision } from './revision.ts'

/** An accepted answer about one instrument, and under which epoch its prices belong. */
export type AcceptedHistory = {
  readonly instrumentId: number
  readonly ticker: string
  readonly source: string
  readonly history: QuoteHistory
  readonly rejects: readonly Reject[]
  /** The kept answer the rows come from. */
  readonly payloadId: number | null
  /** Those that count as stored with them. */
  readonly payloadIds: readonly number[]
  readonly epoch: number
  /** True when the answer covers all that is held, on another scale: nothing of the former epoch stays. */
  readonly replaces: boolean
}

/** Stores bars, actions, gaps and rejects of an answer in one transaction, and gives the number of rows. */
export async function writeHistory(revision: Revision, accepted: AcceptedHistory): Promise<number> {
  const { instrumentId, ticker, source, history, rejects, payloadId, payloadIds, epoch, replaces } = accepted
  const rows = history.bars.map((bar) => ({ ...bar, instrumentId, epoch }))
  const written = await upsertBars(revision, { rows, source, payloadId })
  const { actions } = history
  const acted = await upsertCorporateActions(revision, { instrumentId, actions, source, payloadId })
  const ended = replaces ? await endFormerEpochs(revision, { instrumentId, epoch }) : []
  const named = new Set(history.gaps.map(({ date }) => date))
  const left = ended.filter((date) => !named.has(date)).map((date) => ({ date, reason: 'missing' as const }))
  const missing = await recordGaps(revision, { instrumentId, source, gaps: [...history.gaps, ...left] })
  await keepRejects(revision, { source, scope: ticker, payloadId, rejects })
  await markRowsStored(revision.tx, payloadIds, revision.recordedAt)
  return written + acted + missing
}
