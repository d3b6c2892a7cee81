/** Query parameters shared by endpoints. Every refusal names its parameter. */
import * as z from 'zod'
import { instantSchema, isoDateSchema } from '../kernel/brand.ts'

const MOST_NAMES = 100

/** A comma-separated list of at most 100 distinct names, each checked by `item`. */
export const listParameter = <S extends z.ZodType<unknown, string>>(item: S) =>
  z
    .string()
    .min(1, 'at least one name')
    .transform((text) => [...new Set(text.split(',').map((name) => name.trim()))])
    .pipe(z.array(item).max(MOST_NAMES, `at most ${MOST_NAMES} names in one list`))

/** PostgreSQL has no year 0. */
const dayParameter = isoDateSchema.refine((day) => day >= '0001-01-01', 'years begin with 0001')
const pastParameter = instantSchema.refine((instant) => instant >= '0001-01-01', 'years begin with 0001')

/** `from` and `to`, inclusive; either may be left out and may lie in the future. */
export const rangeParameters = {
  from: dayParameter.optional().meta({ description: 'first day, inclusive' }),
  to: dayParameter.optional().meta({ description: 'last day, inclusive' }),
}

/** Refuses a range that runs backwards; for use as `.refine(...rangeRunsForward)`. */
export const rangeRunsForward: [
  (query: { from?: string | undefined; to?: string | undefined }) => boolean,
  { path: string[]; message: string },
] = [
  ({ from, to }) => from === undefined || to === undefined || from <= to,
  { path: ['from'], message: 'from must not lie after to' },
]

/** System time: answer with what was stored at this instant. */
export const asOfParameter = {
  as_of: pastParameter
    .optional()
    .meta({ description: 'what Oreline had stored at this instant; default: now' }),
}

/** `json` unless said otherwise; the same rows either way. */
export const formatParameter = {
  format: z
    .enum(['json', 'csv'])
    .default('json')
    .meta({ description: 'json, or csv with the column names first' }),
}

/** Keyset pages: `next` is the token of the former page's `meta.next`. */
export const pageParameters = (defaultLimit: number, mostLimit: number) => ({
  next: z.string().max(500).optional().meta({ description: 'the token of the former page' }),
  limit: z.coerce.number().int().min(1).max(mostLimit).default(defaultLimit),
})

/** `true` or `false`, nothing else. */
export const flagParameter = z.enum(['true', 'false']).transform((text) => text === 'true')
