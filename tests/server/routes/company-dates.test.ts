import { getCompanyDates, putCompanyDate } from '@oreline/shared/api/company-dates.ts'
import { getPolicyCalendar } from '@oreline/shared/api/policy-calendar.ts'
import { expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'
import { day, instant } from '../../support/brands.ts'
import { aFiling, takeInReference, writeActions, writeFilings } from '../../support/store-rows.ts'

const list = '/api/v1/policy-calendar'
const on = '2026-11-21'
const seededAt = instant('2026-11-20T08:00:00.000Z')
const reason = {
  by: 'Ada',
  why: 'the ministry has published an extension',
  sources: [
    { name: 'MOFCOM', url: 'https://example.org/a', date: '2026-11-20' },
    { name: 'A newspaper', url: 'https://example.org/b', date: '2026-11-21' },
  ],
}

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
