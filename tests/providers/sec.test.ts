import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { describe, expect, test } from 'vitest'
import type { FilingQuery } from '../../jobs/providers/define-provider.ts'
import { sec } from '../../jobs/providers/sec.ts'
import { day } from '../support/brands.ts'
import { okOf, rehearseProvider, seedInstrument } from '../support/provider-rehearsal.ts'
import { secRoute } from '../support/stand-in/sec.ts'

const now = '2026-11-20T22:00:00Z'
const mp: FilingQuery = { instrument: seedInstrument('MP'), since: day('2026-08-01') }
const rehearse = async (settings = {}) => rehearseProvider(sec, [secRoute()], { now, settings })
const filingsOf = async (query = mp, fault?: string): Promise<readonly Filing[]> => {
  const r = await rehearse()
  return okOf(await (fault === undefined ? r.ask(query) : r.meet(fault, query))).items
}
const one = (filings: readonly Filing[], wanted: (filing: Filing) => boolean): Filing => {
  const [found, ...others] = filings.filter(wanted)
  if (found === undefined || others.length > 0) throw new Error(`${others.length + 1} filings`)
  return found
}

describe('asking EDGAR', () => {
  test('one request with name and contact; the older part only when it is wanted', async () => {
    const r = await rehearse()
    await r.ask(mp)
    expect(r.standIn.log()).toMatchObject([
      { path: '/submissions/CIK0001801368.json', headers: { 'user-agent': 'Oreline reader@example.org' } },
    ])
    const { items, complete } = okOf(await r.ask({ ...mp, since: null }))
    expect(r.standIn.log().map(({ path }) => path)).toEqual([
      '/submissions/CIK0001801368.json',
      '/submissions/CIK0001801368.json',
      '/submissions/CIK0001801368-submissions-001.json',
    ])
    expect(complete).toBe(true)
    expect(items.at(-1)?.publishedOn).toBe('2020-01-15')
  })

  test('F09: the two parts overlap by a row, each accession number comes once', async () => {
    const items = await filingsOf({ ...mp, since: null })
    expect(new Set(items.map(({ sourceId }) => sourceId)).size).toBe(items.length)
  })

  test('without a contact no request leaves', async () => {
    const r = await rehearse({ secContact: null })
    expect(await r.ask(mp)).toMatchObject({ kind: 'blocked', why: 'off', detail: 'needs secContact' })
    expect(r.standIn.log()).toEqual([])
  })

  test('two requests are 150 ms apart, so that ten a second are never reached', async () => {
    const r = await rehearse()
    for (let asked = 0; asked < 12; asked += 1) await r.ask(mp)
    const times = r.standIn.log().map(({ atMs }) => atMs)
    expect(times.every((ms, place) => place === 0 || ms - (times[place - 1] ?? 0) >= 150)).toBe(true)
  })

  test('H22: the same bytes say nothing new once their rows are stored, and not before', async () => {
    const r = await rehearse()
    const first = await r.askWhole(mp)
    expect(await r.ask(mp)).toMatchObject({ kind: 'ok' })
    r.payloads.settle(first.payloadIds)
    expect(await r.ask(mp)).toMatchObject({ kind: 'unchanged', raw: { payloadId: 3 } })
    expect(r.payloads.kept().map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'unchanged'])
  })

  test('an older part that fails leaves the newer one good, incomplete, and says why', async () => {
    const r = await rehearse()
    r.standIn.scenario('sec', 'F06')
    const outcome = await r.meet('F05', { ...mp, since: null })
    expect(outcome).toMatchObject({
      kind: 'ok',
      complete: false,
      warnings: [
        { code: 'H25' },
        { code: 'partial-urgent', detail: expect.stringMatching(/^broken: schema, columns of/) },
      ],
    })
  })
})

describe('a filing of EDGAR’s', () => {
  test('links the index page, names documents, says what the items are about', async () => {
    const results = one(
      await filingsOf(),
      ({ form, publishedOn }) => form === '8-K' && publishedOn === '2026-08-06',
    )
    expect(results).toEqual({
      sourceId: '0001801368-26-000125',
      form: '8-K',
      category: 'results',
      title: 'Current report: Results of operations',
      titleEn: null,
      publishedOn: '2026-08-06',
      publishedAt: '2026-08-06T20:01:00.000Z',
      precision: 'instant',
      url: 'https://www.sec.gov/Archives/edgar/data/1801368/000180136826000125/0001801368-26-000125-index.htm',
      priceSensitive: null,
      details: {
        cik: '0001801368',
        acceptance: '2026-08-06T20:01:00.000Z',
        reportDate: '2026-08-06',
        items: ['2.02', '9.01'],
        document: 'https://www.sec.gov/Archives/edgar/data/1801368/000180136826000125/mp-2026-08-06.htm',
        description: '8-K',
      },
    })
  })

  test('F08: an amendment is a filing of its own and names the form that it amends; NT is a late filing notice', async () => {
    const items = await filingsOf({ ...mp, since: null })
    const amendment = one(items, ({ form }) => form === '10-K/A')
    expect(amendment).toMatchObject({
      title: 'Annual report, amended',
      category: 'annual-report',
      details: { amendsForm: '10-K', reportDate: '2023-12-31' },
    })
    expect(one(items, ({ form }) => form === 'NT 10-K')).toMatchObject({
      title: 'Late filing notice, annual report',
      category: 'late-filing',
    })
  })

  test('F13: filed after 17:30 in New York, it has the next day’s date and its own moment', async () => {
    const deal = one(await filingsOf(), ({ details }) => details['reportDate'] === '2025-07-09')
    expect(deal).toMatchObject({
      publishedOn: '2025-07-10',
      publishedAt: '2025-07-09T22:15:30.000Z',
      title: 'Current report: Material agreement; Unregistered sale of shares',
    })
  })

  test('F14: no document in an old row: the index page', async () => {
    const shelf = one(await filingsOf({ ...mp, since: null }), ({ form }) => form === 'S-3ASR')
    expect(shelf.url).toMatch(/-index\.htm$/)
    expect(shelf.details).not.toHaveProperty('document')
    // Its items column holds commas alone.
    expect(shelf.details).not.toHaveProperty('items')
  })

  test('F15: a rendered form has its raw XML beside it', async () => {
    const [insider] = (await filingsOf()).filter(({ form }) => form === '4')
    expect(insider).toMatchObject({ category: 'ownership', title: 'Insider: change in holdings' })
    expect(insider?.details['document']).toMatch(/\/xslF345X05\/wk-form4_1\.xml$/)
    expect(insider?.details['documentRaw']).toMatch(/\d\/wk-form4_1\.xml$/)
  })

  test('F16: only numbers are items; the rest stays raw', async () => {
    const effect = one(await filingsOf(), ({ form }) => form === 'EFFECT')
    expect(effect.details).toMatchObject({ itemsRaw: '2025-06-10 16:00:00', filedByStaff: true })
    expect(effect.details).not.toHaveProperty('items')
  })

  test('F17: a letter of the SEC’s staff, released later, keeps its old date', async () => {
    expect(one(await filingsOf(), ({ form }) => form === 'UPLOAD')).toMatchObject({
      sourceId: '9999999997-25-002345',
      category: 'correspondence',
      publishedOn: '2025-03-03',
      details: { filedByStaff: true },
    })
  })

  test('F21: SC 13G and SCHEDULE 13G are one family', async () => {
    const items = await filingsOf({ ...mp, since: null })
    const families = items.filter(({ details }) => details['family'] === '13G').map(({ form }) => form)
    expect(families).toEqual(['SCHEDULE 13G/A', 'SC 13G/A'])
  })
})
