import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'

/** What is wanted: both bounds inclusive, as stored at an instant (null: now). */
export type ExportAsked = {
  /** Tickers, currencies or the id of a series; empty: all there are. */
  readonly names: readonly string[]
  readonly from: IsoDate | undefined
  readonly to: IsoDate | undefined
  readonly asOf: Instant | null
}

/** Rows of one shape, their columns in order. Absent is null. */
export type ExportTable = {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** More rows than a table of ours has of one name. */
export const ALL = 1_000_000
