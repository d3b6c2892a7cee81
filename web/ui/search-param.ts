/**
 * A parameter of the address as one definition: how its text is read and how its value is written. A value that equals
 * the default leaves the address.
 */
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import * as z from 'zod'
import type { Search } from './search.ts'

export type SearchParam<T> = {
  /** undefined: the text is none of its values. */
  readonly read: (text: string) => T | undefined
  readonly text: (value: T) => string
}
/** One definition for every member of `T`. */
export type SearchParams<T> = { readonly [K in keyof T]: SearchParam<T[K]> }

/** One of a few words. */
export const choiceParam = <const V extends readonly [string, ...string[]]>(
  values: V,
): SearchParam<V[number]> => ({ read: readerOf(z.enum(values)), text: (value) => value })

/** One name, checked by `schema`; null: not chosen. */
export const nameParam = <S extends z.ZodType<string>>(schema: S): SearchParam<z.output<S> | null> => ({
  read: readerOf(schema),
  text: (value) => value ?? '',
})

/** `YYYY-MM-DD`; null: not chosen. */
export const dayParam = nameParam(isoDateSchema)

/** Names joined by commas, repeats dropped; empty: not chosen. */
export const namesParam = <S extends z.ZodType<string>>(schema: S): SearchParam<readonly z.output<S>[]> => {
  const read = readerOf(z.array(schema).max(100))
  return {
    read: (text) => read([...new Set(text.split(',').map((name) => name.trim()))]),
    text: (value) => value.join(','),
  }
}

/** `true` when set, as the API writes it. */
export const flagParam: SearchParam<boolean> = {
  read: (text) => (text === 'true' ? true : undefined),
  text: (value) => (value ? 'true' : ''),
}

function readerOf<S extends z.ZodType>(schema: S) {
  return (input: unknown): z.output<S> | undefined => schema.safeParse(input).data
}

/** What an address says, and the names of the parameters that could not be read and so have their default. */
export type Reading<T> = { readonly values: T; readonly unreadable: readonly string[] }

/**
 * Reads the address. What is given as `former` lends its values wherever the text has not changed, so that an unchanged
 * list stays the same list and nothing is computed anew for it.
 */
export function readParams<T extends object>(
  params: SearchParams<T>,
  defaults: T,
  search: Search,
  former?: { readonly search: Search; readonly reading: Reading<T> },
): Reading<T> {
  const values = { ...defaults }
  const unreadable: string[] = []
  for (const name in params) {
    const text = search[name]
    if (text === undefined) continue
    const isKnown = former !== undefined && former.search[name] === text
    const value =
      isKnown && !former.reading.unreadable.includes(name)
        ? former.reading.values[name]
        : params[name].read(text)
    if (value === undefined) unreadable.push(name)
    else values[name] = value
  }
  return { values, unreadable }
}

/** The parameters of the members given: undefined where one has its default, so that it leaves the address. */
export function writeParams<T extends object>(
  params: SearchParams<T>,
  defaults: T,
  patch: Partial<T>,
): Search {
  const search: Record<string, string | undefined> = {}
  for (const name in params) {
    const value = patch[name]
    if (value === undefined) continue
    const text = params[name].text(value)
    search[name] = text === params[name].text(defaults[name]) ? undefined : text
  }
  return search
}
