/** Every defect that the recorded series have, found in the very file, and not found in files without it. */
import { findEmptyFeeds } from '@oreline/shared/domain/prices/defects/empty-feed.ts'
import { findHalfAppliedSplits } from '@oreline/shared/domain/prices/defects/half-applied-split.ts'
import { findLots } from '@oreline/shared/domain/prices/defects/lots-against-shares.ts'
import { findPartialBar } from '@oreline/shared/domain/prices/defects/partial-bar.ts'
import { findRepeatedDividends } from '@oreline/shared/domain/prices/defects/repeated-dividend.ts'
import { findRepeatedSessions } from '@oreline/shared/domain/prices/defects/repeated-session.ts'
import { findSubtractiveAdjustment } from '@oreline/shared/domain/prices/defects/subtractive-adjustment.ts'
import { findSwappedColumns } from '@oreline/shared/domain/prices/defects/swapped-columns.ts'
import { findUnitError } from '@oreline/shared/domain/prices/defects/unit-error.ts'
import type { Bar } from '@oreline/shared/domain/prices/bar.ts'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { barsIn, barsOf, jsonBarsOf } from '../../../support/price-files.ts'
import { hasSharedData, sharedText } from '../../../support/shared-data.ts'

const plain = (path: string, zone?: string) => barsOf(path, zone).map(({ bar }) => bar)
const splitsIn = (path: string) =>
  barsOf(path).flatMap(({ bar: { date }, split }) =>
    split === null || split === 0 ? [] : [{ date, ratio: split }],
  )

const tencent = 'prices/600111_2977605695_2020-01-02_2026-07-23.json'
const raw = 'prices/600111_chenyihui8080_2026-07-01_2026-08-27.csv'
const starter = (ticker: string) => `starter/${ticker}.csv`
const yahoo = (name: string) => `recorded/yahoo-defects/${name}.csv`

describe.skipIf(!hasSharedData)('subtractive adjustment', () => {
  test.for([tencent, 'prices/600111_qfq3dp_2977605695_2020-01-02_2026-07-01.json'])(
    'of %s: 0.235 CNY of dividends off the oldest close, by subtraction',
    (path) => {
      const found = findSubtractiveAdjustment(jsonBarsOf(path), plain(starter('600111.SS')))
      expect(found?.defect).toBe('subtractive-adjustment')
      expect(found?.detail).toContain('0.23')
      expect(found?.dates[0]).toBe('2024-01-02')
    },
  )

  test('overstates moves: 600111 fell 10.95 % in it on a day of the 10 % limit', () => {
    const bars = jsonBarsOf(tencent)
    const falls = bars.slice(1).map(({ close }, place) => close / (bars[place]?.close ?? close) - 1)
    expect(Math.min(...falls)).toBeCloseTo(-0.1095, 4)
  })

  test.for([
    ['REMX adjusted by factors', 'prices/REMX_alpacaIEX_spookylabs_to_2025-04-04.csv', 'REMX'],
    ['SPY of another market', 'prices/SPY_alpacaIEX_spookylabs_to_2025-04-04.csv', 'SPY'],
    ['MP, which pays nothing', 'prices/MP_alpacaIEX_spookylabs_to_2025-04-04.csv', 'MP'],
    ['600111 as traded', raw, '600111.SS'],
  ] as const)('is not found in %s', ([, path, ticker]) => {
    expect(findSubtractiveAdjustment(plain(path), plain(starter(ticker)))).toBeNull()
  })

  test('is not found in REMX closes adjusted by a factor of 0.982', () => {
    const adjusted = plain('prices/REMX_alm0421_2025-04-01_2026-10-06.csv').map((bar) => ({
      ...bar,
      close: bar.adjClose ?? bar.close,
    }))
    expect(findSubtractiveAdjustment(adjusted, plain(starter('REMX')))).toBeNull()
  })
})

describe.skipIf(!hasSharedData)('lots against shares', () => {
  const unturned = (bars: readonly Bar[]) => bars.map((bar) => ({ ...bar, amount: null }))

  test('Tencent’s 600111 has lots of 100: the shares held are 100 times as much', () => {
    const found = findLots(unturned(jsonBarsOf(tencent)), plain(starter('600111.SS')))
    expect(found).toMatchObject({ defect: 'lots-against-shares' })
    expect(found?.detail).toContain('in lots of 100, not in shares: the shares held are 100 times')
  })

  test('600111 as traded has shares', () => {
    expect(findLots(unturned(plain(raw)), plain(starter('600111.SS')))).toBeNull()
  })

  test('the trades of one market, a hundredth of all by chance, are no lots', () => {
    const path = 'prices/MP_alpacaIEX_spookylabs_to_2025-04-04.csv'
    expect(findLots(unturned(plain(path)), plain(starter('MP')))).toBeNull()
  })

  test('the turnover of an index is no price per share: of the CSI 300 nothing is said', () => {
    const rows = barsOf('prices/000300_CSI300_Nshiodis_to_2025-12-31.csv')
    expect(rows[0]?.amount).toBe(270_105_530_368)
    expect(
      findLots(
        rows.map(({ bar, amount }) => ({ ...bar, amount })),
        [],
      ),
    ).toBeNull()
  })

  test('a row of Eastmoney’s kline, 842,743 lots for 542.8 million CNY at 6.18, is found by its turnover', () => {
    const day = { close: 6.18, volume: 842_743, amount: 542_829_495 }
    const dates = plain(raw)
      .slice(0, 3)
      .map(({ date }) => date)
    expect(
      findLots(
        dates.map((date) => ({ ...day, date })),
        [],
      )?.detail,
    ).toContain('turnover over volume')
  })
})

