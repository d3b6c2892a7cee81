import { readKept, writeKept } from './kept-text.ts'

const KEY = 'oreline-edited-by'

/** What the reader called themselves at the last change; empty at first. */
export const lastName = () => readKept(KEY) ?? ''
export const keepName = (by: string) => writeKept(KEY, by)
