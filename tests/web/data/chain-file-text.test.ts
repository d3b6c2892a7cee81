import { describe, expect, it } from 'vitest'
import { readChainFileText } from '../../../web/features/data/chain/chain-file-text.ts'
import { seedJson } from '../../support/seed-files.ts'

const shipped = JSON.stringify(seedJson('chain'))
const why = (text: string) => {
  const read = readChainFileText(text)
  return read.kind === 'refused' ? read.why : read.kind
}

describe('a file of the chain before it is sent', () => {
  it('is taken as it was given out, with or without a byte-order mark, and its rows are counted', () => {
    // 7 stages, 17 elements, 4 general controls, 51 of coverage, 21 shares, 192 figures, 35 of money.
    for (const text of [shipped, `\uFEFF${shipped}`])
      expect(readChainFileText(text)).toMatchObject({ kind: 'chain', rows: 327 })
  })

  it('is refused where it is none, saying what is missing', () => {
    expect(why(shipped.slice(0, 500))).toMatch(/^This is no JSON/)
    expect(why('[]')).toMatch(/begins with \{/)
    expect(why('null')).toMatch(/begins with \{/)
    expect(why('{}')).toMatch(/^This is JSON, but no chain: as_of is missing.*and 6 more\.$/)
    expect(why(shipped.replace('"coverage":', '"covrage":'))).toMatch(/coverage is missing.*no part covrage/)
    const empty = { stages: [], elements: [], controls_all_elements: [], coverage: [], china_share: [] }
    const days = { as_of: '2026-11-21', newest_period_covered: '2026-06-30' }
    expect(why(JSON.stringify({ ...days, ...empty, disclosed: [], announced_money: [] }))).toBe(
      'There is no row in it.',
    )
  })
})
