/** System time on the page: which moment of the store is shown, and how its questions are asked. */
import { instantSchema, isoDateSchema, type Instant } from '@oreline/shared/kernel/brand.ts'
import { isAfter, plusMs } from '@oreline/shared/kernel/instant.ts'
import type { SearchParam } from './search-param.ts'

/** A moment in UTC, with or without seconds; a day alone stands for its end; null: now. */
export const asOfParam: SearchParam<Instant | null> = {
  read: (text) => {
    const day = isoDateSchema.safeParse(text).data
    if (day !== undefined) return instantSchema.parse(`${day}T23:59:59Z`)
    return instantSchema.safeParse(text.replace(/T(\d\d:\d\d)Z$/, 'T$1:00Z')).data
  },
  text: (value) => value ?? '',
}

/** The page reads its clock once a minute: a moment chosen since is not ahead. */
const CLOCK_SLACK_MS = 120_000

/** `asOf` null: now. A moment that has not come yet is no past; `isAhead` says that the address named one. */
export function momentShown(
  asked: Instant | null,
  now: Instant,
): { readonly asOf: Instant | null; readonly isAhead: boolean } {
  const isAhead = isAfter(asked, plusMs(now, CLOCK_SLACK_MS))
  return { asOf: isAhead ? null : asked, isAhead }
}

/** The parameter of a question; `asOf` null: what is stored now. */
export const pastOf = (asOf: Instant | null) => (asOf === null ? {} : { as_of: asOf })

/** What was stored at a moment does not change any more. */
export const lastingOf = (asOf: Instant | null) => (asOf === null ? {} : { staleTime: Infinity })

type Question = readonly [string, { readonly query: { readonly as_of?: string | undefined } }]

/** Whether the answer to a question is of that moment: only such a one may stand in until the next is there. */
export const isOfMoment = (question: Question | undefined, asOf: Instant | null): boolean =>
  (question?.[1].query.as_of ?? null) === asOf
