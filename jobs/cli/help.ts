import type { Command } from './define-command.ts'
import { commonOptions } from './read-arguments.ts'
import { columns } from './columns.ts'

/** What there is, for somebody who has never seen it. */
export function overview(commands: readonly Command[], version: string): string {
  return page([
    [`Oreline ${version}: how policy moves rare-earth stocks.`],
    [
      'pnpm start                          serve the page, the API and the jobs',
      'pnpm oreline <command> [options]    work on the store and end',
    ],
    section('Commands', [
      ...commands.map(({ name, does }) => [name, does]),
      ['help', 'explain a command: pnpm oreline help backfill'],
    ]),
    section('Options', [
      ['--help', 'this text; after a command: its own'],
      ['--version', 'the version'],
    ]),
    ['Settings are environment variables: .env.example has all of them.'],
  ])
}

/** Options that make the first line longer than a terminal are not written out there. */
const WIDTH = 100

/** All about one command: what it does, how it is written, what its exit codes mean, which settings matter. */
export function manual(command: Command): string {
  const { name, about, options, operand, examples, exitCodes, environment } = command
  const all = [...options, ...commonOptions].map(({ name: option, takes, does }) => [
    takes === null ? `--${option}` : `--${option} ${takes}`,
    does,
  ])
  const usage = (written: string): string =>
    `pnpm oreline ${name} ${written}${operand === null ? '' : ` [${operand.name} ...]`}`
  const whole = usage(all.map(([option]) => `[${option}]`).join(' '))
  return page([
    [whole.length > WIDTH ? usage('[options]') : whole],
    about,
    section('Options', operand === null ? all : [...all, [operand.name, operand.does]]),
    section(
      'Examples',
      examples.map(({ line, does }) => [line, does]),
    ),
    section(
      'Exit codes',
      exitCodes.map(({ code, means }) => [String(code), means]),
    ),
    section(
      'Environment',
      environment.map(({ variable, does }) => [variable, does]),
    ),
  ])
}

const section = (title: string, rows: readonly (readonly string[])[]): readonly string[] => [
  title,
  ...columns(rows).map((line) => `  ${line}`),
]

const page = (parts: readonly (readonly string[])[]): string =>
  `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
