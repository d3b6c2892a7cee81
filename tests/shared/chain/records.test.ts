import { chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { chainRecords, chainText, inFileOrder } from '@oreline/shared/domain/chain/records.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { seedJson } from '../../support/seed-files.ts'

const chain = chainSchema.parse(seedJson('chain'))
const records = chainRecords(chain)
const file = readFileSync(new URL('../../../migrations/seed/chain.json', import.meta.url), 'utf8')

describe('the rows of the chain', () => {
  it('have each a name of its own: 7, 17, 4, 51, 21, 192 and 35, and what belongs to none', () => {
    expect(new Set(records.map(({ key }) => key)).size).toBe(328)
    const parts = Object.groupBy(records, ({ key }) => key.split('/')[0] ?? '')
    expect(Object.entries(parts).map(([part, rows]) => [part, rows?.length])).toEqual([
      ['meta', 1],
      ['stage', 7],
      ['element', 17],
      ['control', 4],
      ['coverage', 51],
      ['share', 21],
      ['disclosed', 192],
      ['money', 35],
    ])
    for (const { key } of records.slice(1)) expect(key).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(Math.max(...records.map(({ key }) => key.length))).toBeLessThanOrEqual(150)
  })

  it.each([
    'coverage/mp-mining-mountain-pass-california',
    'element/dy',
    'disclosed/mp-2026q1-ndpr-production',
    'money/2025-07-10-mp-materials-us-department-of-defense-war-floor',
    'share/refining-2025-world-project-syndicate',
    // A second row of the same name is told apart by its elements.
    'coverage/mp-separation-mountain-pass-heavy-circuit-california-sm',
  ])('%s is one', (key) => {
    expect(records.map((record) => record.key)).toContain(key)
  })

  it('keep their names when rows are appended to the file', () => {
    const [first] = chain.coverage
    if (first === undefined) throw new Error('the seed has coverage')
    const longer = { ...chain, coverage: [...chain.coverage, { ...first, elements: ['Y' as const] }] }
    const names = chainRecords(longer).map(({ key }) => key)
    expect(records.map(({ key }) => key).filter((key) => !names.includes(key))).toEqual([])
    expect(names).toContain('coverage/mp-mining-mountain-pass-california-y')
    const thrice = chainRecords({ ...chain, coverage: [first, first, first] }).map(({ key }) => key)
    expect(thrice.filter((key) => key.startsWith('coverage/mp')).slice(1)).toEqual([
      'coverage/mp-mining-mountain-pass-california-la-ce-pr-nd-sm-eu-gd',
      'coverage/mp-mining-mountain-pass-california-la-ce-pr-nd-sm-eu-gd-2',
    ])
  })
})

describe('the file of the chain', () => {
  it('is what it was, to the byte, whatever the order its rows were kept in', () => {
    const kept = records.toSorted((one, other) => (one.key < other.key ? 1 : -1))
    expect(chainText(kept)).toBe(file)
  })

  it('has what was added since last, by name, and is none without its head', () => {
    const added = { key: 'money/2027-01-01-a', body: {} }
    expect(inFileOrder([added, ...records.toReversed()]).map(({ key }) => key)).toEqual([
      ...records.map(({ key }) => key),
      added.key,
    ])
    expect(chainText(records.slice(1))).toBeNull()
  })
})
