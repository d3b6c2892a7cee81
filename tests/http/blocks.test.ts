import { epochMs, instantOf } from '@oreline/shared/kernel/instant.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HostPolicy } from '../../jobs/http/host-policy.ts'
import { blockMs, parseRetryAfter } from '../../jobs/http/retry.ts'
import { rehearse } from '../support/http-rehearsal.ts'

const minute = 60_000
const hour = 60 * minute
/** The rehearsal begins at 16:20:00 UTC; half of the jitter, a tenth or 30 s at most, is added. */
const at = (time: string): string => `2026-11-20T${time}.000Z`

describe('429 with Retry-After', () => {
  test('H07: 120 s mean blocked until 16:22:06, and no request before', async () => {
    const r = await rehearse()
    expect(await r.meet('H07')).toMatchObject({ kind: 'blocked', why: '429', retryAt: at('16:22:06') })
    expect(r.log.lines()).toMatchObject([{ level: 30, retry_at: at('16:22:06') }])
    r.time.advance(2 * minute)
    expect(await r.ask()).toMatchObject({ kind: 'blocked', why: '429', retryAt: at('16:22:06') })
    expect(r.standIn.log()).toHaveLength(1)
    r.time.advance(6_000)
    expect(await r.ask()).toMatchObject({ kind: 'answer' })
  })

  test('H07: 10 s are waited for in place', async () => {
    const reply = { status: 429, body: '', headers: { 'retry-after': '10' } }
    const r = await rehearse(reply)
    expect(await r.ask()).toMatchObject({
      kind: 'blocked',
      why: '429',
      retryAt: '2026-11-20T16:20:40.500Z',
    })
    const times = r.standIn.log().map(({ at: time }) => time.slice(14, 19))
    expect(times).toEqual(['20:00', '20:10', '20:20', '20:30'])
  })

  test('H08: an HTTP date counts; one in the past, a negative number and "never" mean 5 min', async () => {
    const until = async (fault: string): Promise<unknown> => {
      const r = await rehearse()
      return await r.meet(fault)
    }
    expect(await until('H08-date')).toMatchObject({ retryAt: at('16:30:15') })
    for (const fault of ['H08-past', 'H08-negative', 'H08-never'])
      expect(await until(fault)).toMatchObject({ kind: 'blocked', why: '429', retryAt: at('16:25:15') })
  })

  test('H10: 86400 s are kept to the second and worth a warning', async () => {
    const r = await rehearse()
    expect(await r.meet('H10')).toMatchObject({ retryAt: '2026-11-21T16:20:15.000Z' })
    expect(r.log.lines()).toMatchObject([{ level: 40 }])
    r.time.advance(24 * hour)
    await r.ask()
    expect(r.standIn.log()).toHaveLength(1)
  })

  test('a 503 that asks for 20 min is blocked until then, without a retry', async () => {
    const r = await rehearse({ status: 503, body: '', headers: { 'retry-after': '1200' } })
    expect(await r.ask()).toMatchObject({
      kind: 'blocked',
      why: 'retry-after',
      detail: 'HTTP 503, Retry-After 1200 s',
    })
    expect(r.standIn.log()).toHaveLength(1)
  })
})

describe('429 without Retry-After', () => {
  test('H09: 5 min, doubling to 6 h, kept over restarts; a warning from the third on', async () => {
    const r = await rehearse()
    r.standIn.scenario('example', 'H09', 9)
    const minutes: number[] = []
    for (let round = 0; round < 9; round += 1) {
      // A client of its own each time, as after a restart: only the ledger remembers.
      const got = await r.secondClient({ random: () => 0 })()
      const from = r.time.nowMs()
      if (got.kind !== 'blocked') throw new Error(`expected a block, got ${got.kind}`)
      const breaker = r.hosts.stateOf('example').breakerOpenUntil
      const until = r.hosts.stateOf('example').blockedUntil
      minutes.push((epochMs(until ?? got.retryAt) - from) / minute)
      r.time.advance(Math.max(epochMs(got.retryAt), breaker === null ? 0 : epochMs(breaker)) - from)
    }
    expect(minutes).toEqual([5, 10, 20, 40, 80, 160, 320, 360, 360])
    expect(r.log.lines().map(({ level }) => level)).toEqual([30, 30, 40, 40, 40, 40, 40, 40, 40])
  })

  test('H09: a good answer forgets the ladder', async () => {
    const r = await rehearse()
    await r.meet('H09')
    r.time.advance(6 * minute)
    expect(await r.ask()).toMatchObject({ kind: 'answer' })
    expect(await r.meet('H09')).toMatchObject({ retryAt: at('16:31:16') })
  })
})

