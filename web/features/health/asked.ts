import type { UseQueryResult } from '@tanstack/react-query'

/** What is known of a thing that was asked for. `failed`: the last asking came to nothing, `data` may be left of an earlier one. */
export type Asked<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly data: T | null }
  | { readonly kind: 'known'; readonly data: T }

/** The rows of a query. An answer is not known while the last asking has failed, however new the rows still shown are. */
export function askedOf<T>({ data, error }: UseQueryResult<{ readonly data: T }>): Asked<T> {
  if (error !== null) return { kind: 'failed', data: data?.data ?? null }
  return data === undefined ? { kind: 'loading' } : { kind: 'known', data: data.data }
}
