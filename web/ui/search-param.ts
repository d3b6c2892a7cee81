/**
 * A parameter of the address as one definition: how its text is read, how its value is written, and what it is when it
 * is not there. Values equal to that are left out of the address.
 */
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import * as z from 'zod'
import type { Search } from './search.ts'

export type SearchParam<T> = {
  readonly schema: z.ZodType<T>
  readonly text: (value: T) => string
  readonly absent: T
}
/** One definition for every member of `T`. */
export type SearchParams<T> = { readonly [K in keyof T]: SearchParam<T[K]> }

/** One of a few words. */
export const choiceParam = <const V extends readonly [string, ...string[]]>(
  values: V,
  absent: V[number],
): SearchParam<V[number]> => ({ schema: z.enum(values), text: (value) => value, absent })

/** `YYYY-MM-DD`; null: not chosen. */
export const dayParam: SearchParam<IsoDate | null> = {
  schema: isoDateSchema,
  text: (value) => value ?? '',
  absent: null,
}

/** One name, checked by `item`; null: not chosen. */
export const nameParam = <T extends string>(item: z.ZodType<T>): SearchParam<T | null> => ({
  schema: item,
  text: (value) => value ?? '',
  absent: null,
})

/** Names joined by commas, repeats dropped; empty: not chosen. */
export const namesParam = <T extends string>(item: z.ZodType<T>): SearchParam<readonly T[]> => ({
  schema: z
    .string()
    .transform((text) => [...new Set(text.split(',').map((name) => name.trim()))])
    .pipe(z.array(item).max(100)),
  text: (value) => value.join(','),
  absent: [],
})

/** `1` when set. */
export const flagParam: SearchParam<boolean> = {
  schema: z.literal('1').transform(() => true),
  text: (value) => (value ? '1' : ''),
  absent: false,
}

/** What the address says, and the names of the parameters that could not be read and so count as absent. */
export function readParams<T extends object>(
  params: SearchParams<T>,
  search: Search,
): { readonly values: T; readonly unreadable: readonly string[] } {
  const unreadable: string[] = []
  const read = namesOf(params).map((name) => {
    const text = search[name]
    if (text === undefined) return [name, params[name].absent]
    const parsed = params[name].schema.safeParse(text)
    if (parsed.success) return [name, parsed.data]
    unreadable.push(name)
    return [name, params[name].absent]
  })
  // Every entry was read by the parameter of its own name, which is what T says.
  return { values: Object.fromEntries(read) as T, unreadable }
}

/** The address of a state: undefined where a parameter has its absent value, so that it leaves the address. */
export function writeParams<T extends object>(params: SearchParams<T>, values: T): Search {
  return Object.fromEntries(
    namesOf(params).map((name) => {
      const text = params[name].text(values[name])
      return [name, text === params[name].text(params[name].absent) ? undefined : text]
    }),
  )
}

/** The parameters' names; the cast states what `Object.keys` of a mapped type over `T` returns. */
const namesOf = <T extends object>(params: SearchParams<T>) => Object.keys(params) as (keyof T & string)[]