describe.skipIf(!hasSharedData)('a partial last bar', () => {
  test('Tencent’s 600111 of 2026-07-23 stands at 40.03, and closed at 40.27', () => {
    expect(findPartialBar(jsonBarsOf(tencent), plain(raw))).toMatchObject({
      dates: ['2026-07-23'],
      detail: expect.stringContaining('40.03 where the close was 40.27'),
    })
  })

  test('the same series up to the day before is whole', () => {
    expect(findPartialBar(jsonBarsOf(tencent).slice(0, -1), plain(raw))).toBeNull()
  })
})

describe.skipIf(!hasSharedData)('a repeated dividend', () => {
  const paid = (path: string) =>
    barsOf(path, 'Australia/Sydney').map(({ bar: { date }, dividend }) => ({ date, dividend: dividend ?? 0 }))

  test('STW.AX has 0.711027 on 2024-09-27 and again on 2024-09-30, and no other', () => {
    expect(findRepeatedDividends(paid('prices/STW.AX_naveenf_2024-01-02_2026-01-02.csv'))).toMatchObject([
      { dates: ['2024-09-27', '2024-09-30'], detail: expect.stringContaining('0.711027') },
    ])
  })

  test.for(['IOZ', 'VAS', 'ILU', 'LYC'])('%s.AX has none', (line) => {
    expect(findRepeatedDividends(paid(`prices/${line}.AX_naveenf_2024-01-02_2026-01-02.csv`))).toEqual([])
  })
})

describe.skipIf(!hasSharedData)('a holiday filled with another session', () => {
  test('the CSI 300 of New Year’s Day 2015 repeats 2015-01-05', () => {
    const bars = plain('prices/000300_CSI300_cateatcatx_to_2026-08-21.csv')
    expect(findRepeatedSessions(bars, () => null)).toMatchObject([
      {
        dates: ['2015-01-01'],
        detail: '2015-01-01 was no session: its row repeats 2015-01-05 in every price',
      },
    ])
  })

  test('600111 as traded has none', () => {
    expect(findRepeatedSessions(plain(raw), () => null)).toEqual([])
  })
})

describe.skipIf(!hasSharedData)('swapped columns', () => {
  const text = () => sharedText('prices/000300_CSI300_Nshiodis_to_2025-12-31.csv')

  test('the CSI 300 with open, close, high, low is read by its header as it is', () => {
    expect(findSwappedColumns(barsIn(text()).map(({ bar }) => bar))).toBeNull()
  })

  test('the same figures under open, high, low, close are recognised, and in which order they stand', () => {
    const mislabelled = text().replace('date,open,close,high,low', 'date,open,high,low,close')
    expect(findSwappedColumns(barsIn(mislabelled).map(({ bar }) => bar))?.detail).toBe(
      'columns are swapped: the high stands under low, the low stands under close, the close stands under high',
    )
  })
})

const komisSchema = z.object({
  metals: z.array(z.object({ name: z.string(), history: z.array(z.unknown()) })),
})

describe.skipIf(!hasSharedData)('an empty feed', () => {
  const feeds = (name: string) =>
    komisSchema
      .parse(JSON.parse(sharedText(`commodity/${name}`)))
      .metals.map(({ name: metal, history }) => ({ name: metal, points: history.length }))

  test('KOMIS of 2026-03-31 came without neodymium', () => {
    const found = findEmptyFeeds(feeds('komis_prices_jeewonshin_2026-03-31_817d19a_PARTIAL_Nd_empty.json'))
    expect(found.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^네오디뮴 \(Nd\) came back empty while others have up to \d+ points/),
    ])
  })

  test('KOMIS of 2026-04-13 is whole', () => {
    expect(findEmptyFeeds(feeds('komis_prices_jeewonshin_2026-04-13.json'))).toEqual([])
  })
})

describe.skipIf(!hasSharedData)('an error of unit', () => {
  test('AET.L goes from 0.1455 to 14.55 on 2022-05-09 and back on 2022-05-20', () => {
    expect(findUnitError(plain(yahoo('AET-L-1d-100x-error')))).toMatchObject({
      dates: ['2022-05-09', '2022-05-20'],
    })
  })

  test.for(['AET-L-1d-100x-error-fixed', '4063-T-1d-bad-stock-split', 'LA-V-1d-bad-stock-split'])(
    'is not found in %s',
    (name) => {
      expect(findUnitError(plain(yahoo(name)))).toBeNull()
    },
  )
})

describe.skipIf(!hasSharedData)('a half-applied split', () => {
  test.for([
    ['4063-T', 5, ['2023-03-29']],
    ['ALPHA-PA', 0.0001, ['2023-05-08', '2023-05-09']],
    ['DEX-AX', 0.4406, ['2023-05-22']],
    ['LA-V', 0.1, ['2020-08-26', '2020-08-27']],
  ] as const)('of %s (%s for 1): the price jumps by its factor on other days', ([name, ratio, dates]) => {
    const path = yahoo(`${name}-1d-bad-stock-split`)
    const splits = splitsIn(path)
    expect(splits.map((split) => split.ratio)).toEqual([ratio])
    expect(findHalfAppliedSplits(plain(path), splits, true)).toMatchObject([{ dates }])
  })

  test.for(['4063-T', 'ALPHA-PA', 'DEX-AX'])('of %s is not found once it is mended', (name) => {
    const path = yahoo(`${name}-1d-bad-stock-split-fixed`)
    expect(findHalfAppliedSplits(plain(path), splitsIn(path), true)).toEqual([])
  })
})
