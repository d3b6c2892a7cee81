import { canAsk, heldBack, hostLedger, untouchedHost, type HostState } from '@oreline/server/db/hosts.ts'
import { instantSchema } from '@oreline/shared/kernel/brand.ts'
import { describe, expect } from 'vitest'
import { settle, takeSlot, type Effect } from '../../../jobs/http/host-state.ts'
import { examplePolicy, rehearse } from '../../support/http-rehearsal.ts'
import { test } from '../../support/test.ts'

const now = instantSchema.parse('2026-11-20T16:20:00.000Z')
const later = instantSchema.parse('2026-11-20T16:50:00.500Z')
const blocked: Effect = { kind: 'blocked', why: '429', retryAfterMs: null, coolDownMs: undefined, jitter: 0 }

describe('the host ledger in PostgreSQL', () => {
  test('begins untouched and gives back what was put in, to the millisecond', async ({ db }) => {
    const ledger = hostLedger(db)
    const full: HostState = {
      nextFreeAt: later,
      busyUntil: later,
      blockedUntil: later,
      blockedWhy: '403-waf',
      backoffLevel: 3,
      consecutiveFailures: 5,
      breakerOpenUntil: later,
    }
    const before = await ledger.change('sec', now, (state) => ({ state: full, result: state }))
    const after = await ledger.change('sec', now, (state) => ({ state, result: state }))
    expect(before).toEqual(untouchedHost)
    expect(after).toEqual(full)
  })

  test('of 20 processes that want the same slot at once, one gets it', async ({ db }) => {
    const take = async () =>
      hostLedger(db).change('yahoo', now, (state) => takeSlot(state, { now, gapMs: 1_500, busyMs: 45_000 }))
    const kinds = (await Promise.all(Array.from({ length: 20 }, take))).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'taken')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'wait')).toHaveLength(19)
  })

  test('loses no failure of 12 that come at once', async ({ db }) => {
    const fail = async () =>
      hostLedger(db).change('ecb', now, (state) =>
        settle(state, { busyUntil: now, effect: { kind: 'failed' }, gapMs: 1_000, now }),
      )
    await Promise.all(Array.from({ length: 12 }, fail))
    const state = await hostLedger(db).change('ecb', now, (state) => ({ state, result: state }))
    expect(state.consecutiveFailures).toBe(12)
  })

  test('H09: a block is known to a client that starts later, which then sends nothing', async ({ db }) => {
    const r = await rehearse(undefined, { deps: { hosts: hostLedger(db) } })
    await r.meet('H09')
    const afterRestart = r.secondClient({ hosts: hostLedger(db) })
    expect(await afterRestart()).toMatchObject({
      kind: 'blocked',
      why: '429',
      retryAt: '2026-11-20T16:25:15.000Z',
    })
    expect(r.standIn.log()).toHaveLength(1)
  })

  test('two clients on one ledger keep the gap', async ({ db }) => {
    const r = await rehearse(undefined, { deps: { hosts: hostLedger(db) } })
    const other = r.secondClient()
    await Promise.all([r.ask(), other(), r.ask(), other()])
    const at = r.standIn.log().map(({ atMs }) => atMs)
    const gaps = at.slice(1).map((ms, n) => ms - (at[n] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(examplePolicy.gapMs)
  })
})

describe('may a provider be asked now?', () => {
  test('yes when it never was, and while a request is under way', async ({ db }) => {
    expect(await canAsk(db, 'asx', now)).toEqual({ ok: true })
    await hostLedger(db).change('asx', now, (state) => takeSlot(state, { now, gapMs: 0, busyMs: 45_000 }))
    expect(await canAsk(db, 'asx', now)).toEqual({ ok: true })
  })

  test('no within the gap, and it says until when', async ({ db }) => {
    await hostLedger(db).change('asx', now, (state) => takeSlot(state, { now, gapMs: 1_000, busyMs: 45_000 }))
    expect(await canAsk(db, 'asx', now)).toEqual({ ok: false, until: '2026-11-20T16:20:01.000Z', why: 'gap' })
  })

  test('no while it is blocked, yes to the millisecond when the block ends', async ({ db }) => {
    await hostLedger(db).change('yahoo', now, (state) =>
      settle(state, { busyUntil: now, effect: blocked, gapMs: 1_000, now }),
    )
    const until = instantSchema.parse('2026-11-20T16:25:00.000Z')
    expect(await canAsk(db, 'yahoo', now)).toEqual({ ok: false, until, why: '429' })
    expect(await canAsk(db, 'yahoo', until)).toEqual({ ok: true })
  })

  test('the later of block and open breaker is the answer', () => {
    const block = { ...untouchedHost, blockedUntil: later, blockedWhy: '403-waf' } as const
    const soon = instantSchema.parse('2026-11-20T16:30:00.000Z')
    expect(heldBack({ ...block, breakerOpenUntil: soon }, now)).toEqual({ until: later, why: '403-waf' })
    expect(heldBack({ ...block, blockedUntil: soon, breakerOpenUntil: later }, now)).toEqual({
      until: later,
      why: 'breaker',
    })
    expect(heldBack({ ...block, breakerOpenUntil: soon }, later)).toBeNull()
  })
})
