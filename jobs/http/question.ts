/**
 * One question from its first request to its end: asked, judged, asked again where that may help, followed where a
 * redirect is in bounds. The host ledger learns every step; each request leaves one log line.
 */
import type { BaseLogger } from 'pino'
import type { Answer, Refusal } from './answer.ts'
import { askOnce, type AskOnceDeps } from './ask-once.ts'
import type { HostPolicy } from './host-policy.ts'
import type { HostQueue } from './host-queue.ts'
import type { Effect } from './host-state.ts'
import { nextStep, type Progress } from './next-step.ts'
import { firstHop } from './redirect.ts'
import { redactor } from './redact.ts'
import { heldRefusal, refusalOf } from './refusal.ts'
import { requestLog } from './request-log.ts'
import { limitsOf, type HttpRequest } from './request.ts'
import type { Ending } from './ending.ts'

export type QuestionDeps = AskOnceDeps & {
  /** 0 to 1, for jitter. */
  readonly random: () => number
  readonly log: BaseLogger
  readonly queue: HostQueue
}

/** Asks until there is an answer or none to be had. The caller holds the group's turn. */
export async function askInTurn(
  deps: QuestionDeps,
  request: HttpRequest,
  policy: HostPolicy,
): Promise<Answer | Refusal> {
  const { queue, random } = deps
  const { headersTimeoutMs, bodyTimeoutMs } = limitsOf(request)
  const clean = redactor(request)
  const log = requestLog(deps.log, policy.group, clean)
  let progress: Progress = { hop: firstHop(request), retried: 0 }
  for (;;) {
    const slot = await queue.slot(policy, headersTimeoutMs + bodyTimeoutMs + slackMs)
    if (slot.kind === 'held') return log.held(heldRefusal(slot, policy))
    const settle = async (effect: Effect) => queue.settle(policy, slot.busyUntil, effect)
    const asked = await askOnce(deps, { request, policy, hop: progress.hop }).catch(
      async (error: unknown) => {
        await settle({ kind: 'again', waitMs: 0 })
        throw error
      },
    )
    const step = nextStep(progress, asked.verdict, { request, probe: slot.probe, random: random() })
    if (step.kind === 'go') {
      await settle({ kind: 'again', waitMs: step.waitMs })
      log.goesOn(asked, step.waitMs)
      progress = step.progress
      continue
    }
    if (step.end.kind === 'answer') {
      await settle({ kind: 'answered' })
      return log.answered(asked, step.end)
    }
    const settled = await settle(effectOf(step.end, policy, random()))
    return log.refused(asked, step.end, refusalOf(step.end, settled, asked.evidence, clean), settled)
  }
}

/** Beyond the timeouts, until another process may believe that this one has died. */
const slackMs = 5_000

function effectOf(ending: Ending, { coolDownMs }: HostPolicy, jitter: number): Effect {
  if (ending.kind === 'broken') return { kind: 'failed' }
  return { kind: 'blocked', why: ending.why, retryAfterMs: ending.retryAfterMs, coolDownMs, jitter }
}
