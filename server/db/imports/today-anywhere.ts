import { isoDateSchema, type Instant, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { plusMs } from '@oreline/shared/kernel/instant.ts'

const FURTHEST_AHEAD_MS = 14 * 3_600_000

/** The latest day it is anywhere on earth: a figure of a later one is none yet. */
export const todayAnywhere = (now: Instant): IsoDate =>
  isoDateSchema.parse(plusMs(now, FURTHEST_AHEAD_MS).slice(0, 10))
