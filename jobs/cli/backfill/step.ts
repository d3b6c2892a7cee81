/** One step of a backfill: one source asked about one thing, and what that came to. */
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { FetchOutcome, Warning } from '@oreline/shared/kernel/outcome.ts'
import { isSwitchedOff } from '@oreline/server/db/source-health.ts'
import { attemptSource, type Attempted } from '../../attempt-source.ts'
import type { JobContext, ScopeReport } from '../../define-job.ts'
import type { JobScope, Reach } from '../../source-job.ts'

/**
 * `answered`: all that was asked for is stored; `in-part`: what came is stored, and more is to be had; `failed`: nothing
 * came; `switched-off`: by the operator, not asked; `not-asked`: a setting is missing; `not-reached`: the backfill ended.
 */
type StepState = 'answered' | 'in-part' | 'failed' | 'switched-off' | 'not-asked' | 'not-reached'

export type Step = {
  readonly source: string
  /** A ticker, or `all`. */
  readonly scope: string
  readonly state: StepState
  readonly rowsWritten: number
  /** The newest day of what came; null: nothing new came. */
  readonly newest: IsoDate | null
  /** Why it is not `answered`, or what is worth a word; null: nothing. */
  readonly detail: string | null
  /** Until then the host may not be asked again; null: it may. */
  readonly retryAt: Instant | null
}

/** The step with its line for the ledger; null: no attempt was made. */
export type AskedStep = { readonly step: Step; readonly report: ScopeReport }

/** Makes the attempt. Throws when the backfill is to end, or the store has failed. */
export async function askStep(context: JobContext, scope: JobScope, reach: Reach): Promise<AskedStep> {
  const made: { attempted: Attempted | null } = { attempted: null }
  const report = await attemptSource(context, scope, async () => {
    made.attempted = await scope.refresh(context, reach)
    return made.attempted
  })
  const { attempted } = made
  const { source, scope: about, rows_written: rowsWritten } = report
  const base = { source, scope: about, rowsWritten, newest: attempted?.newestItem ?? null, retryAt: null }
  if (!report.asked) {
    const state = (await isSwitchedOff(context.db, source)) ? 'switched-off' : 'not-asked'
    return { step: { ...base, state, detail: report.detail }, report }
  }
  // No attempt to speak of: Oreline's own fault, which the report describes.
  if (attempted === null) return { step: { ...base, state: 'failed', detail: report.detail }, report }
  const { outcome, emptyIsSuspect = false, note = null } = attempted
  const state = stateOf(outcome, emptyIsSuspect)
  const step = { ...base, state, detail: detailOf(outcome, state, report.detail, note) }
  return { step: outcome.kind === 'blocked' ? { ...step, retryAt: outcome.retryAt } : step, report }
}

/** A step that the backfill did not come to. */
export const notReached = ({ source, scope }: JobScope): Step => ({
  source,
  scope,
  state: 'not-reached',
  rowsWritten: 0,
  newest: null,
  detail: null,
  retryAt: null,
})

function stateOf(outcome: FetchOutcome<unknown>, emptyIsSuspect: boolean): StepState {
  switch (outcome.kind) {
    case 'ok':
      return outcome.complete ? 'answered' : 'in-part'
    case 'unchanged':
      return 'answered'
    case 'empty':
      return emptyIsSuspect ? 'failed' : 'answered'
    case 'notFound':
    case 'blocked':
    case 'broken':
      return 'failed'
  }
}

function detailOf(
  outcome: FetchOutcome<unknown>,
  state: StepState,
  reported: string | null,
  note: string | null,
): string | null {
  if (state === 'failed') return reported
  const odd = outcome.kind === 'ok' ? outcome.warnings.map(wordsOf) : []
  const said = note === null ? odd : [note, ...odd]
  if (said.length > 0) return said.join('; ')
  return state === 'in-part' ? 'the source did not list everything' : null
}

const wordsOf = ({ detail, count }: Warning): string => (count === undefined ? detail : `${detail}: ${count}`)
