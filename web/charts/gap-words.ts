import type { IsoDate } from '@oreline/shared/kernel/brand.ts'

/** Why a line has no price on a day, by its ticker and the day; in the words of whoever gives the chart its data. */
export type GapWords = ReadonlyMap<string, ReadonlyMap<IsoDate, string>>
