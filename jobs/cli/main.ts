/**
 * Commands: `node oreline.ts <command>` works on the store and ends. Standard output is for the answer, standard error for
 * progress on a terminal, logs and refusals.
 */
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import { ConfigError, type Config } from '@oreline/server/config.ts'
import { openStore as openBareStore, type Store } from '@oreline/server/db/open.ts'
import { openReadyStore } from '@oreline/server/db/ready-store.ts'
import { StartRefusal } from '@oreline/server/db/start-refusal.ts'
import type { BaseLogger } from 'pino'
import type { Outside } from '../ask-tools.ts'
import jobs from '../package.json' with { type: 'json' }
import { add } from './add.ts'
import { backfill } from './backfill.ts'
import { backup } from './backup.ts'
import { CommandRefusal } from './command-refusal.ts'
import type { Command, CommandResult } from './define-command.ts'
import { exportTable } from './export.ts'
import { doctor } from './doctor.ts'
import { manual, overview } from './help.ts'
import { importFile } from './import.ts'
import { barOn, linesOn, type Output } from './progress.ts'
import { readArguments, type Asked } from './read-arguments.ts'
import { replay } from './replay.ts'
import { restore } from './restore.ts'

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  backfill,
  add,
  importFile,
  exportTable,
  replay,
  doctor,
  backup,
  restore,
]

/** What the door hands on. `stopped` resolves when the process is asked to end. */
export type CommandLine = {
  /** What stands after the program's name. */
  readonly argv: readonly string[]
  readonly readConfig: () => Config
  readonly buildLog: (level: Config['logLevel']) => BaseLogger
  readonly clock: Clock
  readonly stopped: Promise<void>
  readonly stdout: Output
  readonly stderr: Output
  readonly outside?: Partial<Outside>
}

/** Runs what was typed to its end and gives the exit code. Throws for nothing a person can mend. */
export async function runCommand(line: CommandLine): Promise<number> {
  const { argv, stdout, stderr } = line
  const ending = new AbortController()
  const end = (): void => ending.abort(new Error('the command was ended'))
  void line.stopped.then(end)
  // Nobody reads any more, as after `| head`: there is nobody left to tell.
  for (const output of [stdout, stderr]) output.on('error', end)
  try {
    const asked = readArguments(argv, commands)
    if (asked.kind !== 'run') {
      stdout.write(textOf(asked))
      return 0
    }
    const { exitCode, text, document } = await run(line, asked, ending.signal)
    stdout.write(asked.json ? jsonLine(document) : text)
    return exitCode
  } catch (error) {
    const { exitCode, message } = refusalOf(error, ending.signal)
    stderr.write(`${message}\n`)
    if (argv.includes('--json')) stdout.write(jsonLine({ outcome: 'refused', error: message }))
    return exitCode
  }
}

function textOf(asked: Exclude<Asked, { kind: 'run' }>): string {
  switch (asked.kind) {
    case 'version':
      return `${jobs.version}\n`
    case 'help':
      return asked.command === null ? overview(commands, jobs.version) : manual(asked.command)
  }
}

async function run(
  line: CommandLine,
  { command, given, json }: Extract<Asked, { kind: 'run' }>,
  signal: AbortSignal,
): Promise<CommandResult> {
  const { stdout, stderr, clock, outside = {} } = line
  const config = line.readConfig()
  const { databaseUrl, dataDir, upgradeBackup, logLevel } = config
  const isChatty = logLevel === 'debug' || logLevel === 'trace'
  const hasBar = stderr.isTTY === true && !isChatty
  // The answer says what there is to say: of the log, faults alone, and beside a bar only the worst.
  const log = line.buildLog(
    logLevel === 'info' || logLevel === 'warn' ? (hasBar ? 'error' : 'warn') : logLevel,
  )
  const opened: Store[] = []
  const options = {
    databaseUrl: databaseUrl ?? undefined,
    dataDir,
    upgradeBackup,
    log,
    clock,
    maxConnections: 4,
    beside: true,
  }
  const opening = (open: typeof openReadyStore | typeof openBareStore) => async (): Promise<Store> => {
    const store = await open(options)
    opened.push(store)
    signal.throwIfAborted()
    return store
  }
  const progress = hasBar ? barOn(stderr) : linesOn(json ? stderr : stdout)
  try {
    return await command.run(given, {
      config,
      clock,
      log,
      signal,
      progress,
      openStore: opening(openReadyStore),
      openStoreAsItIs: opening(openBareStore),
      outside,
    })
  } finally {
    for (const store of opened) await store.close()
  }
}

function refusalOf(
  error: unknown,
  signal: AbortSignal,
): { readonly exitCode: number; readonly message: string } {
  if (signal.aborted) return { exitCode: 130, message: 'Interrupted before anything was asked.' }
  if (error instanceof CommandRefusal) return { exitCode: error.exitCode, message: error.message }
  if (error instanceof ConfigError || error instanceof StartRefusal)
    return { exitCode: 1, message: error.message }
  return { exitCode: 1, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

const jsonLine = (document: object): string => `${JSON.stringify(document, null, 2)}\n`
