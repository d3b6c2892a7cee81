import { instantSchema, isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'

/** Long enough that a kill falls into the writing of one more often than between two. */
export const sessionsOfRound = 1_500
const firstDay = Date.UTC(2020, 0, 2)
const dayMs = 86_400_000

/** 1, 1, 0.5, 0.5, 0.5, 0.25, ... and back to 1 after sixty rounds: every third round is on another scale. */
const scaleOfRound = (round: number): number => 0.5 ** (Math.floor(round / 3) % 20)

export const closeOfRound = (place: number, round: number): number =>
  (100 + (place % 37)) * 1_000 * scaleOfRound(round)

/** The whole history as a provider would give it in that round. */
export function historyOfRound(round: number): QuoteHistory {
  return {
    asOf: instantSchema.parse('2026-11-21T00:00:00.000Z'),
    actions: [],
    gaps: [],
    bars: Array.from({ length: sessionsOfRound }, (_, place) => {
      const close = closeOfRound(place, round)
      return {
        date: isoDateSchema.parse(new Date(firstDay + place * dayMs).toISOString().slice(0, 10)),
        open: close,
        high: close,
        low: close,
        close,
        adjClose: close,
        volume: round,
        status: 'final' as const,
        basis: 'splits' as const,
        flags: [],
      }
    }),
  }
}
