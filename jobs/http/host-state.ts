/**
 * What follows for a group of hosts from asking it: pure steps over its row of the ledger. Five questions in a row that
 * came to `broken` or `blocked` open the breaker for 30 min, then one request probes; a good answer forgets everything.
 */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { epochMs, isAfter, plusMs } from '@oreline/shared/kernel/instant.ts'
import type { BlockedWhy } from '@oreline/shared/kernel/outcome.ts'
import { heldBack, type HeldBack, type HostState } from '@oreline/server/db/hosts.ts'
import { blockMs } from './retry.ts'

const breakerFailures = 5
const breakerOpenMs = 30 * 60_000
const believableMs = 5 * 60_000

/** `taken`: ask now (`probe`: once, the breaker was open); `wait`: ask for a slot again then; `held`: no request. */
export type Slot =
  | { readonly kind: 'taken'; readonly busyUntil: Instant; readonly probe: boolean }
  | { readonly kind: 'wait'; readonly until: Instant }
  | ({ readonly kind: 'held' } & HeldBack)

/** Still to come, and near enough to be true: nobody writes more than minutes ahead, so beyond that a clock was set back. */
const isSoon = (instant: Instant, now: Instant): boolean =>
  isAfter(instant, now) && !isAfter(instant, plusMs(now, believableMs))

type Step<T> = { readonly state: HostState; readonly result: T }

/**
 * Takes the next slot. While another request is under way the answer is to look again after one gap: it is usually
 * done long before `busyUntil`, which counts only when its process died.
 */
export function takeSlot(
  state: HostState,
  { now, gapMs, busyMs }: { now: Instant; gapMs: number; busyMs: number },
): Step<Slot> {
  const held = heldBack(state, now)
  if (held !== null) return { state, result: { kind: 'held', ...held } }
  const { nextFreeAt } = state
  if (nextFreeAt !== null && isSoon(nextFreeAt, now))
    return { state, result: { kind: 'wait', until: nextFreeAt } }
  if (state.busyUntil !== null && isSoon(state.busyUntil, now))
    return { state, result: { kind: 'wait', until: plusMs(now, gapMs) } }
  const busyUntil = plusMs(now, busyMs)
  return {
    state: { ...state, nextFreeAt: plusMs(now, gapMs), busyUntil },
    result: { kind: 'taken', busyUntil, probe: state.breakerOpenUntil !== null },
  }
}

/**
 * What one request came to. `again`: the question goes on, not before `waitMs` from now; `answered` and `failed` end it;
 * `blocked` ends it too, `retryAfterMs` is what the host asked for, null when it said nothing usable.
 */
export type Effect =
  | { readonly kind: 'again'; readonly waitMs: number }
  | { readonly kind: 'answered' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'blocked'
      readonly why: BlockedWhy
      readonly retryAfterMs: number | null
      readonly coolDownMs: number | undefined
      /** 0 to 1, from the injected random source. */
      readonly jitter: number
    }

/** `held` is what stands in the way of the next request, null when nothing does; `blocksInARow` counts this one. */
export type Settled = { readonly held: HeldBack | null; readonly blocksInARow: number }

/**
 * Ends the request that took the slot until `busyUntil`; a slot that was lost meanwhile (its time ran out) is left alone.
 * The gap counts again from here: a host measures when requests arrive, and a slow one may arrive late in its slot.
 */
export function settle(
  state: HostState,
  { busyUntil, effect, gapMs, now }: { busyUntil: Instant; effect: Effect; gapMs: number; now: Instant },
): Step<Settled> {
  const mine = state.busyUntil !== null && epochMs(state.busyUntil) === epochMs(busyUntil)
  const released = mine ? notBefore({ ...state, busyUntil: null }, plusMs(now, gapMs)) : state
  const after = applied(released, effect, now)
  return { state: after, result: { held: heldBack(after, now), blocksInARow: after.backoffLevel } }
}

/** Moves the next slot to that moment unless it is later already. */
function notBefore(state: HostState, earliest: Instant): HostState {
  return isAfter(state.nextFreeAt, earliest) ? state : { ...state, nextFreeAt: earliest }
}

function applied(state: HostState, effect: Effect, now: Instant): HostState {
  switch (effect.kind) {
    case 'again':
      return notBefore(state, plusMs(now, effect.waitMs))
    case 'answered':
      return {
        ...state,
        blockedUntil: null,
        blockedWhy: null,
        backoffLevel: 0,
        consecutiveFailures: 0,
        breakerOpenUntil: null,
      }
    case 'failed':
      return failedOnce(state, now)
    case 'blocked': {
      const silenceMs = blockMs(effect, state.backoffLevel)
      return {
        ...failedOnce(state, now),
        blockedUntil: plusMs(now, silenceMs),
        blockedWhy: effect.why,
        backoffLevel: state.backoffLevel + 1,
      }
    }
  }
}

function failedOnce(state: HostState, now: Instant): HostState {
  const consecutiveFailures = state.consecutiveFailures + 1
  if (consecutiveFailures < breakerFailures) return { ...state, consecutiveFailures }
  return { ...state, consecutiveFailures, breakerOpenUntil: plusMs(now, breakerOpenMs) }
}
