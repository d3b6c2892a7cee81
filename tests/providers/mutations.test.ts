/**
 * Answers with parts replaced by anything JSON can hold: a parser may refuse them, but it never throws, and what it
 * accepts satisfies the schema of what it claims to be.
 */
import { filingSchema } from '@oreline/shared/domain/filings/filing.ts'
import { euroRateSchema } from '@oreline/shared/domain/fx/rate.ts'
import { policyDocumentSchema } from '@oreline/shared/domain/inbox/document.ts'
import { barGapSchema, barSchema, corporateActionSchema } from '@oreline/shared/domain/prices/bar.ts'
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ask, Provider } from '../../jobs/providers/define-provider.ts'
import { providers } from '../../jobs/providers/index.ts'
import { answerOf } from '../support/answers.ts'
import { day, instant } from '../support/brands.ts'
import { seedInstrument } from '../support/provider-rehearsal.ts'
import { seedCalendars } from '../support/seed-files.ts'
import { allRoutes } from '../support/stand-in/all-routes.ts'
import type { StandInReply } from '../support/stand-in/route.ts'
import { quoteQuery } from '../support/yahoo-rehearsal.ts'

const now = instant('2026-11-20T22:00:00.000Z')
const settings = { secContact: 'reader@example.org', yahooUserAgent: null, eodhdApiToken: 'demo-key-1' }

/** What the stand-in says to a question, and how the provider reads it. */
async function usualOf<Query, Item>(
  provider: Provider<Query, Item>,
  query: Query,
): Promise<[Ask<Item>, StandInReply]> {
  const [ask] = provider.asks(query, { now, settings })
  const route = allRoutes().find(({ name }) => name === provider.policy.group)
  if (ask === undefined || route === undefined) throw new Error('nothing to ask')
  const url = new URL(ask.request.url)
  const request = {
    route: route.name,
    method: ask.request.method ?? 'GET',
    path: `${url.pathname}${url.search}`,
    query: url.searchParams,
    headers: { ...ask.request.headers },
    body: new URLSearchParams(ask.request.form).toString(),
    at: now,
    atMs: Date.parse(now),
  }
  return [ask, await route.answer(request)]
}

/** Follows one lead, so that the list itself is meant. */
async function listOf<Query, Item>(
  provider: Provider<Query, Item>,
  query: Query,
): Promise<[Ask<Item>, StandInReply]> {
  const [ask, reply] = await usualOf(provider, query)
  const reading = ask.read(answerOf(JSON.stringify(reply.body), { fetchedAt: now }))
  const next = reading.kind === 'lead' ? reading.next[0] : undefined
  return next === undefined ? [ask, reply] : usualOf({ ...provider, asks: () => [next] }, query)
}

type Place = { readonly at: number; readonly value: fc.JsonValue }

/** The value with its `at`-th node (modulo their number, in order of reading) replaced. */
function mutated(value: unknown, { at, value: replacement }: Place): unknown {
  const nodes: (readonly [parent: object, key: string])[] = []
  const copy: unknown = structuredClone(value)
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, child] of Object.entries(node)) {
      nodes.push([node, key])
      visit(child)
    }
  }
  visit(copy)
  const [parent, key] = nodes[at % nodes.length] ?? []
  if (parent !== undefined && key !== undefined) Object.assign(parent, { [key]: replacement })
  return copy
}

const places = fc.array(fc.record({ at: fc.nat(100_000), value: fc.jsonValue({ maxDepth: 1 }) }), {
  minLength: 1,
  maxLength: 4,
})
/** Likelier to be taken for the real thing than arbitrary JSON. */
const likely = fc.array(
  fc.record({
    at: fc.nat(100_000),
    value: fc.constantFrom<fc.JsonValue>(
      null,
      0,
      -1,
      1e300,
      9e15,
      -9e15,
      '',
      'N/A',
      '9999-99-99',
      '2026-11-20',
      [],
      [[]],
      {},
      true,
    ),
  }),
  { minLength: 1, maxLength: 4 },
)

/** Reads 300 changed answers; gives how many were accepted, and the accepted items that are not sound. */
function readMutations<Item>(
  [ask, reply]: readonly [Ask<Item>, StandInReply],
  isSound: (item: Item) => boolean,
): { readonly accepted: number; readonly unsound: readonly Item[] } {
  let accepted = 0
  const unsound: Item[] = []
  fc.assert(
    fc.property(fc.oneof(places, likely), (changes) => {
      const body = changes.reduce<unknown>(mutated, reply.body)
      const reading = ask.read(answerOf(JSON.stringify(body), { fetchedAt: now }))
      if (reading.kind !== 'ok') return true
      accepted += 1
      const wrong = reading.items.filter((item) => !isSound(item))
      unsound.push(...wrong)
      return wrong.length === 0
    }),
    { numRuns: 300 },
  )
  return { accepted, unsound }
}

