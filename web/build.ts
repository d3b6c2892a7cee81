/**
 * Builds the page when its sources have changed since the last build. Each build lives in `dist/<fingerprint>`, so that
 * a finished build appears at once, never half, and two processes starting together cannot disturb each other.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const WEB = import.meta.dirname
const REPOSITORY = path.dirname(WEB)
const DIST = path.join(WEB, 'dist')
/** What the page is made from, relative to the repository. */
const SOURCES = ['web', 'shared', 'pnpm-lock.yaml']
const LEFT_OUT = new Set(['node_modules', 'dist', 'screenshots'])
/** An older process may still serve the build before ours, another may be writing one. */
const OLD_BUILDS_KEPT = 1
const IN_USE_MS = 3_600_000
const TEXT_FILE = /\.(js|css|svg|html)$/
const gzipped = promisify(gzip)

type Built = {
  /** Holds `index.html` and `assets/` (names carry a hash of their content). */
  readonly dir: string
  /** false: the sources had not changed. */
  readonly built: boolean
  readonly ms: number
}

/** The directory of the built page, building it first where it is stale. Throws, with vite's words, when it cannot be built. */
export async function ensurePageBuilt({ log }: { log: (line: string) => void }): Promise<Built> {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  const dir = path.join(DIST, await fingerprint())
  if (existsSync(path.join(dir, 'index.html'))) return { dir, built: false, ms: elapsed() }

  log('building the page')
  await mkdir(DIST, { recursive: true })
  const draft = await mkdtemp(path.join(DIST, '.draft-'))
  try {
    await runVite(draft)
    // `mkdtemp` keeps everybody else out; the server may run as another user than the build.
    await chmod(draft, 0o755)
    await compressFiles(draft)
    await publish(draft, dir)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  await dropOldBuilds(dir)
  return { dir, built: true, ms: elapsed() }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const files = await Promise.all(SOURCES.map((name) => filesUnder(path.join(REPOSITORY, name))))
  for (const file of files.flat().toSorted()) {
    hash.update(path.relative(REPOSITORY, file)).update('\0')
    hash.update(await readFile(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesUnder(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return null
    throw error
  })
  if (entries === null) return [place]
  const inner = entries
    .filter((entry) => !LEFT_OUT.has(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => filesUnder(path.join(place, entry.name)))
  return (await Promise.all(inner)).flat()
}

/** `vite build` in a process of its own: its memory is given back, and the environment cannot make it a development build. */
async function runVite(outDir: string): Promise<void> {
  const vite = path.join(
    path.dirname(createRequire(import.meta.url).resolve('vite/package.json')),
    'bin/vite.js',
  )
  const words: string[] = []
  const child = spawn(
    process.execPath,
    [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
    { cwd: WEB, env: { NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => words.push(text))
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
  if (code !== 0) throw new Error(`the page could not be built:\n${words.join('')}`)
}

/** A `.gz` beside every text file, so that the server need not compress the same bytes for every reader. */
async function compressFiles(dir: string): Promise<void> {
  const files = (await filesUnder(dir)).filter((file) => TEXT_FILE.test(file))
  await Promise.all(
    files.map(async (file) => writeFile(`${file}.gz`, await gzipped(await readFile(file), { level: 9 }))),
  )
}

async function publish(draft: string, dir: string): Promise<void> {
  try {
    await rename(draft, dir)
  } catch (error) {
    // Another process has published the same build in the meantime: the same sources, hence the same page.
    if (!existsSync(path.join(dir, 'index.html'))) throw error
  }
}

/** Deletes builds nobody can be serving or writing any more, the newest excepted. */
async function dropOldBuilds(current: string): Promise<void> {
  const others = (await readdir(DIST)).map((name) => path.join(DIST, name)).filter((dir) => dir !== current)
  const aged = await Promise.all(others.map(async (dir) => ({ dir, age: await ageMs(dir) })))
  const surplus = aged
    .toSorted((a, b) => a.age - b.age)
    .slice(OLD_BUILDS_KEPT)
    .filter(({ age }) => age > IN_USE_MS)
  await Promise.all(surplus.map(({ dir }) => rm(dir, { recursive: true, force: true })))
}

/** Milliseconds since the directory was last written, by the file system's own clock; 0: already gone. */
async function ageMs(dir: string): Promise<number> {
  const written = await stat(dir).catch(() => null)
  return written === null ? 0 : Date.now() - written.mtimeMs
}
