/**
 * Where the private PostgreSQL keeps its data. Beside the lock in the data directory, wherever the user it runs as can
 * get there; when root's PostgreSQL (which runs as `nobody`) cannot, under `sharedHome`, and once there, always there.
 */
import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'
import { hasCode } from './error-code.ts'
import { canEnter, findNobody, findOwner, isRoot } from './os-user.ts'
import type { OsUser } from './program.ts'

/** `home` holds everything else; `user` is whom PostgreSQL runs as, null for ourselves. */
export type Place = {
  readonly home: string
  readonly cluster: string
  readonly logFile: string
  readonly passwordFile: string
  readonly user: OsUser | null
}

/** The path of a Unix socket may have 107 bytes on Linux and 103 on macOS. */
const SOCKET_PATH_BYTES = 103
const SOCKET_NAME = '.s.PGSQL.5432'

/** Chooses the place for `dataDir`, a real path. Refuses rather than start an empty store beside data it cannot reach. */
export async function choosePlace(dataDir: string, sharedHome: string): Promise<Place> {
  const here = join(dataDir, 'postgres')
  const owner = await findOwner(here)
  if (!isRoot()) {
    refuseForeignData(here, owner)
    return placeIn(dataDir, null)
  }
  if (owner !== null) return placeOfOwner(dataDir, here, owner)
  const nobody = await findNobody()
  const away = join(sharedHome, `data-${fingerprint(dataDir)}`)
  const ownerAway = await findOwner(join(away, 'postgres'))
  if (ownerAway !== null) return placeIn(away, ownerAway)
  return placeIn((await canEnter(nobody, dataDir)) ? dataDir : away, nobody)
}

/**
 * The directory of the server's socket, made if need be, with no right for anybody but `user`. Always the same for the
 * same place; a short one elsewhere when the place's own path is too long for a socket.
 */
export async function prepareSocketDir({ home, user }: Place, sharedHome: string): Promise<string> {
  const short = `oreline-${fingerprint(home)}`
  const candidates =
    user === null
      ? [join(home, 'socket'), join(tmpdir(), short), join('/tmp', short)]
      : [join(home, 'socket'), join(sharedHome, short), join('/tmp', short)]
  const dir = candidates.find((path) => Buffer.byteLength(join(path, SOCKET_NAME)) <= SOCKET_PATH_BYTES)
  if (dir === undefined)
    throw new StartRefusal(`No path is short enough for a socket: ${candidates.join(', ')}`)
  if (dirname(dir) === sharedHome) await makeSharedDir(sharedHome)
  await makePrivateDir(dir, user)
  return dir
}

/** Makes a directory that every user may enter, whatever the umask. */
export async function makeSharedDir(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
    await chmod(path, 0o755)
  } catch (cause) {
    throw new StartRefusal(
      `When root starts Oreline, PostgreSQL runs as nobody, who cannot reach its programs or data where they are; ` +
        `${path} would be for them and cannot be made. Set ORELINE_DATA_DIR to a directory that every user may enter, ` +
        'start Oreline as another user, or set DATABASE_URL.',
      { cause },
    )
  }
}

/** Makes a directory that only `user` (null: ourselves) may enter. One that belongs to somebody else is refused. */
export async function makePrivateDir(path: string, user: OsUser | null): Promise<void> {
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error
  })
  // lstat: in a shared directory such as /tmp, a link could lead anywhere.
  const found = await lstat(path)
  const owners = [process.getuid?.(), user?.uid, undefined]
  if (!found.isDirectory() || (process.getuid !== undefined && !owners.includes(found.uid)))
    throw new StartRefusal(`${path} is in the way: it is not a directory of Oreline's. Remove it.`)
  await chmod(path, 0o700)
  if (user !== null) await chown(path, user.uid, user.gid)
}

function refuseForeignData(cluster: string, owner: OsUser | null): void {
  const uid = process.getuid?.()
  if (owner === null || uid === undefined || owner.uid === uid) return
  throw new StartRefusal(
    `The data in ${cluster} belong to user ${owner.uid} and Oreline runs as user ${uid}. ` +
      'Start it as that user, or set ORELINE_DATA_DIR to another directory.',
  )
}

/** Root runs PostgreSQL as whoever owns the data: `nobody`, or the user who started Oreline here before. */
async function placeOfOwner(dataDir: string, cluster: string, owner: OsUser): Promise<Place> {
  if (await canEnter(owner, dataDir)) return placeIn(dataDir, owner)
  throw new StartRefusal(
    `The data in ${cluster} belong to user ${owner.uid}, whom PostgreSQL runs as when root starts Oreline, and that ` +
      `user may not enter ${dataDir} any more. Allow it to (chmod o+x on the directories above), or start Oreline as that user.`,
  )
}

const placeIn = (home: string, user: OsUser | null): Place => ({
  home,
  cluster: join(home, 'postgres'),
  logFile: join(home, 'postgres.log'),
  passwordFile: join(home, 'postgres.password'),
  user,
})

const fingerprint = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 12)
