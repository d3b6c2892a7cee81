/** A kept answer under today's eyes: the same success test and the same parser as one that has just come. */
import type { KeptAnswer } from '@oreline/server/db/kept-answers.ts'
import type { Evidence } from '../http/answer.ts'
import { verdictOnResponse } from '../http/verdict.ts'
import type { Ask, KeptQuestion, Provider, ProviderSettings, Reading } from '../providers/define-provider.ts'

/** What a provider makes of it. */
export type Reread<Item> =
  | { readonly kind: 'read'; readonly reading: Reading<Item> }
  | { readonly kind: 'unreadable'; readonly why: string }

/** `query` is what was asked then, or all there is where nothing tells. */
export function readAgain<Query, Item>(
  provider: Provider<Query, Item>,
  query: Query,
  { kept, body }: { readonly kept: KeptAnswer; readonly body: Buffer },
): Reread<Item> {
  const ask = provider.carries(query) ? askOf(provider, query, questionOf(kept)) : null
  if (ask === null) return { kind: 'unreadable', why: `no question of today’s is called ${kept.requestKey}` }
  const { status, contentType, sha256, url, fetchedAt } = kept
  const evidence: Evidence = { status, contentType, bytes: body, sha256, url, fetchedAt }
  const headers = new Headers(contentType === null ? {} : { 'content-type': contentType })
  const verdict = verdictOnResponse(evidence, { request: ask.request, policy: provider.policy, headers })
  if (verdict.kind !== 'answer') {
    const ending = verdict.kind === 'retry' ? verdict.otherwise : verdict
    return { kind: 'unreadable', why: 'detail' in ending ? ending.detail : 'a redirect' }
  }
  return { kind: 'read', reading: readSafely(ask, verdict.answer) }
}

/** The question behind a kept answer. */
export const questionOf = ({ requestKey: key, url, fetchedAt }: KeptAnswer): KeptQuestion => ({
  key,
  url,
  fetchedAt,
})

/** Settings only go into headers, and nothing is sent. */
const settings: ProviderSettings = {
  secContact: 'nobody@example.org',
  yahooUserAgent: null,
  eodhdApiToken: 'none',
}

function askOf<Query, Item>(
  provider: Provider<Query, Item>,
  query: Query,
  question: KeptQuestion,
): Ask<Item> | null {
  const first = provider.asks(query, { now: question.fetchedAt, settings })
  return first.find(({ key }) => key === question.key) ?? provider.followUp?.(query, question) ?? null
}

/** A parser that throws on one answer must not keep the others from being read. */
function readSafely<Item>(ask: Ask<Item>, answer: Parameters<Ask<Item>['read']>[0]): Reading<Item> {
  try {
    return ask.read(answer)
  } catch (error) {
    const detail = `the parser breaks: ${error instanceof Error ? error.message : String(error)}`
    return { kind: 'broken', why: 'schema', detail }
  }
}
