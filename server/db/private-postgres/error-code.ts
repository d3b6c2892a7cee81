/** Whether an error is the system's `code`, e.g. ENOENT, or PostgreSQL's, e.g. 3D000. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

/** For `catch`: null where a file or directory is absent; every other error rises. */
export function nullIfAbsent(error: unknown): null {
  if (hasCode(error, 'ENOENT')) return null
  throw error
}
