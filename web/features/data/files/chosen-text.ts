import { headersOf } from './file-guess.ts'
import type { Encoding } from './file-text.ts'

/** The text somebody chose or pasted, and the bytes it was read from. */
export type ChosenText = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly text: string
  readonly encoding: Encoding
  /** false: how to read the bytes is a guess. */
  readonly sure: boolean
  readonly headers: readonly string[]
  readonly lineCount: number
  readonly firstLines: readonly string[]
}

const FIRST_LINES = 4

export function chosenText(given: Omit<ChosenText, 'headers' | 'lineCount' | 'firstLines'>): ChosenText {
  const lines = given.text.trimEnd().split(/\r?\n/)
  return {
    ...given,
    headers: headersOf(given.text),
    lineCount: lines.length,
    firstLines: lines.slice(0, FIRST_LINES),
  }
}
