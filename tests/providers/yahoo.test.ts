import { describe, expect, test } from 'vitest'
import { day } from '../support/brands.ts'
import { afterTheClose, historyOf, quoteQuery, rehearseYahoo } from '../support/yahoo-rehearsal.ts'

describe('asking Yahoo', () => {
  test('the address, the headers and the gap of 1.5 s', async () => {
    const r = await rehearseYahoo()
    await r.ask(quoteQuery('LYC.AX', '2026-11-16', '2026-11-20'))
    await r.ask(quoteQuery('600111.SS'))
    const [first, second] = r.standIn.log()
    // Midnight in Sydney (UTC+11) of 16 and 21 November 2026.
    expect(first?.path).toBe(
      '/v8/finance/chart/LYC.AX?period1=1794747600&period2=1795179600&interval=1d&events=div%7Csplit&includePrePost=false&lang=en-US',
    )
    expect(first?.headers['user-agent']).toMatch(/^Mozilla\/5\.0 .*Chrome/)
    expect(first?.headers['accept']).toBe('application/json,text/plain,*/*')
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(1_500)
  })

  test('the backfill begins on 2020-01-01 and gives every session of the calendar', async () => {
    const r = await rehearseYahoo()
    const { bars, gaps } = historyOf(await r.ask(quoteQuery('UUUU', null)))
    expect(bars[0]?.date).toBe('2020-01-02')
    expect(bars.at(-1)?.date).toBe('2026-11-20')
    expect(bars).toHaveLength(
      quoteQuery('UUUU').sessions.dates.filter((date) => date <= day('2026-11-20')).length,
    )
    expect(gaps).toEqual([])
    expect(
      bars.every(
        ({ status, basis, flags }) => status === 'final' && basis === 'splits' && flags.length === 0,
      ),
    ).toBe(true)
  })

  test('the User-Agent can be set; one of a library gets a 429 and silence for five minutes', async () => {
    const own = await rehearseYahoo(afterTheClose, { yahooUserAgent: 'Mozilla/5.0 (mine)' })
    await own.ask(quoteQuery())
    expect(own.standIn.log()[0]?.headers['user-agent']).toBe('Mozilla/5.0 (mine)')
    const library = await rehearseYahoo(afterTheClose, { yahooUserAgent: 'python-requests/2.32' })
    expect(await library.ask(quoteQuery())).toMatchObject({ kind: 'blocked', why: '429' })
    expect(await library.ask(quoteQuery())).toMatchObject({ kind: 'blocked', why: '429' })
    expect(library.standIn.log()).toHaveLength(1)
  })

  test('every answer is kept with its question and the parser’s version', async () => {
    const r = await rehearseYahoo()
    await r.ask(quoteQuery())
    expect(r.payloads.kept()).toMatchObject([
      {
        source: 'yahoo',
        requestKey: 'MP/chart',
        outcome: 'ok',
        parserVersion: 1,
        status: 200,
        parseFailed: false,
      },
    ])
  })

  test('a 5xx of query1 is asked again of query2', async () => {
    const r = await rehearseYahoo()
    expect(await r.meet('H11', quoteQuery())).toMatchObject({ kind: 'ok' })
    expect(r.standIn.log()).toHaveLength(2)
  })

  test('the same bytes read later are read again: a provisional bar becomes final without a new byte', async () => {
    const r = await rehearseYahoo()
    const first = await r.askWhole(quoteQuery())
    r.payloads.settle(first.payloadIds)
    expect(await r.ask(quoteQuery())).toMatchObject({ kind: 'ok' })
  })

  test('an instrument without a Yahoo symbol is not carried', async () => {
    const { yahoo: _symbol, ...instrument } = quoteQuery().instrument
    const r = await rehearseYahoo()
    await expect(r.ask({ ...quoteQuery(), instrument })).rejects.toThrow('only asked for what it carries')
  })
})

