import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type {
  Blocked,
  Broken,
  Empty,
  FetchOutcome,
  NotFound,
  OutcomeKind,
  RawRef,
  Reject,
  Warning,
} from '@oreline/shared/kernel/outcome.ts'
import type { Answer, Evidence, HttpClient } from '../http/answer.ts'
import type {
  Ask,
  Contradicted,
  PayloadStore,
  Provider,
  ProviderSettings,
  Reading,
} from './define-provider.ts'

export type AskTools = {
  readonly http: HttpClient
  readonly payloads: PayloadStore
  readonly clock: Clock
  readonly settings: ProviderSettings
}

/**
 * `payloadIds` are the kept answers behind an `ok`: they count as stored once its rows are. `contradiction`: what a
 * `broken` answer gave that a person may decide on.
 */
export type Asked<Item> = {
  readonly outcome: FetchOutcome<Item>
  readonly payloadIds: readonly number[]
  readonly contradiction?: Contradicted<Item>
}

type Good<Item> = Extract<Reading<Item>, { kind: 'ok' | 'lead' }>
type Failure = Blocked | Broken | NotFound
type Refused<Item> = { readonly refused: Broken; readonly contradiction: Contradicted<Item> }
type Page<Item> = { readonly good: Good<Item>; readonly raw: RawRef; readonly seenBefore: boolean }

/** More questions than this for one query end it incomplete: paging that never ends is the host's fault or ours. */
const mostQuestions = 150

/**
 * Asks a provider one query: sends its questions one after the other, keeps every raw answer, reads it. The first
 * failure ends it; what was read before is then `ok` but incomplete, with the failure among the warnings.
 */
export async function askProvider<Query, Item>(
  provider: Provider<Query, Item>,
  query: Query,
  tools: AskTools,
): Promise<Asked<Item>> {
  invariant(provider.carries(query), `${provider.id} is only asked for what it carries`)
  const now = tools.clock()
  if (provider.needs !== undefined && tools.settings[provider.needs] === null)
    return {
      outcome: { kind: 'blocked', why: 'off', retryAt: now, detail: `needs ${provider.needs}` },
      payloadIds: [],
    }
  const queue = [...provider.asks(query, { now, settings: tools.settings })]
  const pages: Page<Item>[] = []
  let failure: Failure | null = null
  let empty: Empty | null = null
  const most = provider.mostQuestions ?? mostQuestions
  for (let asked = 0; failure === null && asked < most; asked += 1) {
    const ask = queue.shift()
    if (ask === undefined) break
    const got = await askOnce(provider, ask, tools)
    if ('good' in got) {
      pages.push(got)
      queue.push(...got.good.next)
    } else if ('refused' in got) {
      const { refused: outcome, contradiction } = got
      return { outcome, payloadIds: [], contradiction }
    } else if (got.kind === 'empty') empty ??= got
    else failure = got
  }
  const nothing = failure ?? empty
  if (nothing !== null && pages.every(({ good }) => good.kind === 'lead'))
    return { outcome: nothing, payloadIds: [] }
  return fold(provider, pages, failure, queue.length > 0)
}

