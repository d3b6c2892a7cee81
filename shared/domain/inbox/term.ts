/** What is watched for in documents of governments, and what each suggests about the event it may become. */
import type { ElementSymbol } from '../chain/element.ts'
import type { Stage } from '../chain/stage.ts'
import type { InstrumentType } from '../policy/event.ts'

/** What a document that holds the term is likely to be about. */
export type Hint = {
  readonly elements?: readonly ElementSymbol[]
  readonly stages?: readonly Stage[]
  /** Names of Oreline for the instruments it may move. */
  readonly tickers?: readonly string[]
  readonly instrument?: InstrumentType
}

/**
 * `strong`: alone makes a candidate; `weak`: needs a second one, or a title that names no other ware; `cue`: tells what a candidate is about
 * and makes none.
 */
export type TermWeight = 'strong' | 'weak' | 'cue'

export type WatchTerm = {
  /** As it is shown, and its identity. */
  readonly term: string
  readonly weight: TermWeight
  /**
   * How it is written: words in lower case with single blanks between, for any blanks or hyphens of the text; a final
   * `(s)` stands for both forms. Chinese ones are found anywhere. One with a capital letter is found as it is written.
   */
  readonly written: readonly string[]
  /** What makes something else of it: words in lower case that come right after, or one that comes right before. */
  readonly notBefore?: readonly string[]
  readonly notAfter?: readonly string[]
  readonly hint: Hint
}

type More = Hint & Partial<Pick<WatchTerm, 'notBefore' | 'notAfter'>>

const termOf =
  (weight: TermWeight) =>
  (term: string, written: string, more: More = {}): WatchTerm => {
    const { notBefore = [], notAfter = [], ...hint } = more
    return { term, weight, written: written.split('|'), notBefore, notAfter, hint }
  }

/** `written`: forms separated by `|`. */
export const strong = termOf('strong')
export const weak = termOf('weak')
export const cue = termOf('cue')
