/**
 * The Federal Register on its way into the store (providers.md 9.4): one act is one item whoever prints it, a change is a
 * revision, and failure never looks like emptiness.
 */
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { takeInDocuments } from '@oreline/server/db/policy-documents.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import { describe, expect } from 'vitest'
import { buildAskTools } from '../../jobs/ask-tools.ts'
import { refreshFeed } from '../../jobs/policy/refresh-feed.ts'
import { sinceWhen, wholeTensBack } from '../../jobs/policy/since-when.ts'
import { federalRegister } from '../../jobs/providers/federal-register.ts'
import { newYork } from '../../jobs/providers/federal-register/host.ts'
import { day } from '../support/brands.ts'
import { aDocument } from '../support/documents.ts'
import { revisionsOf, says } from '../support/kept-documents.ts'
import { keptAt, test, type KeptStore } from '../support/kept-store.ts'
import { loopbackFetch } from '../support/loopback-fetch.ts'

const hours = 3_600_000
const days = 24 * hours

const itemOf = async (kept: KeptStore, source: string, id: string) =>
  (await revisionsOf(kept, source, id)).at(-1)?.itemId ?? null

describe('the Federal Register', () => {
  test('P05, P15: was there before; the same answer again writes nothing; scheduled on Friday is published on Monday', async ({
    kept,
  }) => {
    const first = await revisionsOf(kept, 'federal-register')
    expect(first.length).toBeGreaterThan(5)
    expect(first.every(({ wasThereBefore, revision }) => wasThereBefore && revision === 1)).toBe(true)
    expect(await kept.run('policy-federal-register')).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
    kept.time.advance(3 * days)
    expect(await kept.run('policy-federal-register')).toMatchObject({ outcome: 'ok' })
    const monday = (await revisionsOf(kept, 'federal-register')).filter(
      ({ publishedOn }) => publishedOn === '2026-11-23',
    )
    expect(monday.map(({ body: { stage }, recordedAt }) => [stage, recordedAt > keptAt])).toEqual([
      ['scheduled', false],
      ['published', true],
    ])
    expect(await kept.scopeRow('federal-register', 'all')).toMatchObject({ state: 'fresh', warnings: [] })
  })

  test('P10: an order that the White House brought days before is the same item', async ({ kept }) => {
    const order = aDocument({
      sourceId: 'https://www.whitehouse.gov/?p=77',
      type: 'presidential-document',
      title: 'Adjusting Imports of Processed Critical Minerals into the United States',
      publishedOn: '2026-11-19',
    })
    await withRevision(kept.db, { scope: 'documents', clock: kept.time.clock }, async (revision) =>
      takeInDocuments(revision, {
        source: 'white-house',
        documents: [order],
        payloadId: null,
        isFirstAnswer: false,
      }),
    )
    kept.standIn.scenario('federal-register', 'P10', 2)
    expect(await kept.run('policy-federal-register')).toMatchObject({ outcome: 'ok', rowsWritten: 1 })
    const item = await itemOf(kept, 'federal-register', '2026-99001')
    expect([item !== null, await itemOf(kept, 'white-house', order.sourceId)]).toEqual([true, item])
  })

  test('P06, P12, P14: corrections, unknown offices and passages are stored and told', async ({ kept }) => {
    for (const [fault, id, shows] of [
      ['P06', 'C1-2026-99000', { correctionOf: '2026-99000', type: 'correction' }],
      ['P12', '2026-99001', { issuers: ['Office of Strategic Minerals'] }],
      ['P14', '2026-99001', { excerpt: '… imaging agents with gadolinium, a rare earth' }],
    ] as const) {
      kept.standIn.scenario('federal-register', fault, 2)
      expect(await kept.run('policy-federal-register')).toMatchObject({ outcome: 'ok' })
      kept.time.advance(60_000)
      expect((await revisionsOf(kept, 'federal-register', id)).at(-1)?.body).toMatchObject(shows)
    }
    expect(says(kept, 'source.warning', 'federal-register')).toEqual([
      [30, 'P12', 'an office known by its printed name alone: Office of Strategic Minerals'],
    ])
  })

  test('P01, P02, P13: nothing is empty, a list left out and a question refused are broken, and nothing changes', async ({
    kept,
  }) => {
    const before = await kept.dataRows()
    for (const [fault, kind, state, level] of [
      ['P01', 'empty', 'fresh', null],
      ['P02', 'broken', 'broken', 40],
      ['P13', 'broken', 'broken', 50],
    ] as const) {
      kept.standIn.scenario('federal-register', fault, 2)
      expect(await kept.run('policy-federal-register')).toMatchObject({ sources: [{ kind }], rowsWritten: 0 })
      kept.standIn.clearScenarios()
      expect((await kept.sourceRows()).get('federal-register')?.state).toBe(state)
      expect(says(kept, 'source.state', 'federal-register').at(-1)?.[0] ?? null).toBe(level)
      kept.time.advance(hours)
    }
    expect(await kept.dataRows()).toEqual(before)
  })

  test('P03, P04: pages that come again or are short leave the list incomplete, and what came is stored', async ({
    kept,
  }) => {
    kept.standIn.scenario('federal-register', 'P03', 9)
    expect(await kept.run('policy-federal-register')).toMatchObject({ outcome: 'ok', rowsWritten: 0 })
    const codes = says(kept, 'source.warning', 'federal-register').map(([level, code]) => [level, code])
    expect(codes).toEqual(
      expect.arrayContaining([
        [40, 'P03'],
        [40, 'P04'],
      ]),
    )
    const health = await kept.db.query.sourceHealth.findFirst({
      where: (row, { eq }) => eq(row.source, 'federal-register'),
    })
    expect(health).toMatchObject({ complete: false, state: 'fresh' })
    expect((health?.lastCompleteAt ?? keptAt) < keptAt).toBe(true)
  })

  test('a history asked for later is no news, what is new beside it is', async ({ kept }) => {
    kept.time.advance(12 * days)
    const config = {
      offline: false,
      hostMap: kept.standIn.hostMap(),
      secContact: null,
      yahooUserAgent: null,
      eodhdApiToken: null,
    }
    const { db, time } = kept
    const { signal } = new AbortController()
    const outside = { fetch: loopbackFetch, sleep: time.sleep, random: () => 0.5 }
    const tools = buildAskTools({ db, clock: time.clock, log: kept.log.log, config, signal, outside })
    const asked = { source: 'federal-register', zone: newYork }
    const reach = { from: day('2025-01-01'), to: null }
    const { since, historyBefore } = await sinceWhen({ db, tools }, asked, reach)
    expect([since, historyBefore]).toEqual(['2025-01-01', '2026-11-12'])
    const query = { since }
    const provider = federalRegister
    await refreshFeed({ db, tools }, { provider, scope: 'all', query, isWindow: false, historyBefore })
    const fresh = (await revisionsOf(kept, 'federal-register')).filter(
      ({ firstSeenAt }) => firstSeenAt > keptAt,
    )
    const [old, news] = [true, false].map((was) =>
      fresh
        .filter(({ wasThereBefore }) => wasThereBefore === was)
        .map(({ publishedOn }) => publishedOn ?? ''),
    )
    expect(old?.length).toBeGreaterThan(20)
    expect(old?.every((on) => on < '2026-11-12')).toBe(true)
    expect(news).toEqual(['2026-12-02', '2026-12-03'])
    expect((await sinceWhen({ db, tools }, asked, null)).since).toBe('2026-11-12')
  })

  test('P15: the day asked from is another one every day, whenever the last answer came', () => {
    const today = day('2026-11-20')
    for (let before = 0; before < 60; before += 1)
      for (let later = before; later <= before + 1; later += 1) {
        const last = addDays(today, -before)
        const next = addDays(today, 1 - later)
        expect(wholeTensBack(last, today)).not.toBe(wholeTensBack(next, addDays(today, 1)))
        expect(wholeTensBack(last, today) <= addDays(last, -7)).toBe(true)
      }
  })
})
