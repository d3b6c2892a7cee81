/** Every recording beside the repository, accounted for: read by a provider, or not one of this project's questions. */
import { describe, expect, test } from 'vitest'
import { hasSharedData, recordings, type Recording } from '../support/shared-data.ts'

const rules: readonly (readonly [pattern: RegExp, reader: string])[] = [
  [/^yahoo\/.*\/v8\/finance\/chart\//, 'yahoo'],
  [/^yahoo\//, 'not asked: v7 and v10 need a cookie and a crumb'],
  [/^yahoo-defects\//, 'yahoo, put back into the form of a chart'],
  [/^edgar\/.*data\.sec\.gov\/submissions\//, 'sec'],
  [/^edgar\/getcurrent/, 'sec-feed'],
  [/^edgar\//, 'not asked: XBRL'],
  [/^asx\//, 'asx'],
  [/^ecb\//, 'ecb'],
  [/^china\/tencent/, 'tencent'],
  [/^china\/eastmoney/, 'eastmoney'],
  [/^china\/cninfo/, 'cninfo'],
]

const readerOf = ({ file, url }: Recording): string =>
  rules.find(([pattern]) => pattern.test(`${file} ${url}`))?.[1] ?? 'nobody'

describe.skipIf(!hasSharedData)('all recordings (skipped where ../shared/data is missing)', () => {
  test('80 belong to a provider and 14 are its defects; the rest is not asked for', () => {
    const readers = Object.groupBy(recordings(), readerOf)
    expect(Object.fromEntries(Object.entries(readers).map(([reader, all]) => [reader, all?.length]))).toEqual(
      {
        yahoo: 28,
        sec: 39,
        asx: 2,
        ecb: 2,
        'yahoo, put back into the form of a chart': 14,
        'not asked: v7 and v10 need a cookie and a crumb': 4,
        'sec-feed': 5,
        'not asked: XBRL': 1,
        tencent: 1,
        eastmoney: 1,
        cninfo: 2,
      },
    )
  })
})
