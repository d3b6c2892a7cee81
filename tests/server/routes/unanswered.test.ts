/** An empty answer that is no proof of emptiness: it names the sources that have never answered. */
import { getFilings } from '@oreline/shared/api/filings.ts'
import { getFx } from '@oreline/shared/api/fx.ts'
import { getInbox, getInboxCounts } from '@oreline/shared/api/inbox.ts'
import { getPolicyDocuments } from '@oreline/shared/api/policy-documents.ts'
import { getPrices } from '@oreline/shared/api/prices.ts'
import { recordAttempt } from '@oreline/server/db/source-health.ts'
import { describe, expect } from 'vitest'
import { instant } from '../../support/brands.ts'
import { ask, read, test } from '../../support/app.ts'
import { aFiling, takeInReference, writeFilings, writeRates } from '../../support/store-rows.ts'

const seededAt = instant('2026-11-20T08:00:00.000Z')
const answeredAt = instant('2026-11-20T09:00:00.000Z')
const raw = { payloadId: null, sha256: '', url: '' }
const emptyAnswer = {
  outcome: { kind: 'empty', raw },
  at: answeredAt,
  newestItem: null,
  nextSlot: null,
  emptyIsSuspect: false,
  setup: null,
} as const

describe('sources that have never answered', () => {
  test('are named beside no rates, in CSV too, until there are some', async ({ app, db }) => {
    expect((await read(app, getFx, '/api/v1/fx?pairs=AUDUSD')).meta.unanswered).toEqual(['ecb'])
    const { headers, text } = await ask(app, '/api/v1/fx?pairs=AUDUSD&format=csv')
    expect([headers['oreline-unanswered'], text.trim()]).toEqual(['ecb', 'pair,date,rate,source'])
    await writeRates(db, { at: seededAt }, [['USD', '2026-11-19', 1.25]])
    expect((await read(app, getFx, '/api/v1/fx?pairs=EURUSD')).meta).not.toHaveProperty('unanswered')
  })

  test('are told apart from those that have nothing to give, ticker by ticker', async ({ app, db }) => {
    await takeInReference(db, seededAt)
    const unanswered = async (query: string) =>
      (await read(app, getFilings, `/api/v1/filings${query}`)).meta.unanswered
    expect(await unanswered('')).toEqual(['asx', 'sec', 'sse'])
    expect(await unanswered('?tickers=MP')).toEqual(['sec'])
    await recordAttempt(db, { source: 'sec', scope: 'MP' }, emptyAnswer)
    expect(await unanswered('?tickers=MP')).toBeUndefined()
    expect(await unanswered('?tickers=MP,UUUU')).toEqual(['sec'])
    expect(await unanswered(`?tickers=MP&as_of=${seededAt}`)).toEqual(['sec'])
    await writeFilings(db, { at: answeredAt, ticker: 'UUUU' }, [aFiling('one', '2026-11-19')])
    expect(await unanswered('?tickers=MP,UUUU')).toBeUndefined()
  })

  test('are told of the inbox and its documents, until each list of theirs has answered', async ({
    app,
    db,
  }) => {
    const path = '/api/v1/policy-documents'
    const unanswered = async (query: string) =>
      (await read(app, getPolicyDocuments, `${path}${query}`)).meta.unanswered
    const all = ['eu-press', 'federal-register', 'federal-register-inspection', 'mofcom', 'ustr', 'war-gov']
    expect(await unanswered('')).toEqual([...all, 'white-house'])
    expect(await unanswered('?source=gdelt')).toEqual(['gdelt'])
    await recordAttempt(db, { source: 'white-house', scope: 'all' }, emptyAnswer)
    await recordAttempt(db, { source: 'war-gov', scope: 'releases' }, emptyAnswer)
    expect(await unanswered('')).toEqual(all)
    await recordAttempt(db, { source: 'war-gov', scope: 'contracts' }, emptyAnswer)
    expect(await unanswered('?source=war-gov')).toBeUndefined()
    expect(await unanswered(`?source=war-gov&as_of=${seededAt}`)).toEqual(['war-gov'])
    for (const { path: other } of [getInbox, getInboxCounts])
      expect((await ask(app, other)).json).toMatchObject({ meta: { unanswered: all.slice(0, -1) } })
  })

  test('a failure is no answer', async ({ app, db }) => {
    await takeInReference(db, seededAt)
    const outcome = { kind: 'broken', why: 'schema', detail: 'no list' } as const
    await recordAttempt(db, { source: 'asx', scope: 'LYC.AX' }, { ...emptyAnswer, outcome })
    const { data, meta } = await read(app, getFilings, '/api/v1/filings?tickers=LYC.AX')
    expect([data, meta.unanswered]).toEqual([[], ['asx']])
  })

  test('are named beside prices that are shipped', async ({ shipped }) => {
    const { meta } = await read(shipped, getPrices, '/api/v1/prices?tickers=MP&from=2026-09-01')
    expect(meta).toMatchObject({ sources: ['starter'], unanswered: ['yahoo'] })
  })
})
