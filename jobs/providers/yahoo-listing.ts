/** Where a symbol is listed, from the head of Yahoo's chart: a week of bars is asked for, only `meta` is read. */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { addDays, dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Listing } from '@oreline/shared/domain/instruments/listing.ts'
import { defineProvider } from './define-provider.ts'
import { chartRequest } from './yahoo/chart-request.ts'
import { parseListing } from './yahoo/parse-listing.ts'
import { yahooPolicy } from './yahoo/policy.ts'

const utc = timeZoneSchema.parse('UTC')
const week = 7

export const yahooListing = defineProvider<{ readonly symbol: string }, Listing>({
  id: 'yahoo',
  parserVersion: 1,
  policy: yahooPolicy,
  // A symbol that was refused may be asked for again, and wants an answer again.
  readsTheClock: true,
  carries: () => true,
  asks: ({ symbol }, { now, settings }) => {
    const to = dateIn(utc, now)
    return [
      {
        key: `${symbol}/listing`,
        request: chartRequest(symbol, { from: addDays(to, -week), to, timezone: utc }, settings),
        read: (answer) => parseListing(answer, symbol),
      },
    ]
  },
  merge: (listings) => listings,
})
