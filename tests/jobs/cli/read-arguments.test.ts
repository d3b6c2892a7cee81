import { describe, expect, test } from 'vitest'
import { environmentSchema } from '../../../server/environment.ts'
import { manual, overview } from '../../../jobs/cli/help.ts'
import { commands } from '../../../jobs/cli/main.ts'
import { nearestDate } from '../../../jobs/cli/nearest-date.ts'
import { readArguments } from '../../../jobs/cli/read-arguments.ts'

const read = (line: string) => readArguments(line.split(' '), commands)

describe('what is typed', () => {
  test('is read as command, dates, words and --json', () => {
    expect(read('backfill MP --from 2021-02-03 LYC.AX --to=2022-03-04 --json')).toMatchObject({
      kind: 'run',
      command: { name: 'backfill' },
      given: { dates: { from: '2021-02-03', to: '2022-03-04' }, operands: ['MP', 'LYC.AX'] },
      json: true,
    })
  })

  test.for(['--help', '-h', 'help', '-- --help'])('%s asks for the overview', (line) => {
    expect(read(line)).toEqual({ kind: 'help', command: null })
  })

  test.for(['help backfill', 'backfill --help', 'backfill -h', 'backfill --json --help', '-- backfill -h'])(
    '%s asks for the manual of backfill',
    (line) => {
      expect(read(line)).toMatchObject({ kind: 'help', command: { name: 'backfill' } })
    },
  )

  test.for([
    ['backfil', 'There is no command backfil. Did you mean backfill?'],
    ['BACKFILL', 'Did you mean backfill?'],
    ['backf', 'Did you mean backfill?'],
    ['serve', 'There is no command serve. There are backfill, add, '],
    ['help bakcfill', 'Did you mean backfill?'],
    ['--verison', 'There is no option --verison. Did you mean --version?'],
    ['--json', 'There is no option --json. There are backfill'],
    ['backfill --form 2020-01-01', 'There is no option --form. Did you mean --from?'],
    ['backfill -f 2020-01-01', 'There is no option -f. There are --from, --to, --json, --help.'],
    ['backfill --FROM 2020-01-01', 'Did you mean --from?'],
    ['backfill --no-json', 'There is no option --no-json.'],
    ['backfill --json=yes', '--json stands alone: it takes no value.'],
    ['backfill --from', '--from needs a date, e.g. --from 2020-01-31.'],
    ['backfill --from=', '--from needs a date'],
    ['backfill --from 2020-1-5', '--from 2020-1-5 is no date. Did you mean 2020-01-05?'],
    ['backfill --to 20200105', 'Did you mean 2020-01-05?'],
    ['backfill --to 2025-02-30', '--to 2025-02-30 is no date. Dates are written as 2020-01-31.'],
    ['backfill --from yesterday', 'Dates are written as 2020-01-31.'],
    ['backfill --from --to 2020-01-01', '--from --to is no date.'],
  ] as const)('%s is refused: %s', ([line, said]) => {
    expect(() => read(line)).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining(said) }),
    )
  })

  test.for([
    ['2020-1-5', '2020-01-05'],
    ['2020/01/05', '2020-01-05'],
    ['20200105', '2020-01-05'],
    ['2020年1月5日', '2020-01-05'],
    ['2023-02-29', null],
    ['05.01.2020', null],
  ] as const)('a day written %s was probably %s', ([text, meant]) => {
    expect(nearestDate(text)).toBe(meant)
  })
})

describe('help', () => {
  test('lists every command', () => {
    const lines = overview(commands, '0.1.0').replaceAll(/ +/g, ' ')
    for (const { name, does } of commands) expect(lines).toContain(` ${name} ${does}\n`)
  })

  test.for(commands)('of $name: examples that work, variables that exist, lines that fit', (command) => {
    const text = manual(command)
    for (const { line } of command.examples) {
      expect(text).toContain(line)
      expect(read(line.replace(/^pnpm (-s )?oreline /, ''))).toMatchObject({ kind: 'run', command })
    }
    for (const { variable } of command.environment) expect(environmentSchema.shape).toHaveProperty(variable)
    expect(command.exitCodes.map(({ code }) => code)).toEqual(expect.arrayContaining([0, 1, 2, 130]))
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([])
  })
})
