/** A real Oreline in a process of its own, started as its users start it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import workspace from '../../package.json' with { type: 'json' }

const ROOT = path.resolve(import.meta.dirname, '../..')
/** What `pnpm start` runs after `node`, without the settings of whoever owns this checkout. */
const START = workspace.scripts.start
  .split(' ')
  .filter((word) => word !== 'node' && !word.startsWith('--env-file'))

export type OrelineProcess = {
  readonly url: string
  readonly pid: number
  /** Where its store is, for a test that works beside it. */
  readonly dataDir: string
  /** What it has printed so far, both streams. */
  readonly output: () => string
  /** SIGTERM unless said otherwise; gives the exit code (null: killed by the signal). */
  readonly stop: (signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<number | null>
}

/** Starts Oreline and waits for its ready line. Rejects with its output when it ends before. `env` is all it gets besides PATH and HOME. */
export async function startOreline(options: {
  readonly dataDir: string
  readonly offline: boolean
  readonly env?: Readonly<Record<string, string>>
}): Promise<OrelineProcess> {
  const port = await freePort()
  const child = spawn(process.execPath, START, {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: String(port),
      ORELINE_DATA_DIR: options.dataDir,
      ORELINE_OFFLINE: options.offline ? '1' : '0',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const exited = once(child, 'exit')
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const ready = /Oreline is ready at (\S+)/.exec(output)?.[1]
      if (ready !== undefined) resolve(ready)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', () => reject(new Error(`Oreline ended before it was ready:\n${output}`)))
  })
  const { pid } = child
  if (pid === undefined) throw new Error('a process that is ready has a pid')
  return {
    url,
    pid,
    dataDir: options.dataDir,
    output: () => output,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      await exited
      return child.exitCode
    },
  }
}

/** A port nobody listens on at the moment of asking. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
}
