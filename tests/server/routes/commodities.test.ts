/** Commodity series and files over HTTP, with the real figures of a real file. */
import { getCommodityPoints, getCommodities } from '@oreline/shared/api/commodities.ts'
import { importPreviewSchema, importRowSchema } from '@oreline/shared/api/imports.ts'
import { commoditySchema } from '@oreline/shared/domain/commodities/commodity.ts'
import { describe, expect } from 'vitest'
import * as z from 'zod'
import { ask, read, test } from '../../support/app.ts'
import { aCommodity } from '../../support/commodity.ts'
import { instant } from '../../support/brands.ts'
import { hasSharedData, sharedText } from '../../support/shared-data.ts'
import { takeInReference, writeRates } from '../../support/store-rows.ts'

const ndMetal = commoditySchema.parse({
  id: 'nd-metal-fob-china',
  name: 'Neodymium metal 99.5 %, FOB China',
  elements: ['Nd'],
  form: 'metal',
  currency: 'USD',
  per: 'kg',
  vat_percent: 0,
  incoterm: 'FOB China',
  purity_percent: 99.5,
  frequency: 'daily',
  source: 'KOMIS',
  licence_note: 'read with attribution',
})
const notes = { source_note: 'KOMIS', licence_note: 'read with attribution' }
const komis = 'commodity/derived_komis_nd_ce_metal_usdkg_2024-01-02_2026-04-10.csv'
const ndColumn = 'nd_metal_99_5_fob_china_usd_kg'

const pointsOf = (id: string, query = '') => `/api/v1/commodities/${id}/points?${query}`
const previewIn = (json: unknown) => z.object({ data: importPreviewSchema }).parse(json).data
const { id: _, ...description } = aCommodity
const ndOxide = `/api/v1/commodities/${aCommodity.id}`

describe.skipIf(!hasSharedData)('the prices of neodymium metal that KOMIS lists, from its file', () => {
  const body = (fields: object) => ({
    file_name: 'komis.csv',
    text: sharedText(komis),
    fields: { kind: 'commodity', series: ndMetal, ...notes, ...fields },
  })

  test('are taken in and served, 63.51 USD/kg on 2024-01-02 and 120.42 on 2026-04-10, and taken back', async ({
    app,
    db,
  }) => {
    await takeInReference(db, instant('2026-11-20T08:00:00.000Z'))
    // Two columns could be the price, and nobody has said which.
    const unsaid = await ask(app, '/api/v1/imports/preview', { method: 'POST', body: body({}) })
    expect(previewIn(unsaid.json).problems).toMatchObject([{ problem: expect.stringContaining(ndColumn) }])
    const said = body({ columns: { value: ndColumn } })
    const preview = await ask(app, '/api/v1/imports/preview', { method: 'POST', body: said })
    expect(previewIn(preview.json)).toMatchObject({
      rows: 520,
      new_rows: 520,
      first_day: '2024-01-02',
      last_day: '2026-04-10',
      problem_count: 0,
      columns: [{ means: 'date' }, { means: 'value' }, { means: null }],
    })
    const taken = await ask(app, '/api/v1/imports', { method: 'POST', body: said })
    expect(taken.status).toBe(201)
    const { id } = z.object({ data: importRowSchema }).parse(taken.json).data
    const { data, meta } = await read(app, getCommodityPoints, pointsOf(ndMetal.id))
    expect([data[0]?.value, data.at(-1)?.value, data.at(-1)?.unit]).toEqual([63.51, 120.42, 'USD/kg'])
    expect(meta).toMatchObject({
      units: { value: 'USD/kg' },
      currency: 'USD',
      adjusted: null,
      sources: ['import'],
    })
    const oxide = await read(app, getCommodityPoints, pointsOf(ndMetal.id, 'form=oxide&limit=1'))
    expect(oxide.data[0]?.value).toBeCloseTo(63.51 * 0.85735, 3)
    expect(oxide.meta).toMatchObject({ adjusted: 'per oxide holding it: Nd2O3 is 85.74 % metal by mass' })
    expect((await read(app, getCommodities, '/api/v1/commodities')).data).toMatchObject([
      { id: ndMetal.id, points: 520, newest_day: '2026-04-10', newest_value: 120.42 },
    ])
    expect(await ask(app, `/api/v1/imports/${id}/undo`, { method: 'POST' })).toMatchObject({ status: 200 })
    expect((await read(app, getCommodityPoints, pointsOf(ndMetal.id))).data).toEqual([])
    const again = await ask(app, `/api/v1/imports/${id}/undo`, { method: 'POST' })
    expect([again.status, again.json]).toMatchObject([409, { code: 'already-undone' }])
  })
})