/** Reads 200 texts of which a part was replaced; gives how many were accepted, and fails where an item is not sound. */
function acceptedCuts<Item>(
  [ask, reply]: readonly [Ask<Item>, StandInReply],
  isSound: (item: Item) => boolean,
): number {
  const { body } = reply
  const whole = body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : body
  if (typeof whole !== 'string') throw new Error('a text is cut, not an object')
  let accepted = 0
  const cut = fc.record({
    from: fc.nat(whole.length),
    length: fc.nat(40),
    text: fc.string({ unit: 'grapheme', maxLength: 12 }),
  })
  const holds = fc.property(cut, ({ from, length, text }) => {
    const changed = whole.slice(0, from) + text + whole.slice(from + length)
    const reading = ask.read(answerOf(changed, { fetchedAt: now }))
    if (reading.kind !== 'ok') return true
    accepted += 1
    return reading.items.every(isSound)
  })
  expect(fc.check(holds, { numRuns: 200 })).toMatchObject({ failed: false })
  return accepted
}

const isSoundHistory = ({ bars, actions, gaps }: QuoteHistory): boolean =>
  bars.every((bar) => barSchema.safeParse(bar).success) &&
  actions.every((action) => corporateActionSchema.safeParse(action).success) &&
  gaps.every((gap) => barGapSchema.safeParse(gap).success) &&
  bars.every(({ date }, place) => place === 0 || date > (bars[place - 1]?.date ?? ''))

const isSoundDocument = (document: unknown): boolean => policyDocumentSchema.safeParse(document).success

const isSoundFiling = (filing: unknown): boolean => filingSchema.safeParse(filing).success

describe('anything in the place of anything', () => {
  test('Yahoo: bars ascend, one per session, each a bar', async () => {
    const { accepted, unsound } = readMutations(await listOf(providers.yahoo, quoteQuery()), isSoundHistory)
    expect(unsound).toEqual([])
    expect(accepted).toBeGreaterThan(20)
  })

  test.for([
    ['tencent', '600111.SS'],
    ['eastmoney', '600111.SS'],
    ['eodhd', 'UUUU'],
  ] as const)('%s: bars ascend, one per session, each a bar', async ([id, ticker]) => {
    const { accepted, unsound } = readMutations(
      await listOf(providers[id], quoteQuery(ticker)),
      isSoundHistory,
    )
    expect(unsound).toEqual([])
    expect(accepted).toBeGreaterThan(20)
  })

  test.for([
    ['sec', 'MP'],
    ['asx', 'LYC.AX'],
    ['sse', '600111.SS'],
    ['cninfo', '600111.SS'],
    ['eastmoney-notices', '600111.SS'],
  ] as const)('%s: every filing is one', async ([id, ticker]) => {
    const query = { instrument: seedInstrument(ticker), since: day('2026-08-01') }
    const { accepted, unsound } = readMutations(await listOf(providers[id], query), isSoundFiling)
    expect(unsound).toEqual([])
    expect(accepted).toBeGreaterThan(20)
  })

  test('GDELT: every story is a document', async () => {
    const { accepted, unsound } = readMutations(await usualOf(providers.gdelt, null), isSoundDocument)
    expect(unsound).toEqual([])
    expect(accepted).toBeGreaterThan(20)
  })

  test.for(['federal-register', 'federal-register-inspection', 'mofcom'] as const)(
    '%s: every document is one',
    async (id) => {
      const usual = await usualOf(providers[id], { since: day('2026-09-01') })
      const { accepted, unsound } = readMutations(usual, isSoundDocument)
      expect(unsound).toEqual([])
      expect(accepted).toBeGreaterThan(20)
    },
  )

  test('MOFCOM in English: any text in the place of a part of its page: every document is one', async () => {
    const usual = await usualOf(providers['mofcom-en'], { since: null })
    expect(acceptedCuts(usual, isSoundDocument)).toBeGreaterThan(5)
  })

  test('the White House: any text in the place of a part of its feed: every document is one', async () => {
    const usual = await usualOf(providers['white-house'], null)
    expect(acceptedCuts(usual, isSoundDocument)).toBeGreaterThan(5)
  })

  test('the ECB: any text in the place of a part of its XML', async () => {
    const usual = await usualOf(providers.ecb, { mode: 'recent', target: seedCalendars().target })
    expect(acceptedCuts(usual, (rate) => euroRateSchema.safeParse(rate).success)).toBeGreaterThan(5)
  })

  test.for([
    ['sec-feed', 'MP'],
    ['asx-html', 'LYC.AX'],
  ] as const)(
    '%s: any text in the place of a part of its page: every filing is one',
    async ([id, ticker]) => {
      const query = { instrument: seedInstrument(ticker), since: day('2026-08-01') }
      expect(acceptedCuts(await usualOf(providers[id], query), isSoundFiling)).toBeGreaterThan(5)
    },
  )
})
