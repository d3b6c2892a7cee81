/** The life of the process: one way in, one way out, whatever ends it. */
import { instantSchema } from '@oreline/shared/kernel/brand.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { ConfigError } from './config.ts'
import { StartRefusal } from './db/start-refusal.ts'

export type Life = {
  /** The system's clock, in UTC. */
  readonly clock: Clock
  /** What undoes a step of the start; run in reverse order at the end, each however the others fare. */
  readonly onStop: (undo: () => Promise<unknown>) => void
  /** Resolves when the process is asked to end; a start that takes long looks at it. */
  readonly stopped: Promise<void>
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Starts, waits for SIGINT, SIGTERM or SIGHUP, and undoes the start in reverse; a second signal ends at once. A start
 * that gives an exit code has done its work: nothing is waited for. Something for a person to do (configuration, store)
 * is printed without a stack, exit code 1.
 */
export async function runUntilSignal(start: (life: Life) => Promise<number | void>): Promise<void> {
  const undos: (() => Promise<unknown>)[] = []
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>()
  let asked = 0
  for (const signal of SIGNALS)
    process.on(signal, () => {
      asked += 1
      // Ctrl-C reaches the whole group, and pnpm passes it on as well: twice within a moment is once.
      if (asked > 2) process.exit(130)
      stop()
    })
  try {
    const exitCode = await start({
      clock: () => instantSchema.parse(new Date().toISOString()),
      onStop: (undo) => undos.push(undo),
      stopped,
    })
    if (exitCode === undefined) await stopped
    else process.exitCode = exitCode
  } catch (error) {
    process.exitCode = 1
    const isForAPerson = error instanceof ConfigError || error instanceof StartRefusal
    process.stderr.write(`${isForAPerson ? error.message : describe(error)}\n`)
  }
  for (const undo of undos.toReversed())
    await undo().catch((error: unknown) => {
      process.exitCode = 1
      process.stderr.write(`${describe(error)}\n`)
    })
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
