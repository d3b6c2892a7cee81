/** Each law of the house is broken once in a planted tree, and the tool that holds it must name the law and the file. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

type Planted = readonly [law: string, file: string, text: string]

const imports: readonly Planted[] = [
  ['no-circular', 'shared/domain/a.ts', "import { b } from './b.ts'\nexport const a = () => b\n"],
  ['shared-is-the-ground', 'shared/kernel/x.ts', "import '../../server/db/client.ts'\n"],
  ['kernel-below-domain', 'shared/kernel/y.ts', "import '../domain/b.ts'\n"],
  ['domain-below-api', 'shared/domain/z.ts', "import '../api/p.ts'\n"],
  ['shared-imports-pure-libraries', 'shared/domain/l.ts', "import 'vitest'\n"],
  ['shared-has-no-io', 'shared/domain/io.ts', "import 'node:fs'\n"],
  ['server-never-imports-jobs', 'server/s.ts', "import '../jobs/worker.ts'\n"],
  ['jobs-see-the-store-only', 'jobs/j.ts', "import '../server/app.ts'\n"],
  ['store-is-the-ground-floor', 'server/db/up.ts', "import '../routes/r.ts'\n"],
  ['sql-in-the-store-only', 'server/routes/r.ts', "import 'postgres'\n"],
  ['web-only-shared', 'web/w.ts', "import '../server/db/client.ts'\n"],
  ['features-do-not-meet', 'web/features/one/a.ts', "import '../two/b.ts'\n"],
  ['nobody-imports-the-door', 'server/d.ts', "import '../oreline.ts'\n"],
  ['roof-is-imported-by-the-door-alone', 'web/r.ts', "import '../jobs/worker.ts'\n"],
  ['no-tests-in-code', 'server/t.ts', "import '../tests/x.ts'\n"],
]

const words: readonly Planted[] = [
  ['no-restricted-globals', 'shared/domain/clock.ts', 'export const now = () => Date.now()\n'],
  ['no-restricted-properties', 'shared/domain/chance.ts', 'export const chance = () => Math.random()\n'],
  ['no-process-env', 'server/env.ts', 'export const port = process.env.PORT\n'],
  ['no-console', 'server/say.ts', "export const say = () => console.log('x')\n"],
  ['max-lines', 'server/long.ts', 'export const line = 1\n'.repeat(1) + '// line\n'.repeat(251)],
  ['no-explicit-any', 'server/any.ts', 'export const f = (x: any): unknown => x\n'],
  ['no-non-null-assertion', 'server/bang.ts', 'export const f = (x: string | null) => x!\n'],
  ['strict-boolean-expressions', 'server/truth.ts', 'export const f = (n: number) => (n ? 1 : 2)\n'],
  ['no-floating-promises', 'server/float.ts', 'export const f = (p: Promise<void>) => {\n  p\n}\n'],
  [
    'switch-exhaustiveness-check',
    'server/switch.ts',
    "export const f = (k: 'a' | 'b') => {\n  switch (k) {\n    case 'a':\n      return 1\n  }\n  return 2\n}\n",
  ],
  ['no-default-export', 'server/default.ts', 'export default 1\n'],
  ['no-cycle', 'server/cycle-a.ts', "import { b } from './cycle-b.ts'\nexport const a = () => b\n"],
  ['filename-case', 'server/CamelCase.ts', 'export const x = 1\n'],
]

const types: readonly Planted[] = [
  ['TS2322', 'server/index-access.ts', 'export const f = (list: string[]): string => list[0]\n'],
  [
    'TS2375',
    'server/optional.ts',
    'export const f = (): { a?: string } => {\n  const b: { a?: string } = { a: undefined }\n  return b\n}\n',
  ],
  ['TS1294', 'server/enum.ts', 'export enum Kind {\n  One,\n}\n'],
]

const ground: readonly Planted[] = [
  ['', 'shared/domain/b.ts', "import { a } from './a.ts'\nexport const b = () => a\n"],
  ['', 'shared/api/p.ts', 'export const p = 1\n'],
  ['', 'server/db/client.ts', 'export const c = 1\n'],
  ['', 'server/app.ts', 'export const c = 1\n'],
  ['', 'server/cycle-b.ts', "import { a } from './cycle-a.ts'\nexport const b = () => a\n"],
  ['', 'jobs/worker.ts', 'export const w = 1\n'],
  ['', 'tests/x.ts', 'export const x = 1\n'],
  ['', 'oreline.ts', 'export const o = 1\n'],
  ['', 'web/features/two/b.ts', 'export const b = 1\n'],
]

let planted = ''
const run = (tool: string, args: readonly string[]) =>
  new Promise<string>((resolve) => {
    execFile(
      path.join(root, 'node_modules/.bin', tool),
      args,
      { cwd: planted, maxBuffer: 16e6 },
      (_error, stdout, stderr) => resolve(stdout + stderr),
    )
  })

beforeAll(async () => {
  planted = await mkdtemp(path.join(tmpdir(), 'oreline-laws-'))
  for (const [, file, text] of [...ground, ...imports, ...words, ...types]) {
    await mkdir(path.join(planted, path.dirname(file)), { recursive: true })
    await writeFile(path.join(planted, file), text)
  }
  for (const config of ['.oxlintrc.json', '.dependency-cruiser.cjs', '.tsconfig.json', 'package.json'])
    await cp(path.join(root, config), path.join(planted, config))
  for (const room of ['server', 'shared'])
    await cp(path.join(root, room, 'tsconfig.json'), path.join(planted, room, 'tsconfig.json'))
  await symlink(path.join(root, 'node_modules'), path.join(planted, 'node_modules'))
  for (const room of ['server', 'shared'])
    await symlink(path.join(root, room, 'node_modules'), path.join(planted, room, 'node_modules'))
})
afterAll(() => rm(planted, { recursive: true, force: true }))

describe('dependency-cruiser catches', () => {
  let found: readonly { from: string; rule: { name: string } }[] = []
  beforeAll(async () => {
    const folders = ['oreline.ts', 'shared', 'server', 'jobs', 'web', 'tests']
    const text = await run('depcruise', [
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      ...folders,
    ])
    found = JSON.parse(text).summary.violations
  }, 60_000)

  test.each(imports)('%s in %s', (law, file) => {
    expect(
      found.filter((violation) => violation.from === file).map((violation) => violation.rule.name),
    ).toContain(law)
  })
})

describe('oxlint catches', () => {
  let found: readonly { code: string; filename: string }[] = []
  beforeAll(async () => {
    const text = await run('oxlint', ['--type-aware', '--format', 'json', 'server', 'shared'])
    found = JSON.parse(text).diagnostics
  }, 60_000)

  test.each(words)('%s in %s', (law, file) => {
    const codes = found
      .filter((diagnostic) => diagnostic.filename.endsWith(file))
      .map((diagnostic) => diagnostic.code)
    expect(codes.join(' ')).toContain(`(${law})`)
  })
})

describe('the type checker catches', () => {
  let found = ''
  beforeAll(async () => {
    found = await run('tsc', ['-p', '.tsconfig.json', '--types', ''])
  }, 60_000)

  test.each(types)('%s in %s', (code, file) => {
    expect(
      found
        .split('\n')
        .filter((line) => line.startsWith(file))
        .join(' '),
    ).toContain(code)
  })
})
