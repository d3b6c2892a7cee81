import type { Broken } from '@oreline/shared/kernel/outcome.ts'
import type * as z from 'zod'
import type { Answer } from '../http/answer.ts'

type Read<T> = { readonly kind: 'json'; readonly value: T } | BrokenReading

/** A reading that refuses the whole answer. */
export type BrokenReading = Pick<Broken, 'kind' | 'why' | 'detail' | 'urgent'>

/**
 * The answer's text as the schema sees it. Fields the schema does not name are passed over: a provider that adds one
 * breaks nobody. A missing or ill-typed one that it names makes the answer `broken`, with its path.
 */
export function readJson<Schema extends z.ZodType>(answer: Answer, schema: Schema): Read<z.output<Schema>> {
  const json = parseJson(answer.text)
  if (json === undefined) return schemaBroken('the answer is not JSON')
  const parsed = schema.safeParse(json)
  if (parsed.success) return { kind: 'json', value: parsed.data }
  const [issue] = parsed.error.issues
  return schemaBroken(issue === undefined ? 'unknown issue' : `${issue.path.join('.')}: ${issue.message}`)
}

/** The answer's shape is not the provider's. */
export function schemaBroken(detail: string): BrokenReading {
  return { kind: 'broken', why: 'schema', detail }
}

/** A status that has no documented meaning at this provider. */
export function statusBroken(answer: Answer): BrokenReading {
  return { kind: 'broken', why: answer.status >= 500 ? '5xx' : '4xx', detail: `HTTP ${answer.status}` }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
