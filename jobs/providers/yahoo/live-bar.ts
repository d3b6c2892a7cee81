import { sessionOn } from '@oreline/shared/domain/calendar/sessions.ts'
import type { Bar } from '@oreline/shared/domain/prices/bar.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import type { ChartContext } from './chart-context.ts'
import { plainPrice } from './plain-price.ts'
import { sessionDateOf } from './session-date.ts'

/**
 * The last trade as a provisional bar: what is known of a session for which the rows hold nothing yet. The open is not
 * in it. null when Yahoo names no last price, or one from outside a session.
 */
export function liveBar({ query: { sessions }, meta, dayIn, unit }: ChartContext): Bar | null {
  const { regularMarketTime: stamp = null, regularMarketPrice: last = null } = meta
  if (stamp === null || last === null || last <= 0) return null
  const { date } = sessionDateOf(stamp, dayIn)
  const session = sessionOn(sessions, date)
  if (typeof session === 'string' || stamp * 1_000 < epochMs(session.openAt)) return null
  const close = plainPrice(last, unit.per)
  const bound = (price: number | null | undefined, pick: (...prices: number[]) => number): number | null =>
    price === null || price === undefined || price <= 0 ? null : pick(plainPrice(price, unit.per), close)
  const volume = meta.regularMarketVolume ?? 0
  return {
    date,
    open: null,
    high: bound(meta.regularMarketDayHigh, Math.max),
    low: bound(meta.regularMarketDayLow, Math.min),
    close,
    adjClose: null,
    volume: volume > 0 ? volume : null,
    status: 'provisional',
    basis: 'splits',
    flags: [],
  }
}
