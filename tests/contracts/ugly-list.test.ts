/** The ugly list has a test for every row: a title that begins with its id, or a reason why there is none. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { hasReference, referenceText } from '../support/shared-data.ts'
import { notMet, uglyIds } from '../support/ugly-list.ts'

const tests = fileURLToPath(new URL('..', import.meta.url))

/** The ids that titles begin with: `Q01: …`, `F08, F13: …`. */
const metIn = (source: string): readonly string[] =>
  [...source.matchAll(/['"`]((?:[HQFPXK]\d\d)(?:, [HQFPXK]\d\d)*): /g)].flatMap(([, ids = '']) =>
    ids.split(', '),
  )

const met = new Set(
  readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.endsWith('ugly-list.test.ts'))
    .flatMap((name) => metIn(readFileSync(`${tests}/${name}`, 'utf8'))),
)

describe('every row of the ugly list', () => {
  test.for(uglyIds.filter((id) => !notMet.has(id)))('%s is the title of a test', (id) => {
    expect(met.has(id)).toBe(true)
  })

  test('without a test has a reason, and no row has both', () => {
    expect([...notMet.keys()].filter((id) => met.has(id) || !uglyIds.includes(id))).toEqual([])
    for (const [id, reason] of notMet) expect([id, reason.length > 20]).toEqual([id, true])
  })

  test('is found in titles alone', () => {
    expect(
      metIn("test('Q01: no price'); test(`F08, F13: two`); // Q02: in a comment\n { Q03: put(1) }"),
    ).toEqual(['Q01', 'F08', 'F13'])
  })

  test.skipIf(!hasReference)('is a row of the list as written, and none of those is missing here', () => {
    const written = [...referenceText('providers.md').matchAll(/^\| ([HQFPXK]\d\d) \|/gm)].map(([, id]) => id)
    expect(written).toEqual(uglyIds)
  })
})