async function askOnce<Query, Item>(
  provider: Provider<Query, Item>,
  ask: Ask<Item>,
  { http, payloads }: AskTools,
): Promise<Page<Item> | Failure | Empty | Refused<Item>> {
  const keep = async (evidence: Evidence, outcome: OutcomeKind, parseFailed: boolean): Promise<RawRef> => {
    const { url, fetchedAt, status, contentType, sha256, bytes: body } = evidence
    const payloadId = await payloads.keep({
      source: provider.id,
      requestKey: ask.key,
      parserVersion: provider.parserVersion,
      outcome,
      parseFailed,
      url,
      fetchedAt,
      status,
      contentType,
      sha256,
      body,
    })
    return { payloadId, sha256, url }
  }

  const answer = await http.ask(ask.request, provider.policy)
  if (answer.kind !== 'answer') {
    const { evidence, ...refusal } = answer
    if (evidence === null) return refusal
    const raw = await keep(evidence, refusal.kind, true)
    return refusal.kind === 'broken' ? { ...refusal, raw } : refusal
  }
  const reading = await readOrKeep(ask, answer, keep)
  if (reading.kind === 'broken') {
    const { contradiction, ...broken } = reading
    const failure = { ...broken, raw: await keep(answer, 'broken', true) }
    return contradiction === undefined ? failure : { refused: failure, contradiction }
  }
  if (reading.kind === 'notFound' || reading.kind === 'empty')
    return { ...reading, raw: await keep(answer, reading.kind, false) }
  const last = await payloads.lastHash(provider.id, ask.key)
  const seenBefore = last?.sha256 === answer.sha256 && last.parserVersion === provider.parserVersion
  return {
    good: { ...reading, warnings: [...answer.warnings, ...reading.warnings] },
    raw: await keep(answer, seenBefore ? 'unchanged' : 'ok', false),
    seenBefore,
  }
}

/** A parser that throws is a bug of ours: the answer is kept for the fix, the error rises. */
async function readOrKeep<Item>(
  ask: Ask<Item>,
  answer: Answer,
  keep: (evidence: Evidence, outcome: OutcomeKind, parseFailed: boolean) => Promise<RawRef>,
): Promise<Reading<Item>> {
  try {
    return ask.read(answer)
  } catch (error) {
    await keep(answer, 'broken', true)
    throw error
  }
}

function fold<Query, Item>(
  provider: Provider<Query, Item>,
  pages: readonly Page<Item>[],
  failure: Failure | null,
  cutShort: boolean,
): Asked<Item> {
  const full = pages.flatMap(({ good, raw }) => (good.kind === 'ok' ? [{ ...good, raw }] : []))
  const first = full[0]
  invariant(first !== undefined, 'answered questions give rows, a failure or a proof of emptiness')
  const complete = full.every((page) => page.complete) && failure === null && !cutShort
  const payloadIds = pages.flatMap(({ raw }) => (raw.payloadId === null ? [] : [raw.payloadId]))
  const seenBefore = provider.readsTheClock === undefined && pages.every((page) => page.seenBefore)
  if (complete && seenBefore) return { outcome: { kind: 'unchanged', raw: first.raw }, payloadIds }
  const rejects = full.flatMap((page) => page.rejects)
  const warnings = [
    ...counted(pages.flatMap(({ good }) => good.warnings)),
    ...setAside(rejects),
    ...(failure === null ? [] : [partial(failure)]),
  ]
  const items = provider.merge(full.flatMap((page) => page.items))
  return { outcome: { kind: 'ok', items, complete, raw: first.raw, warnings, rejects }, payloadIds }
}

/** What several pages warn of alike is one warning with their sum. */
function counted(warnings: readonly Warning[]): readonly Warning[] {
  const alike = Map.groupBy(warnings, ({ code, detail }) => `${code} ${detail}`)
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const counts = [first, ...others].flatMap(({ count }) => (count === undefined ? [] : [count]))
    return counts.length === 0
      ? [first]
      : [{ ...first, count: counts.reduce((sum, count) => sum + count, 0) }]
  })
}

function setAside(rejects: readonly Reject[]): readonly Warning[] {
  const [first] = rejects
  if (first === undefined) return []
  const detail = `rows set aside, the first at ${first.index}: ${first.reason}`
  return [{ code: 'H24', detail, count: rejects.length }]
}

const partial = (failure: Failure): Warning => ({
  // What only a person can mend must not pass for an answer that was cut short.
  code: 'urgent' in failure ? 'partial-urgent' : 'partial',
  detail: `${failure.kind}: ${failure.why}${failure.kind === 'notFound' ? '' : `, ${failure.detail}`}`,
})