describe('SEC: 403 and 429 are prolonged by every further request', () => {
  const sec: HostPolicy = {
    group: 'sec',
    hosts: ['data.example.com', 'www.example.com'],
    gapMs: 150,
    coolDownMs: 11 * minute,
  }

  test('no request for 11 minutes after a 403, to neither host, by the stand-in’s log', async () => {
    const r = await rehearse()
    r.standIn.scenario('example', 'H12-403')
    expect(await r.ask({}, sec)).toMatchObject({ kind: 'blocked', why: '403-waf' })
    const forbiddenAt = r.time.nowMs()
    for (let asked = 0; asked < 24; asked += 1) {
      await r.ask({ url: asked % 2 === 0 ? 'https://www.example.com/x' : 'https://data.example.com/y' }, sec)
      r.time.advance(30_000)
    }
    const [first, second] = r.standIn.log()
    expect(first?.atMs).toBe(forbiddenAt)
    expect((second?.atMs ?? 0) - forbiddenAt).toBeGreaterThanOrEqual(11 * minute)
  })

  test('the second in a row means 22 min; a shorter Retry-After shortens nothing', async () => {
    const r = await rehearse()
    const client = r.secondClient({ random: () => 0 })
    r.standIn.scenario('example', 'H12-403')
    r.standIn.scenario('example', 'H07')
    expect(await client({}, sec)).toMatchObject({ retryAt: at('16:31:00') })
    r.time.advance(11 * minute)
    expect(await client({}, sec)).toMatchObject({ retryAt: at('16:53:00'), why: '429' })
  })
})

describe('the breaker', () => {
  test('opens after 5 failures in a row for 30 min, then lets one request probe', async () => {
    const r = await rehearse()
    r.standIn.scenario('example', 'H05', 5)
    for (let failures = 0; failures < 5; failures += 1)
      expect(await r.ask()).toMatchObject({ kind: 'broken' })
    const opened = r.time.nowMs()
    expect(await r.ask()).toMatchObject({
      kind: 'blocked',
      why: 'breaker',
      retryAt: instantOf(opened + 30 * minute),
    })
    r.time.advance(30 * minute)
    expect(await r.meet('H02', {}, 9)).toMatchObject({ kind: 'broken', why: 'transport' })
    expect(r.standIn.log()).toHaveLength(6)
    expect(await r.ask()).toMatchObject({ kind: 'blocked', why: 'breaker' })
    expect(r.standIn.log()).toHaveLength(6)
  })

  test('closes with one good answer', async () => {
    const r = await rehearse()
    r.standIn.scenario('example', 'H05', 5)
    for (let failures = 0; failures < 5; failures += 1) await r.ask()
    r.time.advance(30 * minute)
    expect(await r.ask()).toMatchObject({ kind: 'answer' })
    expect(await r.meet('H05')).toMatchObject({ kind: 'broken' })
    expect(await r.ask()).toMatchObject({ kind: 'answer' })
  })
})

describe('Retry-After as a number of milliseconds', () => {
  const now = instantOf(Date.parse('2026-11-20T16:20:00Z'))
  test.for([
    ['120', 120_000],
    [' 1 ', 1_000],
    ['Fri, 20 Nov 2026 16:21:00 GMT', 60_000],
    ['Friday, 20-Nov-26 16:21:00 GMT', 60_000],
    ['Fri Nov 20 16:21:00 2026', 60_000],
    ['99999999999', 7 * 24 * hour],
    ['0', null],
    ['-5', null],
    ['1.5', null],
    ['2027', 2_027_000],
    ['2027-01-01', null],
    ['never', null],
    ['', null],
    ['Wed, 21 Oct 2015 07:28:00 GMT', null],
  ] as const)('%s is %s', ([header, ms]) => {
    expect(parseRetryAfter(header, now)).toBe(ms)
  })

  test('a block is never shorter than what the host asked for (property)', () => {
    fc.assert(
      fc.property(
        fc.nat(604_800_000),
        fc.nat(60),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (asked, before, jitter) => {
          const ms = blockMs({ retryAfterMs: asked, coolDownMs: undefined, jitter }, before)
          expect(ms).toBeGreaterThanOrEqual(asked)
          expect(ms).toBeLessThanOrEqual(asked + 30_000)
        },
      ),
    )
  })
})
