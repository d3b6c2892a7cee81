/**
 * The command does nothing, for a reason the person at the keyboard can mend; the message says which. `exitCode` 2: it
 * is not written as it should be; 1: it is, and cannot be done as things are.
 */
export class CommandRefusal extends Error {
  readonly exitCode: 1 | 2

  constructor(message: string, { exitCode }: { readonly exitCode: 1 | 2 }) {
    super(message)
    this.name = 'CommandRefusal'
    this.exitCode = exitCode
  }
}

/** What was typed is none of `known`: names it, the nearest right spelling, and all there are. */
export function unknownWord(
  what: string,
  { word, nearest, known }: { word: string; nearest: string | null; known: readonly string[] },
): CommandRefusal {
  const guess = nearest === null ? '' : ` Did you mean ${nearest}?`
  return new CommandRefusal(`There is no ${what} ${word}.${guess} There are ${known.join(', ')}.`, {
    exitCode: 2,
  })
}
