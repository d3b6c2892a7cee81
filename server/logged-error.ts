import { rootCause, rootMessage } from '@oreline/shared/kernel/root-message.ts'

/** Of a message or a stack, what a log line takes. */
const MOST = 2_000

/**
 * An error as it stands in the log: the innermost one, and the head of what passed it on. The errors of the store carry
 * the statement with every row in it, megabytes that may hold what no log should.
 */
export function loggedError(error: unknown): object {
  const root = rootCause(error)
  if (!(error instanceof Error) || !(root instanceof Error)) return { message: rootMessage(error) }
  const code = 'code' in root ? { code: String(root.code) } : {}
  const within = root === error ? {} : { within: `${error.name}: ${error.message.slice(0, 200)}` }
  return { type: root.name, message: root.message.slice(0, MOST), ...code, ...within, stack: stackOf(root) }
}

const stackOf = ({ stack, name, message }: Error): string => {
  const frames = stack?.replace(`${name}: ${message}`, name) ?? name
  return frames.slice(0, MOST)
}
