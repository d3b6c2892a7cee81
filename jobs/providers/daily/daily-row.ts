import type { IsoDate } from '@oreline/shared/kernel/brand.ts'

/** One day of the answer, prices as traded. `adjClose` null: the vendor has none. */
export type DailyRow = {
  readonly date: IsoDate
  readonly open: number | null
  readonly high: number | null
  readonly low: number | null
  readonly close: number
  readonly adjClose: number | null
  /** In shares. */
  readonly volume: number | null
}
