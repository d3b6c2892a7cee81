import type { EuroRate } from '@oreline/shared/domain/fx/rate.ts'
import { describe, expect, test } from 'vitest'
import { ecb } from '../../jobs/providers/ecb.ts'
import { readCsv } from '../../jobs/providers/ecb/csv.ts'
import { parseHistory, parseRecent } from '../../jobs/providers/ecb/parse-rates.ts'
import type { FxQuery } from '../../jobs/providers/define-provider.ts'
import { answerOf, recordedAnswer } from '../support/answers.ts'
import { okOf, rehearseProvider } from '../support/provider-rehearsal.ts'
import { seedCalendars } from '../support/seed-files.ts'
import { hasSharedData, recordings } from '../support/shared-data.ts'
import { ecbRoute } from '../support/stand-in/ecb.ts'

const { target } = seedCalendars()
const recent: FxQuery = { mode: 'recent', target }
const history: FxQuery = { mode: 'history', target }
/** Friday 20 November 2026, 17:00 in Frankfurt. */
const rehearse = async (now = '2026-11-20T16:00:00Z') => rehearseProvider(ecb, [ecbRoute()], { now })
const meet = async (fault: string, query = recent) => (await rehearse()).meet(fault, query)
const of = (rates: readonly EuroRate[], currency: string): readonly EuroRate[] =>
  rates.filter((rate) => rate.currency === currency)

describe('asking the ECB', () => {
  test('90 days of XML: one rate per currency and TARGET day, newest first', async () => {
    const r = await rehearse()
    const { items, warnings, rejects, complete } = okOf(await r.ask(recent))
    expect(r.standIn.log()[0]?.path).toBe('/stats/eurofxref/eurofxref-hist-90d.xml')
    const dollars = of(items, 'USD')
    expect(dollars[0]?.date).toBe('2026-11-20')
    expect(dollars).toHaveLength(65)
    expect(of(items, 'BGN')).toEqual([])
    expect({ warnings, rejects, complete }).toEqual({ warnings: [], rejects: [], complete: true })
  })

  test('the history from a zip; a currency that ended keeps its rows (X05)', async () => {
    const r = await rehearse()
    const { items } = okOf(await r.ask(history))
    expect(r.standIn.log()[0]?.path).toBe('/stats/eurofxref/eurofxref-hist.zip')
    expect(of(items, 'AUD').at(-1)?.date).toBe('2020-01-01')
    expect(of(items, 'BGN')[0]?.date).toBe('2025-12-31')
  })

  test('X02: no rate on a TARGET holiday or weekend', async () => {
    const { items } = okOf(await (await rehearse()).ask(history))
    const days = new Set(items.map(({ date }) => String(date)))
    // Good Friday and Easter Monday 2026, 1 May, and a Saturday.
    for (const closed of ['2026-04-03', '2026-04-06', '2026-05-01', '2026-11-14'])
      expect(days).not.toContain(closed)
  })

  test('the same bytes are passed over once their rates are stored', async () => {
    const r = await rehearse()
    r.payloads.settle((await r.askWhole(recent)).payloadIds)
    expect(await r.ask(recent)).toMatchObject({ kind: 'unchanged' })
  })
})

