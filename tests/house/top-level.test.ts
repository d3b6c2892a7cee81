import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** The owner's list; beside these only dot files of tools. */
const rooms =
  'Dockerfile LICENSE README.md docker-compose.yml jobs migrations oreline.ts package.json ' +
  'pnpm-lock.yaml pnpm-workspace.yaml server shared tests web'

test('the top level holds the rooms of the house and nothing else', () => {
  const tracked = execFileSync('git', ['ls-tree', '--name-only', 'HEAD'], { cwd: root, encoding: 'utf8' })
  const names = tracked.trim().split('\n')
  expect(new Set(names.filter((name) => !name.startsWith('.')))).toEqual(new Set(rooms.split(' ')))
})
