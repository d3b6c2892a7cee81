import { getCompanyDates, putCompanyDate } from '@oreline/shared/api/company-dates.ts'
import { getPolicyCalendar } from '@oreline/shared/api/policy-calendar.ts'
import { getPolicyEventHistory } from '@oreline/shared/api/policy-edits.ts'
import { getPolicyEvent } from '@oreline/shared/api/policy-events.ts'
import { postPolicyOutcome } from '@oreline/shared/api/policy-outcomes.ts'
import ICAL from 'ical.js'
import { XMLValidator } from 'fast-xml-parser'
import { describe, expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { aFiling, takeInReference, writeActions, writeFilings } from '../../support/store-rows.ts'
import { day } from '../../support/brands.ts'

const list = '/api/v1/policy-calendar'
const on = '2026-11-21'
const seededAt = instant('2026-11-20T08:00:00.000Z')
const PAUSE = 'cn-2025-11-07-mofcom-70-suspension'
const outcomes = `/api/v1/policy-events/${PAUSE}/outcomes`
const reason = {
  by: 'Ada',
  why: 'the ministry has published an extension',
  sources: [
    { name: 'MOFCOM', url: 'https://example.org/a', date: '2026-11-20' },
    { name: 'A newspaper', url: 'https://example.org/b', date: '2026-11-21' },
  ],
}

describe('the calendar on 21 November 2026', () => {
  test('has 10 November 2026 as passed and unconfirmed, and 27 November six days ahead', async ({
    shipped,
  }) => {
    const { data } = await read(shipped, getPolicyCalendar, `${list}?at=${on}&days=30`)
    const passed = data.filter(({ passed_unconfirmed }) => passed_unconfirmed)
    expect(passed.filter(({ date }) => date === '2026-11-10')).toHaveLength(7)
    expect(passed.find(({ event }) => event === PAUSE)).toMatchObject({
      kind: 'end',
      days_left: -11,
      confidence: 'verified',
      state: { value: 'effective', unconfirmed: true },
    })
    expect(data.find(({ id }) => id === 'cn-2025-11-09-mofcom-72-suspension.end')).toMatchObject({
      date: '2026-11-27',
      last_day: '2026-11-27',
      precision: 'day',
      days_left: 6,
      confidence: 'verified',
      source: { name: 'MOFCOM Announcement No. 72 of 2025, seen at clarkhill.com' },
      passed_unconfirmed: false,
    })
    const keys = data.map(({ date, id }) => `${date} ${id}`)
    expect(keys).toEqual(keys.toSorted())
    expect(data.every(({ date }) => date <= '2026-12-21')).toBe(true)
    for (const { source } of data) expect(source.name).not.toBe('')
  })

  test('is read on any day that may be asked about', async ({ shipped }) => {
    for (const [at, days] of [
      ['1000-01-01', 0],
      ['8999-12-31', 40_000],
    ] as const)
      await read(shipped, getPolicyCalendar, `${list}?at=${at}&days=${days}`)
  })

  test('bounds what lies ahead by `days`, never what has passed; filters narrow it', async ({ shipped }) => {
    const passedOf = (rows: readonly { passed_unconfirmed: boolean }[]) =>
      rows.filter((row) => row.passed_unconfirmed).length
    const all = (await read(shipped, getPolicyCalendar, `${list}?at=${on}`)).data
    const today = (await read(shipped, getPolicyCalendar, `${list}?at=${on}&days=0`)).data
    expect(today).toHaveLength(passedOf(all))
    const asked = async (query: string) =>
      (await read(shipped, getPolicyCalendar, `${list}?at=${on}&${query}`)).data
    expect(new Set((await asked('jurisdiction=CN')).map((row) => row.jurisdiction))).toEqual(new Set(['CN']))
    expect((await asked('kind=results,activities')).map(({ basis }) => basis)).toEqual(
      Array.from({ length: 18 }, () => 'deadline'),
    )
    expect((await asked('ticker=600111.SS&kind=ex-date'))[0]).toMatchObject({
      date: '2027-06-10',
      precision: 'approximate',
      source: { date: '2026-06-11' },
    })
    expect(await ask(shipped, `${list}?ticker=XYZ`)).toMatchObject({
      status: 404,
      json: { parameter: 'ticker' },
    })
  })

  test('says from what dates of companies are worked out, and who was never asked', async ({ shipped }) => {
    const { data, meta } = await read(shipped, getCompanyDates, '/api/v1/company-dates')
    expect(data.map(({ ticker }) => ticker).toSorted()).toEqual(['600111.SS', 'LYC.AX', 'MP', 'UUUU'])
    expect(data.find(({ ticker }) => ticker === 'MP')).toMatchObject({
      filings: 0,
      dividends: 0,
      recorded: [],
    })
    expect(data.find(({ ticker }) => ticker === '600111.SS')).toMatchObject({ newest_ex_date: '2026-06-11' })
    expect(meta.unanswered).toEqual(['asx', 'sec', 'sse'])
  })
})

test('a company’s past makes its next date likely, what an operator records stands before it', async ({
  app,
  db,
}) => {
  await takeInReference(db, seededAt)
  await writeFilings(db, { at: seededAt, ticker: 'MP' }, [
    aFiling('r', '2026-02-26', { category: 'results', title: 'Current report: Results of operations' }),
    aFiling('k', '2026-02-27', { form: '10-K', details: { reportDate: '2025-12-31' } }),
  ])
  await writeActions(db, { at: seededAt, ticker: 'LYC.AX' }, [
    { kind: 'dividend', exDate: day('2026-03-05'), amount: 0.1, currency: 'AUD', flags: [] },
  ])
  const next = async (query = '') =>
    (await read(app, getPolicyCalendar, `${list}?ticker=MP&kind=results&at=${on}${query}`)).data[0]
  expect(await next()).toMatchObject({
    basis: 'estimated',
    date: '2027-02-25',
    precision: 'approximate',
    latest: { date: '2027-03-01' },
    source: { url: 'https://example.org/r' },
  })
  const sources = async (query: string) =>
    (await read(app, getPolicyCalendar, `${list}?at=${on}&${query}`)).meta.sources
  expect(await sources('ticker=MP&kind=results')).toEqual(['sec', 'rule'])
  expect(await sources('ticker=LYC.AX&kind=ex-date')).toEqual(['yahoo'])
  expect(await sources('jurisdiction=CN')).toEqual(['seed'])
  expect((await read(app, getCompanyDates, '/api/v1/company-dates')).meta.sources).toEqual(['sec', 'yahoo'])
  const address = '/api/v1/company-dates/MP/results/year-to-2026-12-31'
  const body = { date: '2027-02-23', precision: 'day', note: null, base: null, reason }
  const { status, json } = await ask(app, address, { method: 'PUT', body })
  expect(status).toBe(200)
  const { data: put } = putCompanyDate.response.parse(json)
  expect(await next()).toMatchObject({ basis: 'announced', date: '2027-02-23', revision: put.revision })
  expect(await next(`&as_of=2026-11-20T09:00:00.000Z`)).toMatchObject({ basis: 'estimated' })

  expect(await ask(app, address, { method: 'PUT', body })).toMatchObject({
    status: 409,
    json: { code: 'edit-conflict', held: { revision: put.revision } },
  })
  expect(await ask(app, '/api/v1/company-dates/XYZ/results/x', { method: 'PUT', body })).toMatchObject({
    status: 404,
    json: { parameter: 'ticker' },
  })
  const end = { base: put.revision, reason }
  expect(await ask(app, address, { method: 'DELETE', body: end })).toMatchObject({ status: 200 })
  expect(await next()).toMatchObject({ basis: 'estimated' })
  expect(await ask(app, address, { method: 'DELETE', body: end })).toMatchObject({ status: 404 })
})

test('an outcome with its source ends the doubt, moves the date, and stands in the history', async ({
  app,
  db,
}) => {
  await takeInReference(db, seededAt)
  const held = async () => (await read(app, getPolicyEvent, `/api/v1/policy-events/${PAUSE}?at=${on}`)).data
  const { revision: base } = await held()
  const outcome = {
    kind: 'end',
    what: 'extended',
    date: '2026-11-10',
    until: '2027-11-10',
    note: 'Extended by a year.',
    base,
    reason,
  }
  const refused = await ask(app, outcomes, { method: 'POST', body: { ...outcome, until: '2026-11-09' } })
  expect(refused).toMatchObject({ status: 400, json: { parameter: 'until' } })
  const early = await ask(app, outcomes, {
    method: 'POST',
    body: { ...outcome, what: 'superseded', until: null, by: 'no-such-event' },
  })
  expect(early).toMatchObject({ status: 400, json: { parameter: 'event.superseded_by.0' } })
  expect((await held()).revision).toBe(base)

  const first = await ask(app, '/calendar.ics')
  const { status, json } = await ask(app, outcomes, { method: 'POST', body: outcome })
  expect([status, postPolicyOutcome.response.parse(json).data]).toMatchObject([
    200,
    { id: PAUSE, state: { value: 'effective', since: '2025-11-07' }, also_changed: [] },
  ])
  expect((await held()).state).toEqual({ value: 'effective', since: '2025-11-07' })
  const { data } = await read(app, getPolicyCalendar, `${list}?at=${on}`)
  expect(data.filter(({ event }) => event === PAUSE)).toMatchObject([
    { kind: 'end', date: '2027-11-10', passed_unconfirmed: false },
  ])
  const history = await read(app, getPolicyEventHistory, `/api/v1/policy-events/${PAUSE}/history`)
  expect(history.data[0]).toMatchObject({ action: 'outcome', by: 'Ada', sources: reason.sources })
  expect(await ask(app, outcomes, { method: 'POST', body: outcome })).toMatchObject({
    status: 409,
    json: { parameter: 'base' },
  })

  const moved = await ask(app, '/calendar.ics')
  expect(moved.headers['etag']).not.toBe(first.headers['etag'])
  const start = (text: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((entry) => new ICAL.Event(entry))
      .find(({ uid }) => uid === `${PAUSE}.end@oreline`)
      ?.startDate.toString()
  expect([start(first.text), start(moved.text)]).toEqual(['2026-11-10', '2027-11-10'])
  const { text: feed } = await ask(app, '/feed.atom?limit=1')
  expect(feed).toContain(`<id>tag:oreline,2026:event:${PAUSE}</id>`)
})

describe('what others subscribe to', () => {
  test.for([
    ['/calendar.ics', 'text/calendar; charset=utf-8'],
    ['/feed.atom', 'application/atom+xml; charset=utf-8'],
  ] as const)(
    '%s has its type and a strong tag, and refuses what it does not know',
    async ([path, type], { shipped }) => {
      const { status, headers } = await ask(shipped, path)
      expect([status, headers['content-type']]).toEqual([200, type])
      const tag = String(headers['etag'])
      expect(await ask(shipped, path, { headers: { 'if-none-match': tag } })).toMatchObject({
        status: 304,
        text: '',
      })
      const problems = [
        ['nonsense=1', 'nonsense'],
        ['jurisdiction=china', 'jurisdiction'],
        ['element=Xx', 'element'],
      ] as const
      for (const [query, parameter] of problems) {
        const refused = await ask(shipped, `${path}?${query}`)
        expect(refused).toMatchObject({ status: 400, json: { parameter } })
        expect(refused.headers['content-type']).toContain('application/problem+json')
      }
      expect(await ask(shipped, `${path}?ticker=XYZ`)).toMatchObject({
        status: 404,
        json: { parameter: 'ticker' },
      })
    },
  )

  test('the filters narrow them, links lead to the public address', async ({ shipped }) => {
    const { text } = await ask(shipped, '/calendar.ics?jurisdiction=CN&days=30&alarm=1')
    const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    expect(entries.length).toBeGreaterThan(2)
    for (const entry of entries) {
      expect(String(entry.getFirstPropertyValue('categories'))).toBeDefined()
      expect(String(entry.getFirstPropertyValue('url'))).toMatch(
        /^http:\/\/127\.0\.0\.1:4600\/events\/(cn|us-cn)-/,
      )
      const isPassed = String(entry.getFirstPropertyValue('summary')).startsWith('Outcome unconfirmed')
      expect(entry.getAllSubcomponents('valarm')).toHaveLength(isPassed ? 0 : 1)
    }
    // As the page reads any day, so does the file: the pause of Announcement 61 and 62 lies ahead of December 2025.
    const then = await ask(shipped, '/calendar.ics?jurisdiction=CN&at=2025-12-01')
    expect(then.text).toContain('DTSTART;VALUE=DATE:20261110')
    expect(then.text).not.toContain('outcome unconfirmed')
    const { text: feed } = await ask(shipped, '/feed.atom?instrument=price-floor')
    expect(XMLValidator.validate(feed)).toBe(true)
    expect(feed.match(/<entry>/g)).toHaveLength(2)
  })
})
