import { describe, expect, test } from 'vitest'
import { asxHtml } from '../../jobs/providers/asx-html.ts'
import { parseYear } from '../../jobs/providers/asx-html/parse-year.ts'
import type { FilingQuery } from '../../jobs/providers/define-provider.ts'
import { answerOf } from '../support/answers.ts'
import { day } from '../support/brands.ts'
import { okOf, rehearseProvider, seedInstrument } from '../support/provider-rehearsal.ts'
import { asxHtmlRoute } from '../support/stand-in/asx-html.ts'

const query: FilingQuery = { instrument: seedInstrument('LYC.AX'), since: day('2026-11-01') }
const rehearse = async () => rehearseProvider(asxHtml, [asxHtmlRoute()], { now: '2026-11-20T05:00:00Z' })
const meet = async (fault: string) => (await rehearse()).meet(fault, query)
const firstOf = async (fault: string) => okOf(await meet(fault)).items[0]

describe('asking the ASX for its page', () => {
  test('a table a year, back to the year wanted, a second apart', async () => {
    const r = await rehearse()
    const { items, complete } = okOf(await r.ask({ ...query, since: day('2024-06-01') }))
    expect(r.standIn.log().map(({ query: asked }) => [asked.get('asxCode'), asked.get('year')])).toEqual([
      ['LYC', '2026'],
      ['LYC', '2025'],
      ['LYC', '2024'],
    ])
    expect({ rows: items.length, complete }).toEqual({ rows: 33, complete: true })
    const times = r.standIn.log().map(({ atMs }) => atMs)
    expect(times.every((ms, place) => place === 0 || ms - (times[place - 1] ?? 0) >= 1_000)).toBe(true)
  })

  test('an announcement: Sydney’s minute, the mark, the link to the page before the document', async () => {
    const { items } = okOf(await (await rehearse()).ask(query))
    expect(items[0]).toEqual({
      sourceId: '002026200',
      form: 'ANNOUNCEMENT',
      category: 'governance',
      title: 'Results of Annual General Meeting',
      titleEn: null,
      publishedOn: '2026-11-18',
      publishedAt: '2026-11-17T21:30:00.000Z',
      precision: 'minute',
      url: 'https://www.asx.com.au/asx/v2/statistics/displayAnnouncement.do?display=pdf&idsId=002026200',
      priceSensitive: false,
      details: { fileSize: '189KB' },
    })
    expect(items.filter(({ priceSensitive }) => priceSensitive === true).map(({ title }) => title)).toContain(
      'Trading Halt',
    )
    expect(items.map(({ title }) => title)).toContain('Change of Director’s Interest Notice')
  })

  test('F34: the hour that the end of summer time doubles is the earlier one; noon and midnight', async () => {
    expect((await firstOf('F34-fold'))?.publishedAt).toBe('2026-04-04T15:30:00.000Z')
    expect((await firstOf('noon'))?.publishedAt).toBe('2026-11-18T01:05:00.000Z')
    expect((await firstOf('midnight'))?.publishedAt).toBe('2026-11-17T13:05:00.000Z')
  })
})

describe('the ASX’s page at its worst', () => {
  test('no announcements in words is empty, no table at all is broken', async () => {
    expect(await meet('empty')).toMatchObject({ kind: 'empty' })
    expect(await meet('redesigned')).toMatchObject({ kind: 'broken', why: 'schema' })
  })

  test('the table of the whole market: the filter was passed over', async () => {
    expect(await meet('F30')).toMatchObject({ kind: 'broken', why: 'filter-ignored' })
  })

  test('the wall, and a page cut off, are no list', async () => {
    expect(await meet('wall')).toMatchObject({ kind: 'blocked', why: 'challenge' })
    expect(await meet('H01')).toMatchObject({ kind: 'broken', why: 'truncated' })
  })

  test('H24: a row without a date is kept apart', async () => {
    expect(await meet('H24')).toMatchObject({
      kind: 'ok',
      rejects: [{ index: 1, reason: 'no date, headline or link' }],
    })
  })

  test('whatever is in the cells, nothing is thrown and no script gets into a title', () => {
    const row = (cells: string) => answerOf(`<html><table><tr>${cells}</tr></table></html>`)
    const read = (cells: string) => parseYear(row(cells), { code: 'LYC', year: 2026 })
    expect(read('<td>99/99/2026 8:30 am</td><td></td><td><a href="?idsId=1">x</a></td>')).toMatchObject({
      kind: 'broken',
    })
    expect(
      read(
        '<td>18/11/2026<br>8:30 am<td class="pricesens"><td><a href="?idsId=1">A <script>alert(1)</script>&lt;b&gt;</a>',
      ),
    ).toMatchObject({ kind: 'ok', items: [{ title: 'A <b>' }] })
  })
})
