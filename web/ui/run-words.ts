import type { RunSource } from '@oreline/shared/api/jobs.ts'

/** The outcomes a reader must know about; the others are as they should be. */
const troubles: Readonly<Partial<Record<RunSource['kind'], string>>> = {
  notFound: 'not known to the source',
  blocked: 'blocked',
  broken: 'broken',
}

/** What the scopes that did not deliver had to say, alike ones together: `MP, UUUU blocked: too many requests`. */
export function troubleWords(sources: readonly RunSource[]): string {
  const told = sources.flatMap(({ kind, detail, scope }) => {
    const trouble = troubles[kind]
    if (trouble === undefined) return []
    return [{ scope, words: detail === null ? trouble : `${trouble}: ${detail}` }]
  })
  return [...Map.groupBy(told, ({ words }) => words)]
    .map(([words, alike]) => `${alike.map(({ scope }) => scope).join(', ')} ${words}`)
    .join('; ')
}
