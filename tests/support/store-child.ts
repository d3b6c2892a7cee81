/** A real Oreline process as far as its PostgreSQL goes, to be killed: it writes row after row and says which are in. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('store-child.main.ts', import.meta.url))

/**
 * `serverPid` is its PostgreSQL. `said` are the lines so far: numbers of acknowledged rows, and words. `until` waits for
 * a line; it fails when the process ends without it.
 */
export type StoreChild = {
  readonly pid: number
  readonly serverPid: number
  readonly said: readonly string[]
  readonly until: (line: string) => Promise<void>
  readonly kill: (signal: NodeJS.Signals) => Promise<void>
  readonly killGroup: (signal: NodeJS.Signals) => void
  readonly ended: Promise<unknown>
}

/** Starts it without waiting for anything. */
export const spawnStoreChild = (dataDir: string, sharedHome: string) =>
  spawn(process.execPath, [PROGRAM, dataDir, sharedHome], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })

/** Starts it on `dataDir`, in a process group of its own, and waits until its server runs. */
export async function startStoreChild(dataDir: string, sharedHome: string): Promise<StoreChild> {
  const child = spawnStoreChild(dataDir, sharedHome)
  const ended = once(child, 'exit')
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => said.push(line))
  const until = (wanted: (line: string) => boolean) => untilSaid(child, said, wanted)
  await until((line) => line.startsWith('server '))
  const pid = child.pid
  if (pid === undefined) throw new Error('the child has no id')
  return {
    pid,
    serverPid: Number(said[0]?.slice('server '.length)),
    said,
    until: (line) => until((each) => each === line),
    kill: async (signal) => {
      child.kill(signal)
      await ended
    },
    killGroup: (signal) => process.kill(-pid, signal),
    ended,
  }
}

async function untilSaid(
  child: ChildProcess,
  said: readonly string[],
  wanted: (line: string) => boolean,
): Promise<void> {
  while (!said.some(wanted)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the child ended: ${said.join(' | ')}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The last row that the child was told is in. */
export function lastAcknowledged({ said }: StoreChild): number {
  return Math.max(...said.filter((line) => /^\d+$/.test(line)).map(Number))
}
