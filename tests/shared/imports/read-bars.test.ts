import { refusedFile } from '@oreline/shared/domain/imports/file-refusal.ts'
import { readBars } from '@oreline/shared/domain/imports/read-bars.ts'
import { describe, expect, test } from 'vitest'
import { barFields, barsOf, readingDays } from '../../support/price-files.ts'
import { hasSharedData } from '../../support/shared-data.ts'

const read = (text: string, fields = barFields()) => readBars(text, fields, readingDays())
const problemsOf = (text: string, fields = barFields()) =>
  read(text, fields).problems.map(({ line, column, problem }) => `${line} ${column}: ${problem}`)

describe('a table of bars', () => {
  test('with a byte order mark, CRLF, quotes and Stooq’s header is read', () => {
    const { rows, columns, problems } = read(
      '\uFEFFDate,Open,High,Low,Close,Volume\r\n2025-07-10,48.10,50.52,43.14,45.23,"94,103,500"\r\n2025-07-09,29.9,30.6,29.2,30.03,4000000\r\n',
    )
    expect(problems).toEqual([])
    expect(columns.map(({ means }) => means)).toEqual(['date', 'open', 'high', 'low', 'close', 'volume'])
    expect(rows.map(({ line, bar }) => [line, bar.date, bar.close, bar.volume])).toEqual([
      [3, '2025-07-09', 30.03, 4_000_000],
      [2, '2025-07-10', 45.23, 94_103_500],
    ])
  })

  test.for([
    ['semicolons', 'Date;Close;Volume\n2025-07-09;30.03;100'],
    ['tabs', 'Date\tClose\tVolume\n2025-07-09\t30.03\t100'],
    ['Excel’s own line', 'sep=;\nDate;Close;Volume\n2025-07-09;30.03;100'],
    ['padding', 'Date , Close , Volume ,\n2025-07-09 , 30.03 , 100 ,'],
    ['Chinese headers', '日期,收盘,成交量\n2025年7月9日,30.03,100'],
  ] as const)('with %s is read', ([, text]) => {
    expect(read(text)).toMatchObject({
      problems: [],
      rows: [{ bar: { date: '2025-07-09', close: 30.03, volume: 100, open: null } }],
    })
  })

  test('names every cell that cannot be read by line and column, and reads on', () => {
    expect(
      problemsOf(
        'Date,Close,Volume\n09/07/2025,30.03,1\n2025-07-10,45,23,7\n2025-07-11,"45,23",7\n2025-07-14,-1,7\n2027-01-01,5,7\n',
      ),
    ).toEqual([
      '3 null: has 4 cells, the header has 3',
      '2 Date: of 09/07/2025 it is not said which is the month: choose dd/mm/yyyy or mm/dd/yyyy',
      '4 Close: 45,23 has a decimal comma: write 45.23',
      '5 Close: -1 is no price: it must be above 0',
      '6 Date: 2027-01-01 lies ahead: today is 2026-11-21',
    ])
  })

  test.for([
    ['a header without closes', 'Date,Open\n2025-07-09,1', 'no column of closes'],
    ['no header', '2025-07-09,30.03', 'no column of days'],
    ['nothing below the header', 'Date,Close\n', 'no row with a close'],
    ['two closes', 'Date,Close,Last\n2025-07-09,1,2', 'more than one column is the close'],
    ['one day twice', 'Date,Close\n2025-07-09,1\n2025-07-09,2', 'stands in line 2 too, with other figures'],
    ['another ticker', 'Date,Close,Ticker\n2025-07-09,1,UUUU', 'is UUUU, not MP'],
    ['another currency', 'Date,Close,Currency\n2025-07-09,1,CAD', 'is CAD, not USD'],
    ['lots by the header', '日期,收盘,成交量(手)\n2025-07-09,1,2', 'volumes are in lots'],
    ['an open quote', 'Date,Close\n2025-07-09,"1\n', 'cannot be read as a table'],
  ] as const)('with %s has a problem', ([, text, problem]) => {
    expect(problemsOf(text).join('\n')).toContain(problem)
  })

  test('in lots gives shares', () => {
    expect(
      read('Date,Close,Volume\n2025-07-09,30.03,12', barFields({ volume_unit: 'lots' })).rows[0]?.bar.volume,
    ).toBe(1_200)
  })

  test('leaves out rows without a close, and says so', () => {
    const { rows, problems, warnings } = read('Date,Open,Close\n2025-07-09,null,null\n2025-07-10,48.1,45.23')
    expect([rows.length, problems]).toEqual([1, []])
    expect(warnings).toMatchObject([{ code: 'no-close', detail: expect.stringContaining('(line 2)') }])
  })
})

describe('Q53: what a provider gives instead of a table', () => {
  test.for([
    ['No data', 'knows no such symbol'],
    ['Exceeded the daily hits limit\n', 'Download it again tomorrow'],
    ['Access denied', 'gave no data'],
    ['<!DOCTYPE html><script>crypto.subtle.digest("SHA-256"); fetch("/__verify")</script>', 'proof of work'],
    ['<html><body>Will be right back</body></html>', 'a web page'],
    ['{"chart":{"result":null}}', 'is JSON'],
    ['PK\u0003\u0004…', 'a workbook'],
    ['D\u0000a\u0000t\u0000e', 'no text in UTF-8'],
    ['\uFFFD\uFFFD,1', 'no text in UTF-8'],
    ['\uFEFF \n', 'empty'],
  ] as const)('is refused with the reason: %s', ([text, why]) => {
    expect(refusedFile(text)).toContain(why)
    expect(read(text)).toMatchObject({ rows: [], problems: [{ line: null, column: null }] })
  })
})

describe.skipIf(!hasSharedData)('files of other people', () => {
  test.for([
    ['prices/MP_DrRobAnthony_2025-03-31_2026-10-06.csv', 'America/New_York', '2025-07-10', 45.23],
    ['prices/UUUU_alm0421_2025-03-31_2026-09-25.csv', 'America/New_York', '2025-10-14', 26.23],
    ['prices/LYC.AX_naveenf_2024-01-02_2026-01-02.csv', 'Australia/Sydney', '2025-04-07', 7.54],
    ['prices/REMX_alm0421_2025-04-01_2026-10-06.csv', 'America/New_York', '2025-04-01', 39.53],
    ['prices/SPY_alpacaIEX_spookylabs_to_2025-04-04.csv', 'America/New_York', '2025-04-04', 505.93],
    ['prices/600111_chenyihui8080_2026-07-01_2026-08-27.csv', 'Asia/Shanghai', '2026-07-23', 40.27],
    ['prices/000300_CSI300_Nshiodis_to_2025-12-31.csv', 'Asia/Shanghai', '2025-12-31', 4_629.94],
  ] as const)('%s is read without a problem: it closed on %3$s at %4$s', ([path, zone, date, close]) => {
    const bar = barsOf(path, zone).find((row) => row.bar.date === date)?.bar
    expect(bar?.close).toBeCloseTo(close, 2)
  })
})
