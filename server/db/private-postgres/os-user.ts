/** Whom PostgreSQL runs as. It refuses root, so root lends it another user's rights; anybody else runs it as himself. */
import { stat } from 'node:fs/promises'
import { StartRefusal } from '../start-refusal.ts'
import { nullIfAbsent } from './error-code.ts'
import { type OsUser, runProgram } from './program.ts'

/** Whether this process is root; always false on Windows, which has no such user. */
export const isRoot = (): boolean => process.getuid?.() === 0

const START_OTHERWISE =
  'Start Oreline as another user, or set DATABASE_URL to a PostgreSQL server, 15 or later.'

/** The account `nobody`, which every Unix has: no user is created. Refuses where root may not act as another user. */
export async function findNobody(): Promise<OsUser> {
  const [uid, gid] = await Promise.all([idOf('-u'), idOf('-g')])
  const trial = await runProgram('/bin/sh', ['-c', ':'], { uid, gid })
  if (trial.ok) return { uid, gid }
  throw new StartRefusal(
    `PostgreSQL does not run as root, and root may not run programs as "nobody" here (${trial.problem}). ${START_OTHERWISE}`,
  )
}

/** The owner of a file or directory, or null where there is none. */
export async function findOwner(path: string): Promise<OsUser | null> {
  const found = await stat(path).catch(nullIfAbsent)
  return found === null ? null : { uid: found.uid, gid: found.gid }
}

/** Whether `user` may enter `directory`; asked of the system itself, so that access lists and mounts count too. */
export async function canEnter(user: OsUser, directory: string): Promise<boolean> {
  const answer = await runProgram('/bin/sh', ['-c', 'test -x "$0"', directory], user)
  return answer.ok
}

async function idOf(flag: '-u' | '-g'): Promise<number> {
  const answer = await runProgram('id', [flag, 'nobody'], null)
  if (answer.ok) return Number(answer.output)
  throw new StartRefusal(
    `PostgreSQL does not run as root, and this system has no user "nobody" to run it as (${answer.problem}). ${START_OTHERWISE}`,
  )
}
