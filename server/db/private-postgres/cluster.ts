/**
 * The data directory of the private PostgreSQL, made once by initdb. It is made under another name and renamed when
 * whole, so that a crash in the middle leaves nothing that looks like data.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { chown, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import { type Binaries, majorOf } from './binaries.ts'
import { nullIfAbsent } from './error-code.ts'
import { makePrivateDir, type Place } from './place.ts'
import { runProgram } from './program.ts'
import { localeArguments, SERVER_USER } from './settings.ts'

const DRAFT = '.initdb-'

/** Makes the cluster unless it is there; true when it was made now. Refuses data of another major version. */
export async function ensureCluster(place: Place, binaries: Binaries, durable: boolean): Promise<boolean> {
  const found = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(nullIfAbsent)
  if (found !== null) {
    refuseOtherMajor(place.cluster, Number.parseInt(found, 10), majorOf(binaries.version))
    return false
  }
  if ((await stat(place.cluster).catch(nullIfAbsent)) !== null)
    throw new StartRefusal(
      `${place.cluster} exists and is no PostgreSQL data. Move it away, or set ORELINE_DATA_DIR to another directory.`,
    )
  await makeCluster(place, binaries, durable)
  return true
}

/** The password of the loopback connection; made with the cluster, used only where there is no private socket. */
export async function readPassword({ passwordFile }: Place): Promise<string> {
  return (await readFile(passwordFile, 'utf8')).trim()
}

async function makeCluster(place: Place, { bin, version }: Binaries, durable: boolean): Promise<void> {
  await removeDrafts(place)
  // A name of its own: an initdb whose Oreline was killed runs on for a moment, and must not write into this one.
  const draft = `${place.cluster}${DRAFT}${randomUUID()}`
  await makePrivateDir(draft, place.user)
  await writePassword(place)
  const made = await runProgram(
    join(bin, 'initdb'),
    [
      `--pgdata=${draft}`,
      `--username=${SERVER_USER}`,
      `--pwfile=${place.passwordFile}`,
      '--encoding=UTF8',
      ...localeArguments(version),
      // Whoever can enter the socket's directory is us; the network, even loopback, has to know the password.
      '--auth-local=trust',
      '--auth-host=scram-sha-256',
      // initdb waits for the disk by itself, which costs next to nothing and makes the rename below safe.
      ...(durable ? [] : ['--no-sync']),
    ],
    place.user,
  )
  if (!made.ok) throw new StartRefusal(`PostgreSQL could not set up its data in ${draft}: ${made.problem}`)
  await rename(draft, place.cluster)
  if (durable) await syncDir(place.home)
}

async function removeDrafts({ home, cluster }: Place): Promise<void> {
  const drafts = (await readdir(home)).filter((name) => name.startsWith(`${basename(cluster)}${DRAFT}`))
  // Retried, because that initdb may be adding files.
  for (const name of drafts) await rm(join(home, name), { recursive: true, force: true, maxRetries: 5 })
}

async function writePassword({ passwordFile, user }: Place): Promise<void> {
  await rm(passwordFile, { force: true })
  const file = await open(passwordFile, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(24).toString('base64url')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  if (user !== null) await chown(passwordFile, user.uid, user.gid)
}

/** Makes a rename survive a power cut. Windows keeps directories safe by itself and cannot open them. */
async function syncDir(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const dir = await open(path, 'r')
  try {
    await dir.sync()
  } finally {
    await dir.close()
  }
}

function refuseOtherMajor(cluster: string, data: number, programs: number): void {
  if (data === programs) return
  throw new StartRefusal(
    `The data in ${cluster} are of PostgreSQL ${data} and this Oreline brings PostgreSQL ${programs}, which cannot read ` +
      `them. Move them over with pg_dump of version ${data}, or set DATABASE_URL to a server that has them.`,
  )
}
