import { describe, expect, test } from 'vitest'
import type { HostPolicy } from '../../jobs/http/host-policy.ts'
import { examplePolicy, rehearse } from '../support/http-rehearsal.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import { settle, takeSlot } from '../../jobs/http/host-state.ts'
import { untouchedHost } from '@oreline/server/db/hosts.ts'

describe('turns at a group of hosts', () => {
  test('ten questions from two processes at once leave a gap of at least 1 s between any two', async () => {
    const r = await rehearse()
    const other = r.secondClient()
    const urls = ['https://data.example.com/a', 'https://www.example.com/b']
    const asked = Array.from({ length: 10 }, async (_, n) =>
      (n % 2 === 0 ? r.ask : other)({ url: urls[n % 2] ?? '', bodyTimeoutMs: 200_000 }),
    )
    const kinds = (await Promise.all(asked)).map(({ kind }) => kind)
    expect(kinds).toEqual(Array.from({ length: 10 }, () => 'answer'))
    const at = r.standIn.log().map(({ atMs }) => atMs)
    const gaps = at.slice(1).map((ms, n) => ms - (at[n] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(examplePolicy.gapMs)
  })

  test('SEC: at most 8 requests in any second over data and www together', async () => {
    const r = await rehearse()
    const sec: HostPolicy = { ...examplePolicy, group: 'sec', gapMs: 150 }
    const clients = [r.ask, r.secondClient(), r.secondClient()]
    await Promise.all(Array.from({ length: 24 }, async (_, n) => clients[n % 3]?.({}, sec)))
    const at = r.standIn.log().map(({ atMs }) => atMs)
    const busiest = Math.max(...at.map((from) => at.filter((ms) => ms >= from && ms < from + 1_000).length))
    expect(at).toHaveLength(24)
    expect(busiest).toBeLessThanOrEqual(8)
  })

  test('one request at a time: while one is under way no other leaves, from no process', async () => {
    let now = 0
    let most = 0
    const slow: typeof globalThis.fetch = async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise((resolve) => {
        setTimeout(resolve, 5)
      })
      now -= 1
      return Response.json([1])
    }
    const r = await rehearse(undefined, { deps: { fetch: slow } })
    const other = r.secondClient()
    const policy = { ...examplePolicy, gapMs: 1 }
    await Promise.all([r.ask({}, policy), other({}, policy), r.ask({}, policy), other({}, policy)])
    expect(most).toBe(1)
  })

  test('questions of one process are answered in the order of asking', async () => {
    const r = await rehearse()
    await Promise.all([1, 2, 3, 4].map(async (n) => r.ask({ url: `https://data.example.com/${n}` })))
    expect(r.standIn.log().map(({ path }) => path)).toEqual(['/1', '/2', '/3', '/4'])
  })

  test('a block stops what is already queued', async () => {
    const r = await rehearse()
    r.standIn.scenario('example', 'H10')
    const kinds = (await Promise.all([r.ask(), r.ask(), r.ask()])).map(({ kind }) => kind)
    expect(kinds).toEqual(['blocked', 'blocked', 'blocked'])
    expect(r.standIn.log()).toHaveLength(1)
  })

  test('other groups do not wait', async () => {
    const r = await rehearse()
    await r.meet('H10')
    expect(await r.ask({}, { ...examplePolicy, group: 'another' })).toMatchObject({ kind: 'answer' })
  })
})

describe('a slot', () => {
  const now = instantOf(Date.parse('2026-11-20T16:20:00Z'))
  const later = (ms: number) => instantOf(Date.parse(now) + ms)
  const terms = { now, gapMs: 1_000, busyMs: 45_000 }

  test('of a process that died is free once its time has run out', () => {
    const busy = { ...untouchedHost, busyUntil: later(30_000) }
    expect(takeSlot(busy, terms).result).toEqual({ kind: 'wait', until: later(1_000) })
    expect(takeSlot(busy, { ...terms, now: later(30_000) }).result).toMatchObject({ kind: 'taken' })
  })

  test('counts its gap from the end of a slow request, which may have arrived late', () => {
    const { state } = takeSlot(untouchedHost, terms)
    const end = { busyUntil: later(45_000), effect: { kind: 'answered' }, gapMs: 1_000 } as const
    expect(settle(state, { ...end, now: later(900) }).state.nextFreeAt).toBe(later(1_900))
    expect(settle(state, { ...end, busyUntil: later(1), now: later(900) }).state.nextFreeAt).toBe(
      later(1_000),
    )
  })

  test('is not waited for when it lies hours ahead: a clock was wrong', () => {
    const ahead = { ...untouchedHost, nextFreeAt: later(7_200_000), busyUntil: later(7_200_000) }
    expect(takeSlot(ahead, terms).result).toMatchObject({ kind: 'taken', busyUntil: later(45_000) })
  })
})
