/**
 * Runs PostgreSQL's own programs, and a few of the system's, to their end.
 * The environment is empty but for what they need: a PGDATA or PGOPTIONS of the operator's shell never reaches them.
 */
import { execFile } from 'node:child_process'
import { parse } from 'node:path'
import { promisify } from 'node:util'

/** An account of the operating system, by its numbers. */
export type OsUser = { readonly uid: number; readonly gid: number }

/** What PostgreSQL's programs see: C messages, UTC, and a path to the shell that initdb calls. */
export const programEnvironment: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
}

/** A directory that every user may enter: a program run as another user refuses to start in one it may not. */
export const neutralDirectory = (path: string): string => parse(path).root

/** `problem` is what the program printed on standard error, or why it could not be started. */
export type ProgramResult =
  | { readonly ok: true; readonly output: string }
  | { readonly ok: false; readonly problem: string }

const execute = promisify(execFile)

/** Runs `file` as `user` (null: as ourselves). A non-zero exit, and a program that cannot start, are values. */
export async function runProgram(
  file: string,
  args: readonly string[],
  user: OsUser | null,
): Promise<ProgramResult> {
  try {
    const { stdout } = await execute(file, args, {
      env: programEnvironment,
      cwd: neutralDirectory(file),
      windowsHide: true,
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    })
    return { ok: true, output: stdout.trim() }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('stderr' in error && typeof error.stderr === 'string' && error.stderr.trim() !== '')
    return error.stderr.trim()
  return error.message
}