describe('a commodity series', () => {
  test('is described, gets points, and is converted by the rate of the day', async ({ app, db }) => {
    await writeRates(db, { at: instant('2025-07-09T15:00:00.000Z') }, [
      ['CNY', '2025-07-09', 8.52],
      ['USD', '2025-07-09', 1.2],
    ])
    expect(await ask(app, ndOxide, { method: 'PUT', body: description })).toMatchObject({ status: 200 })
    const points = {
      points: [
        { date: '2025-07-09', value: 500_000 },
        { date: '2025-07-25', value: 510_000 },
      ],
    }
    const written = await ask(app, `${ndOxide}/points`, { method: 'POST', body: points })
    expect(written.json).toMatchObject({ data: { rows_read: 2, rows_written: 2 } })
    const again = await ask(app, `${ndOxide}/points`, { method: 'POST', body: points })
    expect(again.json).toMatchObject({ data: { rows_written: 0 } })
    const converted = await read(
      app,
      getCommodityPoints,
      pointsOf(aCommodity.id, 'currency=USD&per=kg&vat=without'),
    )
    expect(converted.data[0]?.value).toBeCloseTo(62.32, 2)
    expect(converted.data[0]).toMatchObject({ fx_date: '2025-07-09', unit: 'USD/kg' })
    // Sixteen days later no rate is near enough.
    expect(converted.data[1]).toMatchObject({ value: null, fx_date: null })
    expect(converted.meta).toMatchObject({ currency: 'USD', sources: ['import', 'ecb'] })
  })

  test('refuses what cannot be converted, a day twice, and points of nobody, by name', async ({ app }) => {
    await ask(app, ndOxide, { method: 'PUT', body: { ...description, vat_percent: null } })
    const refused = await ask(app, pointsOf(aCommodity.id, 'vat=without'))
    expect([refused.status, refused.json]).toMatchObject([400, { parameter: 'vat' }])
    const twice = { points: [1, 2].map((value) => ({ date: '2025-07-09', value })) }
    expect((await ask(app, `${ndOxide}/points`, { method: 'POST', body: twice })).json).toMatchObject({
      parameter: 'points',
    })
    expect(await ask(app, pointsOf('nobodys'))).toMatchObject({
      status: 404,
      json: { code: 'unknown-commodity' },
    })
    const wrong = await ask(app, ndOxide, { method: 'PUT', body: { ...description, vat_percent: 99 } })
    expect(wrong.json).toMatchObject({ status: 400, parameter: 'vat_percent' })
  })
})

describe('a file over HTTP', () => {
  test('names the field that is wrong, and is refused with its problems', async ({ app, db }) => {
    await takeInReference(db, instant('2026-11-20T08:00:00.000Z'))
    const fields = { kind: 'fx', ...notes }
    const body = { file_name: 'fx.csv', text: 'Date,USD\n2025-07-09,"1,17"\n', fields }
    const noLicence = { ...body, fields: { ...fields, licence_note: '' } }
    expect((await ask(app, '/api/v1/imports', { method: 'POST', body: noLicence })).json).toMatchObject({
      status: 400,
      parameter: 'fields.licence_note',
    })
    expect((await ask(app, '/api/v1/imports', { method: 'POST', body })).json).toMatchObject({
      status: 422,
      code: 'unreadable-file',
      errors: [{ parameter: 'text', detail: 'line 2, USD: 1,17 has a decimal comma: write 1.17' }],
      problem_count: 1,
    })
  })

  test('may be of megabytes where another body may not', async ({ app }) => {
    const text = `Date,USD\n${'2025-07-09,1.17\n'.repeat(20_000)}`
    const body = { file_name: 'fx.csv', text, fields: { kind: 'fx', ...notes } }
    const preview = await ask(app, '/api/v1/imports/preview', { method: 'POST', body: { ...body } })
    // Taken up and read: it lacks only the calendars, which this store has none of.
    expect(preview.json).toMatchObject({ code: 'not-ready' })
    const big = await ask(app, ndOxide, { method: 'PUT', body: { ...description, name: text } })
    expect(big.status).toBe(413)
  })

  test('comes from Oreline’s own page or from no page', async ({ app }) => {
    const headers = { origin: 'https://evil.example', 'content-type': 'application/json' }
    const body = { file_name: 'fx.csv', text: 'Date,USD', fields: { kind: 'fx', ...notes } }
    for (const url of ['/api/v1/imports', '/api/v1/imports/preview', '/api/v1/imports/1/undo'])
      expect(await ask(app, url, { method: 'POST', body, headers })).toMatchObject({ status: 403 })
  })
})
