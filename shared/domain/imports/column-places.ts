import type { ImportProblem, ReadColumn } from './import-problem.ts'

/** The headers that a meaning goes by, as they are compared: lower case, one space for any gap or underscore. */
export type Vocabulary<Meaning extends string> = Readonly<Record<Meaning, readonly string[]>>

/** Where each meaning stands; null: nowhere. */
export type Places<Meaning extends string> = {
  readonly placeOf: (meaning: Meaning) => number | null
  readonly columns: readonly ReadColumn[]
  readonly problems: readonly ImportProblem[]
}

export const plainHeader = (header: string): string =>
  header
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')
    .trim()

/** Finds the columns by their headers. One meaning under two headers is a problem: which of them counts is not guessed. */
export function findColumns<Meaning extends string>(
  headers: readonly string[],
  vocabulary: Vocabulary<Meaning>,
  meanings: readonly Meaning[],
): Places<Meaning> {
  const read = headers.map((header) => ({
    header,
    means: meanings.find((meaning) => vocabulary[meaning].includes(plainHeader(header))) ?? null,
  }))
  const placesOf = (meaning: Meaning) =>
    read.flatMap(({ means }, place) => (means === meaning ? [place] : []))
  return {
    placeOf: (meaning) => placesOf(meaning)[0] ?? null,
    columns: read,
    problems: meanings
      .filter((meaning) => placesOf(meaning).length > 1)
      .map((meaning) => ({
        line: 1,
        column: placesOf(meaning)
          .map((place) => headers[place])
          .join(', '),
        problem: `more than one column is the ${meaning.replace('_', ' ')}: leave one`,
      })),
  }
}
