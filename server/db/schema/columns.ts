/** Column kinds every table shares. No JS Date leaves the store: days are `YYYY-MM-DD`, instants end in `Z`. */
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { customType, date } from 'drizzle-orm/pg-core'
import { parseTimestamptz } from '../timestamptz.ts'

/** timestamptz as an ISO string in UTC with milliseconds: what was stored comes back as the same string. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  fromDriver: parseTimestamptz,
})

/** A calendar day without a zone; of a bar, the exchange-local session day. */
export const day = () => date({ mode: 'string' }).$type<IsoDate>()

/** Bytes, as a Buffer. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/**
 * System time of a row: written at `recordedAt`, replaced at `supersededAt` (null: current). A changed value is a new
 * row with the next `revision`; what was stored at T is `recordedAt <= T and (supersededAt is null or supersededAt > T)`.
 */
export const systemTime = () => ({
  recordedAt: instant().notNull(),
  supersededAt: instant(),
})
