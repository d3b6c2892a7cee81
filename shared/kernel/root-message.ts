/** Beyond this a message says nothing more to a person. */
const MOST = 200

/** The error that the others only pass on. */
export const rootCause = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? rootCause(error.cause) : error

/** What went wrong in a line: the innermost message, for the outer ones of the store quote whole statements and their rows. */
export function rootMessage(error: unknown): string {
  const root = rootCause(error)
  return (root instanceof Error ? root.message : String(root)).slice(0, MOST)
}
