import { describe, expect, test } from 'vitest'
import { askProvider } from '../../jobs/providers/ask-provider.ts'
import {
  defineProvider,
  type Ask,
  type Provider,
  type Reading,
} from '../../jobs/providers/define-provider.ts'
import type { Answer, Refusal } from '../../jobs/http/answer.ts'
import { answerOf } from '../support/answers.ts'
import { instant } from '../support/brands.ts'
import { memoryPayloads } from '../support/memory-payloads.ts'

const good = (items: readonly string[], next: readonly Ask<string>[] = []): Reading<string> => ({
  kind: 'ok',
  items,
  complete: true,
  warnings: [],
  rejects: [],
  next,
})
const question = (key: string, read: (answer: Answer) => Reading<string>): Ask<string> => ({
  key,
  request: { url: `https://data.example.com/${key}`, expect: { format: 'json' } },
  read,
})
const providerOf = (...asks: readonly Ask<string>[]): Provider<null, string> =>
  defineProvider({
    id: 'sec',
    parserVersion: 3,
    policy: { group: 'sec', hosts: ['data.example.com'], gapMs: 0 },
    carries: () => true,
    asks: () => asks,
    merge: (items) => [...new Set(items)],
  })

const now = instant('2026-11-20T16:20:00Z')
/** Asks with answers by key; `{}` where none is given. */
async function ask(
  provider: Provider<null, string>,
  answers: Readonly<Record<string, Answer | Refusal>> = {},
) {
  const payloads = memoryPayloads()
  const asked: string[] = []
  const http = {
    ask: async ({ url }: { url: string }) => {
      await Promise.resolve()
      const key = new URL(url).pathname.slice(1)
      asked.push(key)
      return answers[key] ?? answerOf(`{"key":"${key}"}`, { url })
    },
  }
  const settings = { secContact: null, yahooUserAgent: null, eodhdApiToken: null }
  const run = async () => askProvider(provider, null, { http, payloads, clock: () => now, settings })
  return { run, payloads, asked }
}

const blocked: Refusal = {
  kind: 'blocked',
  why: '429',
  retryAt: instant('2026-11-20T16:25:00Z'),
  detail: 'HTTP 429',
  evidence: null,
}

describe('one query, one outcome', () => {
  test('questions follow each other, their items are merged, every answer is kept', async () => {
    const second = question('second', () => good(['b', 'c']))
    const { run, payloads, asked } = await ask(
      providerOf(question('first', () => good(['a', 'b'], [second]))),
    )
    expect(await run()).toMatchObject({
      outcome: { kind: 'ok', items: ['a', 'b', 'c'], complete: true, raw: { payloadId: 1 } },
      payloadIds: [1, 2],
    })
    expect(asked).toEqual(['first', 'second'])
    expect(payloads.kept()).toMatchObject([
      { requestKey: 'first', parserVersion: 3 },
      { requestKey: 'second' },
    ])
  })

  test('a failure after good answers leaves them good but incomplete, and asks no more', async () => {
    const next = [question('second', () => good(['b'])), question('third', () => good(['c']))]
    const { run, asked } = await ask(providerOf(question('first', () => good(['a'], next))), {
      second: blocked,
    })
    expect((await run()).outcome).toMatchObject({
      kind: 'ok',
      items: ['a'],
      complete: false,
      warnings: [{ code: 'partial', detail: 'blocked: 429, HTTP 429' }],
    })
    expect(asked).toEqual(['first', 'second'])
  })

  test('a failure first is the outcome; nothing that did not arrive is kept', async () => {
    const { run, payloads } = await ask(providerOf(question('first', () => good(['a']))), { first: blocked })
    expect(await run()).toEqual({
      outcome: { kind: 'blocked', why: '429', retryAt: '2026-11-20T16:25:00Z', detail: 'HTTP 429' },
      payloadIds: [],
    })
    expect(payloads.kept()).toEqual([])
  })

  test('a lead to nothing is the nothing it led to', async () => {
    const last = question('last', () => ({ kind: 'empty' }))
    const { run } = await ask(
      providerOf(question('lead', () => ({ kind: 'lead', next: [last], warnings: [] }))),
    )
    expect(await run()).toMatchObject({ outcome: { kind: 'empty', raw: { payloadId: 2 } }, payloadIds: [] })
  })

  test('one empty part among good ones takes nothing away', async () => {
    const parts = [question('empty', () => ({ kind: 'empty' })), question('good', () => good(['a']))]
    const { run } = await ask(providerOf(...parts))
    expect((await run()).outcome).toMatchObject({ kind: 'ok', items: ['a'], complete: true })
  })

  test('a list without end is cut after 150 questions and incomplete', async () => {
    const page = (number: number): Ask<string> =>
      question(`p${number}`, () => good([`${number}`], [page(number + 1)]))
    const { run, asked } = await ask(providerOf(page(1)))
    expect((await run()).outcome).toMatchObject({ kind: 'ok', complete: false })
    expect(asked).toHaveLength(150)
  })

  test('a parser that throws is a bug: the answer is kept for the fix, the error rises', async () => {
    const { run, payloads } = await ask(
      providerOf(
        question('first', () => {
          throw new Error('a bug')
        }),
      ),
    )
    await expect(run()).rejects.toThrow('a bug')
    expect(payloads.kept()).toMatchObject([{ outcome: 'broken', parseFailed: true }])
  })

  test('equal bytes say nothing new only when all answers are equal, stored, and read by the same parser', async () => {
    const next = question('second', () => good(['b']))
    const provider = providerOf(question('first', () => good(['a'], [next])))
    const { run, payloads } = await ask(provider)
    payloads.settle([1])
    expect((await run()).outcome.kind).toBe('ok')
    payloads.settle((await run()).payloadIds)
    expect((await run()).outcome.kind).toBe('unchanged')
    const settings = { secContact: null, yahooUserAgent: null, eodhdApiToken: null }
    const http = {
      ask: async ({ url }: { url: string }) => answerOf(`{"key":"${new URL(url).pathname.slice(1)}"}`),
    }
    const newer = { ...provider, parserVersion: 4 }
    const again = await askProvider(newer, null, { http, payloads, clock: () => now, settings })
    expect(again.outcome.kind).toBe('ok')
  })

  test('without the setting it needs, nothing is asked', async () => {
    const { run, asked } = await ask({
      ...providerOf(question('first', () => good(['a']))),
      needs: 'secContact',
    })
    expect((await run()).outcome).toMatchObject({ kind: 'blocked', why: 'off', detail: 'needs secContact' })
    expect(asked).toEqual([])
  })
})
