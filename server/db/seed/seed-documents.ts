/** The reviewed documents of the seed, checked by the domain's schemas, each under the key it is revised by. */
import { calendarsSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { chainRecords } from '@oreline/shared/domain/chain/records.ts'
import { instrumentsSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import { claimKey, policyClaimsSchema } from '@oreline/shared/domain/policy/claim.ts'
import { policyEventsSchema } from '@oreline/shared/domain/policy/event.ts'

export type SeedDocument = { readonly key: string; readonly body: unknown }

/** One per ticker. */
export const instrumentDocuments = (text: string): readonly SeedDocument[] =>
  instrumentsSchema.parse(JSON.parse(text)).map((body) => ({ key: body.ticker, body }))

/** One per event id. */
export const eventDocuments = (text: string): readonly SeedDocument[] =>
  policyEventsSchema.parse(JSON.parse(text)).map((body) => ({ key: body.id, body }))

/** One per claim of a source about an event. */
export const claimDocuments = (text: string): readonly SeedDocument[] =>
  policyClaimsSchema.parse(JSON.parse(text)).map((body) => ({ key: claimKey(body), body }))

/** One for all exchanges: the page and the jobs read them together. */
export const calendarDocuments = (text: string): readonly SeedDocument[] => [
  { key: 'calendars', body: calendarsSchema.parse(JSON.parse(text)) },
]

/** One per row, and one for what belongs to no row. */
export const chainDocuments = (text: string): readonly SeedDocument[] =>
  chainRecords(chainSchema.parse(JSON.parse(text)))
