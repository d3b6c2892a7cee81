/** Query parameters shared by endpoints. Every refusal names its parameter. */
import * as z from 'zod'
import { instantSchema, isoDateSchema } from '../kernel/brand.ts'

const MOST_NAMES = 100

/** A comma-separated list of at most 100 distinct names, each checked by `item`; the document says which there are. */
export const listParameter = <S extends z.ZodType<unknown, string>>(item: S) =>
  z
    .string()
    .min(1, 'at least one name')
    .meta({ description: `one or more, joined by commas${choicesOf(item)}` })
    .transform((text) => [...new Set(text.split(',').map((name) => name.trim()))])
    .pipe(z.array(item).max(MOST_NAMES, `at most ${MOST_NAMES} names in one list`))

/** In a document the text before it is split has no values of its own. */
const choicesOf = (item: z.ZodType): string =>
  item instanceof z.ZodEnum ? `, of ${item.options.join(', ')}` : ''

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

/** Within these, the days a calendar reaches ahead and looks back have four digits too. */
const worldDaySchema = isoDateSchema.refine(
  (day) => day >= '1000-01-01' && day < '9000-01-01',
  'years from 1000 to 8999',
)

/** World time: what was publicly known and in force on this day. `means`: what it is asked for there. */
export const atParameter = (means: string) => ({
  at: worldDaySchema
    .optional()
    .meta({ description: `${means}; default: the UTC day of as_of, which is today` }),
})

/** Digits alone: an empty text is no 0, and `0x10` no number of days. */
export const wholeNumber = (least: number, most: number) =>
  z.preprocess(
    (given) => (typeof given === 'string' ? (/^-?\d+$/.test(given) ? Number(given) : Number.NaN) : given),
    z.int('a whole number').min(least, `at least ${least}`).max(most, `at most ${most}`),
  )

/** System time: answer with what was stored at this instant. */
export const asOfParameter = {
  as_of: pastParameter
    .optional()
    .meta({ description: 'what Oreline had stored at this instant; default: now' }),
}

/** As `as_of`, of candidates: which documents are copies of one another, and the terms, are always those of now. */
export const groupedAsOfParameter = {
  as_of: asOfParameter.as_of.meta({
    description: 'documents and decisions held at this instant, put together and read as today; default: now',
  }),
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
  limit: wholeNumber(1, mostLimit).default(defaultLimit).meta({ description: 'the most rows of a page' }),
})

/** `true` or `false`, nothing else. */
export const flagParameter = z.enum(['true', 'false']).transform((text) => text === 'true')
