/** Kills what is taking in histories, again and again on the same data, and says what was wrong afterwards. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('ingest-child.main.ts', import.meta.url))
/** A round takes about this long. */
const mostMs = 250

type Victim = 'oreline' | 'postgres' | 'both'

/** `faults`: what was wrong, with the kill before it; `stored`: rounds acknowledged; `lost`: those that were gone. */
type KillReport = {
  readonly faults: readonly string[]
  readonly lost: number
  readonly stored: number
  readonly epochs: number
}

type Places = { readonly dataDir: string; readonly sharedHome: string }

/** `random` gives 0 to 1. The last life is only looked at. */
export async function killAtRandomPoints(
  places: Places,
  { points, random }: { readonly points: number; readonly random: () => number },
): Promise<KillReport> {
  const victims: readonly Victim[] = ['oreline', 'postgres', 'both']
  const faults: string[] = []
  let acknowledged = 0
  let stored = 0
  let lost = 0
  let epochs = 0
  for (let point = 0; point <= points; point += 1) {
    const life = await live(places)
    const found = life.found
    epochs = found.epoch
    faults.push(...found.faults.map((fault) => `after kill ${point}: ${fault}`))
    if (found.round < acknowledged) lost += acknowledged - found.round
    const victim = victims[point % victims.length] ?? 'both'
    await life.stored(found.round + 1)
    if (point < points) await sleep(random() * mostMs)
    if (victim !== 'oreline' || point === points) process.kill(found.serverPid, 'SIGKILL')
    await life.kill()
    acknowledged = life.newest()
    stored += acknowledged - found.round
  }
  return { faults, lost, stored, epochs }
}

type Found = { serverPid: number; round: number; epoch: number; faults: string[] }

async function live({ dataDir, sharedHome }: Places) {
  const child = spawn(process.execPath, [PROGRAM, dataDir, sharedHome], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  const said: string[] = []
  const heard = new EventTarget()
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line)
    heard.dispatchEvent(new Event('line'))
  })
  const until = async (wanted: (line: string) => boolean): Promise<string> => {
    for (;;) {
      const line = said.find(wanted)
      if (line !== undefined) return line
      if (child.exitCode !== null) throw new Error(`it ended by itself after: ${said.join(' | ')}`)
      await Promise.race([once(heard, 'line'), ended])
    }
  }
  const line = await until((each) => each.startsWith('found '))
  const found: Found = JSON.parse(line.slice('found '.length))
  return {
    found,
    stored: async (round: number) => until((each) => each === `stored ${round}`),
    newest: () =>
      Math.max(
        found.round,
        ...said.filter((each) => each.startsWith('stored ')).map((each) => Number(each.slice(7))),
      ),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
