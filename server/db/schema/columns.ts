/** Column kinds every table shares. No JS Date leaves the store: days are `YYYY-MM-DD`, instants end in `Z`. */
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { customType, date } from 'drizzle-orm/pg-core'

/** timestamptz as an ISO string in UTC. The connection's time zone is UTC, so PostgreSQL prints `2025-11-07 10:00:00+00`. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  // PostgreSQL's own output in a UTC session is a valid instant once reshaped, hence the cast.
  fromDriver: (value) => `${value.replace(' ', 'T').replace(/\+00(:?00)?$/, '')}Z` as Instant,
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
