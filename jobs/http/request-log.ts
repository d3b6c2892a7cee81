/**
 * One line per request: `debug` for what is as it should be, louder by table 9.1 of providers.md. No headers, no form,
 * no secret; at most 200 characters of what came instead of data.
 */
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import type { BaseLogger } from 'pino'
import type { Answer, Evidence, Refusal } from './answer.ts'
import type { Asked } from './ask-once.ts'
import type { Settled } from './host-state.ts'
import { redactUrl } from './redact.ts'
import type { Ending, Level } from './ending.ts'

/** Each returns what it was given to hand back. */
export type RequestLog = {
  readonly held: (refusal: Refusal) => Refusal
  readonly goesOn: (asked: Asked, waitMs: number) => void
  readonly answered: (asked: Asked, answer: Answer) => Answer
  readonly refused: (asked: Asked, ending: Ending, refusal: Refusal, settled: Settled) => Refusal
}

const notableSkewMs = 5 * 60_000
/** From this many blocks in a row on, waiting alone has not helped. */
const worryingBlocks = 3

/** The log of one question to `group`; `clean` takes the secrets of its request out of texts. */
export function requestLog(log: BaseLogger, group: string, clean: (text: string) => string): RequestLog {
  const about = ({ hop, evidence, ms, hostDate }: Asked) => ({
    group,
    method: hop.method,
    url: redactUrl(hop.url.href),
    ms,
    ...(evidence === null ? {} : { status: evidence.status, bytes: evidence.bytes.length }),
    ...skewOf(hostDate, evidence),
  })
  return {
    held: (refusal) => {
      log.debug({ group, ...summary(refusal) }, 'http.held')
      return refusal
    },
    goesOn: (asked, waitMs) => {
      const { verdict } = asked
      if (verdict.kind === 'follow')
        log.debug(
          { ...about(asked), outcome: 'redirect', to: redactUrl(verdict.hop.url.href) },
          'http.request',
        )
      if (verdict.kind === 'retry') {
        const { why, detail, level } = verdict.otherwise
        log[level](
          { ...about(asked), outcome: 'retry', why, detail: clean(detail), wait_ms: waitMs },
          'http.request',
        )
      }
    },
    answered: (asked, answer) => {
      const level = answer.warnings.length > 0 ? 'warn' : 'debug'
      const odd = answer.warnings.map(({ code }) => code)
      log[level](
        { ...about(asked), outcome: 'answer', ...(odd.length > 0 ? { warnings: odd } : {}) },
        'http.request',
      )
      return answer
    },
    refused: (asked, ending, refusal, settled) => {
      const breaker = settled.held?.why === 'breaker' ? { breaker_until: settled.held.until } : {}
      const content = excerptOf(asked.evidence, clean)
      log[loudness(ending, settled)](
        { ...about(asked), ...summary(refusal), ...breaker, ...content },
        'http.request',
      )
      return refusal
    },
  }
}

const summary = (refusal: Refusal) => ({
  outcome: refusal.kind,
  why: refusal.why,
  detail: refusal.detail,
  ...(refusal.kind === 'blocked' ? { retry_at: refusal.retryAt } : {}),
})

const loudness = ({ kind, level }: Ending, { blocksInARow }: Settled): Level =>
  kind === 'blocked' && level === 'info' && blocksInARow >= worryingBlocks ? 'warn' : level

function excerptOf(evidence: Evidence | null, clean: (text: string) => string): object {
  if (evidence === null || evidence.bytes.length === 0) return {}
  const head = new TextDecoder().decode(evidence.bytes.subarray(0, 800))
  return { sha256: evidence.sha256, excerpt: clean(head).slice(0, 200) }
}

/** How far the host's clock is from ours, when it is worth a word. */
function skewOf(hostDate: string | null, evidence: Evidence | null): { readonly clock_skew_ms?: number } {
  if (hostDate === null || evidence === null) return {}
  const skew = Date.parse(hostDate) - epochMs(evidence.fetchedAt)
  return Math.abs(skew) > notableSkewMs ? { clock_skew_ms: skew } : {}
}
