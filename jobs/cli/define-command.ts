/**
 * A command is one object: what it is called, what it teaches and what it does. Adding one is a file in `cli/` and a line
 * in `cli/main.ts`. Every command knows `--json` and `--help` besides its own options.
 */
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Config } from '@oreline/server/config.ts'
import type { Store } from '@oreline/server/db/open.ts'
import type { BaseLogger } from 'pino'
import type { Outside } from '../ask-tools.ts'
import type { Progress } from './progress.ts'

/** `name` without its dashes; `takes` null: it stands alone. A `DATE` is checked, any other word (`FILE`) is taken as it is. */
export type Option = {
  readonly name: string
  readonly takes: Uppercase<string> | null
  readonly does: string
}

/** What was typed, checked for its form: dates and words by option, options that stand alone, and the other words in order. */
export type Given = {
  readonly dates: Readonly<Partial<Record<string, IsoDate>>>
  readonly words: Readonly<Partial<Record<string, string>>>
  readonly flags: ReadonlySet<string>
  readonly operands: readonly string[]
}

export type CommandTools = {
  readonly config: Config
  readonly clock: Clock
  readonly log: BaseLogger
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  readonly progress: Progress
  /** Opens the store, ready for work, beside an Oreline that runs on it; closed when the command has ended. */
  readonly openStore: () => Promise<Store>
  /** Opens it as it is, neither migrated nor seeded; closed likewise. */
  readonly openStoreAsItIs: () => Promise<Store>
  readonly outside: Partial<Outside>
}

/** `text` is for people, `document` is what `--json` prints; both say the same. 130: ended by Ctrl-C. */
export type CommandResult = {
  readonly exitCode: 0 | 1 | 130
  readonly text: string
  readonly document: object
}

export type Command = {
  readonly name: string
  /** One line for the list of commands. */
  readonly does: string
  /** Lines for its own help, at most 90 characters each. */
  readonly about: readonly string[]
  readonly options: readonly Option[]
  /** The words it takes besides its options; null: none. */
  readonly operand: { readonly name: string; readonly does: string } | null
  readonly examples: readonly { readonly line: string; readonly does: string }[]
  readonly exitCodes: readonly { readonly code: number; readonly means: string }[]
  /** The variables that matter to it, of those in `.env.example`. */
  readonly environment: readonly { readonly variable: string; readonly does: string }[]
  /** Throws a `CommandRefusal` before anything is done. */
  readonly run: (given: Given, tools: CommandTools) => Promise<CommandResult>
}

/** Keeps the definition as it is and checks it. */
export const defineCommand = (command: Command): Command => command
