/** States what must be true. A false condition is a bug in Oreline, never bad input: it becomes a 500 and a log line. */
export function invariant(condition: boolean, whatShouldBeTrue: string): asserts condition {
  if (!condition) throw new Error(`invariant violated: ${whatShouldBeTrue}`)
}