describe('the day of a bar is the session’s, its state the calendar’s', () => {
  test('Q10: an ASX summer bar (23:00Z of the day before) and a winter bar (00:00Z) land on their Sydney days', async () => {
    const r = await rehearseYahoo()
    const { bars } = historyOf(await r.ask(quoteQuery('LYC.AX', '2026-09-28', '2026-10-09')))
    // Summer time begins on Sunday 4 October 2026; Monday 5 October is a session.
    expect(bars.map(({ date }) => date)).toEqual([
      '2026-09-28',
      '2026-09-29',
      '2026-09-30',
      '2026-10-01',
      '2026-10-02',
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
      '2026-10-08',
      '2026-10-09',
    ])
    const { text } = { text: Buffer.from(r.payloads.kept()[0]?.body ?? []).toString() }
    expect(text).toContain(String(Date.parse('2026-10-02T00:00:00Z') / 1_000))
    expect(text).toContain(String(Date.parse('2026-10-04T23:00:00Z') / 1_000))
  })

  test('Q10: New York before and after the change of 1 November 2026 (13:30Z, 14:30Z)', async () => {
    const r = await rehearseYahoo()
    const { bars } = historyOf(await r.ask(quoteQuery('MP', '2026-10-30', '2026-11-03')))
    expect(bars.map(({ date }) => date)).toEqual(['2026-10-30', '2026-11-02', '2026-11-03'])
  })

  test('Q05: during the session the last bar is provisional, stamped with the last trade', async () => {
    const r = await rehearseYahoo('2026-11-20T20:41:00Z')
    const { bars, gaps } = historyOf(await r.ask(quoteQuery()))
    expect(bars.at(-1)).toMatchObject({ date: '2026-11-20', status: 'provisional' })
    expect(bars.at(-2)).toMatchObject({ date: '2026-11-19', status: 'final' })
    expect(gaps).toEqual([])
  })

  test('Q05: the last trade makes a provisional bar of a day that no row has yet', async () => {
    const r = await rehearseYahoo('2026-11-20T20:41:00Z')
    const { bars } = historyOf(await r.meet('live-only-in-meta', quoteQuery()))
    expect(bars.at(-1)).toMatchObject({
      date: '2026-11-20',
      status: 'provisional',
      open: null,
      adjClose: null,
    })
  })

  test('Q39: a half-day closes at 13:00 in New York; its bar is final at 13:20', async () => {
    const before = await rehearseYahoo('2026-11-27T18:19:00Z')
    const after = await rehearseYahoo('2026-11-27T18:20:00Z')
    const query = quoteQuery('MP', '2026-11-20', '2026-11-27')
    expect(historyOf(await before.ask(query)).bars.at(-1)).toMatchObject({
      date: '2026-11-27',
      status: 'provisional',
    })
    expect(historyOf(await after.ask(query)).bars.at(-1)).toMatchObject({
      date: '2026-11-27',
      status: 'final',
    })
  })

  test('Q40: an ASX bar fetched at 16:05 awaits the auction, at 16:40 it is final', async () => {
    const before = await rehearseYahoo('2026-11-20T05:05:00Z')
    const after = await rehearseYahoo('2026-11-20T05:40:00Z')
    const query = quoteQuery('LYC.AX')
    expect(historyOf(await before.ask(query)).bars.at(-1)).toMatchObject({ status: 'provisional' })
    expect(historyOf(await after.ask(query)).bars.at(-1)).toMatchObject({
      date: '2026-11-20',
      status: 'final',
    })
  })

  test('Q09: stamps of midnight UTC name their UTC day; New York’s are marked', async () => {
    const r = await rehearseYahoo()
    const { bars, warnings } = historyOf(await r.meet('Q09', quoteQuery()))
    expect(bars.map(({ date }) => date)).toEqual(
      quoteQuery().sessions.dates.filter((date) => date >= '2026-10-26' && date <= '2026-11-20'),
    )
    expect(bars.every(({ flags }) => flags.includes('utc_midnight'))).toBe(true)
    expect(warnings).toContainEqual({ code: 'Q09', count: 20, detail: 'rows stamped with midnight UTC' })
  })

  test('Q11: meta.gmtoffset plays no part (the stand-in says +10 h of every exchange)', async () => {
    const r = await rehearseYahoo()
    expect(historyOf(await r.ask(quoteQuery('600111.SS'))).bars.at(-1)?.date).toBe('2026-11-20')
  })
})
