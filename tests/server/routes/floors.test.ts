/** Floors against a market price, with the real figures of a real file. */
import { getFloorGaps, getFloors } from '@oreline/shared/api/floors.ts'
import { describe, expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { takeInReference } from '../../support/store-rows.ts'
import { hasSharedData, sharedText } from '../../support/shared-data.ts'

const mp = 'us-2025-07-10-dod-mp-price-floor'
const series = {
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
}

test('the catalogue has two floors, and their state on a day', async ({ shipped }) => {
  const { data } = await read(shipped, getFloors, '/api/v1/floors?at=2025-08-01')
  expect(data.map(({ value, from, state }) => [value, from, state?.value ?? null])).toEqual([
    [110, '2025-10-01', 'announced'],
    [110, '2026-03-10', null],
  ])
})

describe.skipIf(!hasSharedData)('KOMIS’ neodymium metal against the floor of MP', () => {
  test('is refused until each step is stated, and then 6.76 USD/kg below it on 2026-04-10', async ({
    app,
    db,
  }) => {
    await takeInReference(db, instant('2026-11-20T08:00:00.000Z'))
    const body = {
      file_name: 'komis.csv',
      text: sharedText('commodity/derived_komis_nd_ce_metal_usdkg_2024-01-02_2026-04-10.csv'),
      fields: {
        kind: 'commodity',
        series,
        source_note: 'KOMIS',
        licence_note: 'read with attribution',
        columns: { value: 'nd_metal_99_5_fob_china_usd_kg' },
      },
    }
    expect(await ask(app, '/api/v1/imports', { method: 'POST', body })).toMatchObject({ status: 201 })
    const gaps = `/api/v1/floors/${mp}/gaps/${series.id}`
    expect((await ask(app, gaps)).json).toMatchObject({
      status: 400,
      parameter: 'elements',
      detail: expect.stringMatching(/neodymium and praseodymium together.*metal; the floor is for oxide/),
    })
    const half = await ask(app, `${gaps}?elements=nd-for-ndpr`)
    expect(half.json).toMatchObject({ status: 400, parameter: 'form' })
    const { data, meta } = await read(app, getFloorGaps, `${gaps}?elements=nd-for-ndpr&form=oxide`)
    // The floor counts from October 2025; nothing before it is in the list.
    expect(data[0]?.date.slice(0, 7)).toBe('2025-10')
    const last = data.at(-1)
    expect(last).toMatchObject({ date: '2026-04-10', floor: 110 })
    // 120.42 a kilogram of metal, Nd2O3 being 85.74 % metal.
    expect(last?.market).toBeCloseTo(120.42 * 0.85735, 2)
    expect(last?.gap).toBeCloseTo(110 - 120.42 * 0.85735, 2)
    expect(meta).toMatchObject({ adjusted: expect.stringContaining('Nd2O3'), units: { gap: 'USD/kg' } })
    expect((await ask(app, `/api/v1/floors/cn-2025-04-04-mofcom-18/gaps/${series.id}`)).json).toMatchObject({
      status: 404,
      parameter: 'event',
    })
  })
})
