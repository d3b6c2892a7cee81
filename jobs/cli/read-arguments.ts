import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { parseArgs } from 'node:util'
import { CommandRefusal, unknownWord } from './command-refusal.ts'
import type { Command, Given, Option } from './define-command.ts'
import { nearestDate } from './nearest-date.ts'
import { nearestWord } from './nearest.ts'

/** What was asked for: a command to run, the help of one (null: of all), or the version. */
export type Asked =
  | { readonly kind: 'run'; readonly command: Command; readonly given: Given; readonly json: boolean }
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'version' }

/** The options that every command has. */
export const commonOptions: readonly Option[] = [
  { name: 'json', takes: null, does: 'print one JSON document on standard output and nothing else' },
  { name: 'help', takes: null, does: 'this text' },
]

/** Reads what stands after the program's name; throws a `CommandRefusal` that says what is wrong and what was meant. */
export function readArguments(argv: readonly string[], commands: readonly Command[]): Asked {
  // pnpm passes on the `--` of `pnpm oreline -- backfill`.
  const [word, ...rest] = argv[0] === '--' ? argv.slice(1) : argv
  if (word === undefined || word === '--help' || word === '-h') return { kind: 'help', command: null }
  if (word === '--version') return { kind: 'version' }
  if (word === 'help')
    return { kind: 'help', command: rest[0] === undefined ? null : find(rest[0], commands) }
  const command = find(word, commands)
  const { given, flags } = readOptions(rest, command)
  if (flags.has('help')) return { kind: 'help', command }
  return { kind: 'run', command, given, json: flags.has('json') }
}

function find(word: string, commands: readonly Command[]): Command {
  const command = commands.find(({ name }) => name === word)
  if (command !== undefined) return command
  const known = [...commands.map(({ name }) => name), 'help', '--help', '--version']
  throw unknownWord(word.startsWith('-') ? 'option' : 'command', {
    word,
    nearest: nearestWord(word, known),
    known,
  })
}

function readOptions(
  args: readonly string[],
  command: Command,
): { readonly given: Given; readonly flags: ReadonlySet<string> } {
  const options = [...command.options, ...commonOptions]
  const { tokens } = parseArgs({
    args: [...args],
    // Strict parsing would throw its own words, and no nearest spelling.
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      options.map(({ name, takes }) => [name, { type: takes === null ? 'boolean' : 'string' } as const]),
    ),
  })
  const dates: Given['dates'][] = []
  const words: Given['words'][] = []
  const flags = new Set<string>()
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const option = options.find(
      ({ name }) => token.rawName === `--${name}` || isShortHelp(token.rawName, name),
    )
    if (option === undefined) {
      const known = options.map(({ name }) => `--${name}`)
      throw unknownWord('option', { word: token.rawName, nearest: nearestWord(token.rawName, known), known })
    }
    if (option.takes === 'DATE') dates.push({ [option.name]: readDate(option.name, token.value) })
    else if (option.takes !== null) words.push({ [option.name]: readWord(option, token.value) })
    else if (token.value === undefined) flags.add(option.name)
    else throw new CommandRefusal(`--${option.name} stands alone: it takes no value.`, { exitCode: 2 })
  }
  if (command.operand === null && operands[0] !== undefined)
    throw new CommandRefusal(`${command.name} takes no ${operands[0]}.`, { exitCode: 2 })
  return {
    given: { dates: Object.assign({}, ...dates), words: Object.assign({}, ...words), flags, operands },
    flags,
  }
}

const isShortHelp = (rawName: string, name: string): boolean => name === 'help' && rawName === '-h'

function readWord({ name, takes }: Option, text: string | undefined): string {
  if (text !== undefined && text !== '') return text
  throw new CommandRefusal(`--${name} needs a ${takes ?? 'word'} after it.`, { exitCode: 2 })
}

function readDate(name: string, text: string | undefined): ReturnType<typeof isoDateSchema.parse> {
  const date = isoDateSchema.safeParse(text)
  if (date.success) return date.data
  if (text === undefined || text === '')
    throw new CommandRefusal(`--${name} needs a date, e.g. --${name} 2020-01-31.`, { exitCode: 2 })
  const nearest = nearestDate(text)
  const meant = nearest === null ? 'Dates are written as 2020-01-31.' : `Did you mean ${nearest}?`
  throw new CommandRefusal(`--${name} ${text} is no date. ${meant}`, { exitCode: 2 })
}
