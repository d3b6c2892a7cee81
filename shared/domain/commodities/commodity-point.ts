import type { IsoDate } from '../../kernel/brand.ts'

/** A price of a commodity as published, in the unit its series names; bounds null where none were. */
export type CommodityPoint = {
  readonly date: IsoDate
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  /** `outside_bounds`: the average does not lie between the low and the high printed beside it. */
  readonly flags: readonly string[]
}
