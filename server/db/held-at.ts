import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { and, gt, isNull, lte, or, type AnyColumn, type SQL } from 'drizzle-orm'

/** The two columns of system time that every table with history has. */
type WithHistory = { readonly recordedAt: AnyColumn; readonly supersededAt: AnyColumn }

/** The rows that were the current ones at an instant; null: that are now. */
export function heldAt(table: WithHistory, asOf: Instant | null): SQL | undefined {
  if (asOf === null) return isNull(table.supersededAt)
  return and(lte(table.recordedAt, asOf), or(isNull(table.supersededAt), gt(table.supersededAt, asOf)))
}
