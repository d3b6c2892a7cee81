import { getPolicyClaims, putPolicyClaim } from '@oreline/shared/api/policy-claims.ts'
import { describe, expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { takeInReference } from '../../support/store-rows.ts'

const seededAt = instant('2026-11-20T08:00:00.000Z')
const reason = {
  by: 'Ada',
  why: 'a third report',
  sources: [{ name: 'A page', url: 'https://example.org/c', date: '2026-11-20' }],
  one_source_because: 'a claim is what one source says',
}

describe('claims', () => {
  test('of sources that contradict each other stand side by side, with the one the catalogue follows', async ({
    app,
    db,
  }) => {
    await takeInReference(db, seededAt)
    const claims = '/api/v1/policy-events/cn-2025-11-07-mofcom-70-suspension/claims'
    const listed = async () =>
      (await read(app, getPolicyClaims, claims)).data.map(({ value, followed }) => [value, followed])
    const shipped = [
      ['2025-11-07', true],
      ['2025-11-10', false],
    ]
    expect(await listed()).toEqual(shipped)
    const claim = {
      field: 'effective_date',
      value: '2025-11-08',
      says: 'Another day.',
      source: { name: 'A page', url: 'https://example.org/c', date: '2026-11-20' },
      standing: 'rejected',
      note: 'A Saturday.',
    }
    const write = (method: 'PUT' | 'DELETE', body: object) =>
      ask(app, `${claims}/saturday`, { method, body: { reason, ...body } })
    const { json, status } = await write('PUT', { claim, base: null })
    expect(status).toBe(200)
    const { data: row } = putPolicyClaim.response.parse(json)
    expect(row).toMatchObject({ ...claim, followed: false, origin: 'operator' })
    expect(await listed()).toEqual(shipped.toSpliced(1, 0, ['2025-11-08', false]))
    expect((await write('PUT', { claim: { ...claim, value: 'x' }, base: null })).status).toBe(409)
    expect(
      (await write('PUT', { claim: { ...claim, field: 'nonsense' }, base: row.revision })).json,
    ).toMatchObject({ parameter: 'claim.field' })
    expect((await write('DELETE', { base: row.revision })).status).toBe(200)
    expect((await write('DELETE', { base: row.revision })).status).toBe(404)
    expect(await listed()).toEqual(shipped)
  })
})