describe('the ECB’s files at their worst', () => {
  test('X01: names in the header, N/A, spaces, "13 April 2026", a comma at the end of each line', () => {
    expect(readCsv('Date, USD, JPY, BGN, \n13 April 2026, 1.1684, 186.75, N/A, \n')).toEqual({
      quotes: [
        { index: 0, date: '2026-04-13', currency: 'USD', rate: 1.1684 },
        { index: 0, date: '2026-04-13', currency: 'JPY', rate: 186.75 },
      ],
      rejects: [],
    })
  })

  test('X01: a short last row is a file cut off, a short row before it is a reject', () => {
    expect(readCsv('Date,USD,AUD,\n2026-04-13,1.1,1.6,\n2026-04-10,1.1')).toMatchObject({ why: 'truncated' })
    expect(readCsv('Date,USD,AUD,\n2026-04-13,1.1\n2026-04-10,1.1,1.6,\n')).toMatchObject({
      rejects: [{ index: 0 }],
    })
    expect(readCsv('<html></html>')).toMatchObject({ kind: 'broken', why: 'schema' })
  })

  test('X03: a file that lacks the last TARGET day before today is stored, and said to be old', async () => {
    expect(okOf(await meet('X03')).warnings).toEqual([
      { code: 'X03', detail: 'newest rates are of 2026-11-17' },
    ])
    // On Saturday Friday’s rates are due, and they are there.
    const saturday = await rehearse('2026-11-21T10:00:00Z')
    expect(okOf(await saturday.ask(recent)).warnings).toEqual([])
  })

  test('X04: a past value that changed comes as any other; the store keeps both', async () => {
    expect(of(okOf(await meet('X04')).items, 'AUD').filter(({ perEur }) => perEur === 1.7123)).toHaveLength(1)
  })

  test('X08: another name for the CSV is fine, no CSV or no zip is broken', async () => {
    expect(await meet('X08-name', history)).toMatchObject({ kind: 'ok' })
    expect(await meet('X08-no-csv', history)).toMatchObject({ kind: 'broken', detail: 'no CSV in the zip' })
    expect(await meet('X08-no-zip', history)).toMatchObject({ kind: 'broken', detail: 'not a zip' })
  })

  test.for(['X09-zero', 'X09-negative', 'X09-jump', 'X09-newest'])(
    '%s: that rate is kept apart, all others are good',
    async (fault) => {
      const usual = okOf(await (await rehearse()).ask(recent)).items.length
      const { items, rejects } = okOf(await meet(fault))
      expect(rejects).toHaveLength(1)
      expect(items).toHaveLength(usual - 1)
    },
  )

  test('H24: half of the rates impossible: the file is broken', async () => {
    expect(await meet('H24-many')).toMatchObject({ kind: 'broken', why: 'schema' })
  })

  test('a page for people, and XML cut off, are never rates', async () => {
    expect(await meet('H04')).toMatchObject({ kind: 'broken', why: 'html-instead' })
    expect(parseRecent(answerOf('<gesmes:Envelope><Cube>'), target)).toMatchObject({ why: 'truncated' })
    expect(parseRecent(answerOf('<gesmes:Envelope></gesmes:Envelope>'), target)).toMatchObject({
      why: 'schema',
    })
  })
})

describe.skipIf(!hasSharedData)('recorded rates (skipped where ../shared/data is missing)', () => {
  const find = (ending: string) => recordings().filter(({ file }) => file.endsWith(ending))

  test('the whole history of 13 April 2026: 217,555 rates since 1999, none rejected, the lira of 2001 included', () => {
    const [reading] = find('eurofxref-hist.zip').map((recording) =>
      parseHistory(recordedAnswer(recording, '2026-04-13T16:30:00Z'), target),
    )
    if (reading?.kind !== 'ok') throw new Error(JSON.stringify(reading))
    expect(reading.items).toHaveLength(217_555)
    expect({ rejects: reading.rejects, warnings: reading.warnings }).toEqual({ rejects: [], warnings: [] })
    expect(of(reading.items, 'USD').at(-1)).toEqual({ currency: 'USD', date: '1999-01-04', perEur: 1.1789 })
    expect(of(reading.items, 'CNY').at(-1)?.date).toBe('2005-04-01')
    expect(of(reading.items, 'RUB')[0]?.date).toBe('2022-03-01')
  })

  test('one day of XML is a list of one day: 30 rates of 9 May 2025', () => {
    const [reading] = find('eurofxref-daily-2025-05-09.xml').map((recording) =>
      parseRecent(recordedAnswer(recording, '2025-05-09T16:00:00Z'), target),
    )
    if (reading?.kind !== 'ok') throw new Error(JSON.stringify(reading))
    expect(reading.items).toHaveLength(30)
    expect(of(reading.items, 'AUD')).toEqual([{ currency: 'AUD', date: '2025-05-09', perEur: 1.7572 }])
  })
})
