/** A chosen file as the chain it holds, or why it holds none. Its rows are read by Oreline, which names each fault. */
import { chainFileSchema } from '@oreline/shared/domain/chain/chain-import.ts'
import type * as z from 'zod'
import { NO_JSON, parsedJson } from '../json/json-text.ts'

export type ChainFile = z.output<typeof chainFileSchema>

export type ChainFileText =
  | { readonly kind: 'chain'; readonly chain: ChainFile; readonly rows: number }
  | { readonly kind: 'refused'; readonly why: string }

/** The file is one object of lists, as it is given out. */
export function readChainFileText(text: string): ChainFileText {
  const value = parsedJson(text)
  if (value === undefined) return { kind: 'refused', why: NO_JSON }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'refused', why: 'This is JSON, but no chain: the file begins with {.' }
  const read = chainFileSchema.safeParse(value)
  if (!read.success) return { kind: 'refused', why: `This is JSON, but no chain: ${faultsOf(read.error)}.` }
  const rows = Object.values(read.data).reduce(
    (sum, list) => sum + (Array.isArray(list) ? list.length : 0),
    0,
  )
  return rows === 0
    ? { kind: 'refused', why: 'There is no row in it.' }
    : { kind: 'chain', chain: read.data, rows }
}

const SHOWN = 3

/** `coverage is missing or no list`. */
function faultsOf({ issues }: z.ZodError): string {
  const words = issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `there is no part ${issue.keys.join(', ')}`
      : `${issue.path.join('.')} is missing or none of its kind`,
  )
  const more = words.length - SHOWN
  return [...words.slice(0, SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
}
