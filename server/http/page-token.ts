/** `meta.next`: the sort key of the last row of a page, opaque to clients, checked when it comes back. */
import { AppError } from '@oreline/shared/kernel/errors.ts'
import type * as z from 'zod'

/** The token of a key: texts and numbers in the order of the sort. */
export function tokenOf(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** The key behind a token; null without one. Refuses, naming `next`, whatever was not handed out by this endpoint. */
export function keyOf<S extends z.ZodType>(token: string | undefined, schema: S): z.output<S> | null {
  if (token === undefined) return null
  const key = schema.safeParse(decoded(token))
  if (key.success) return key.data
  throw new AppError('invalid-input', 'next is no token of this list; start again without it', {
    parameter: 'next',
  })
}

function decoded(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString())
  } catch {
    return undefined
  }
}
