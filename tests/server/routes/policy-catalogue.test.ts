import { postCatalogue, postCataloguePreview } from '@oreline/shared/api/policy-catalogue.ts'
import { getPolicyEvents } from '@oreline/shared/api/policy-events.ts'
import { problemSchema } from '@oreline/shared/kernel/errors.ts'
import type { FastifyInstance } from 'fastify'
import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { policyEvent } from '../../support/policy-event.ts'
import { seedEvents } from '../../support/seed-files.ts'
import { takeInReference } from '../../support/store-rows.ts'

const seededAt = instant('2026-11-20T08:00:00.000Z')
const shipped = readFileSync(new URL('../../../migrations/seed/policy-events.json', import.meta.url), 'utf8')
const FILE = '/policy-events.json'
const reason = {
  by: 'Ada',
  why: 'a reviewed file',
  sources: [{ name: 'The review', url: 'https://example.org/', date: '2026-11-20' }],
  one_source_because: 'it lists its own',
}
const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id)
const preview = async (app: FastifyInstance, body: object) => {
  const { json } = await ask(app, '/api/v1/policy-catalogue/preview', { method: 'POST', body })
  return postCataloguePreview.response.parse(json).data
}
const takeIn = (app: FastifyInstance, body: object) =>
  ask(app, '/api/v1/policy-catalogue', { method: 'POST', body: { reason, ...body } })
const count = async (app: FastifyInstance) =>
  (await read(app, getPolicyEvents, '/api/v1/policy-events?context=true&limit=1000')).data.length

describe('the catalogue as a file', () => {
  test('is the shipped one to the byte where nobody has changed anything, now and as of then', async ({
    shipped: app,
  }) => {
    const { status, headers, text } = await ask(app, FILE)
    expect([status, headers['content-disposition']]).toEqual([
      200,
      'attachment; filename="policy-events.json"',
    ])
    expect(text).toBe(shipped)
    const again = await ask(app, FILE, { headers: { 'if-none-match': String(headers['etag']) } })
    expect(again.status).toBe(304)
    expect((await ask(app, `${FILE}?as_of=2026-11-19T00:00:00Z`)).text).toBe('[]\n')
    expect((await ask(app, `${FILE}?asof=2026-11-19`)).json).toMatchObject({ code: 'invalid-input' })
    expect(await preview(app, { events: seedEvents() })).toMatchObject({
      events: 164,
      unchanged: 164,
      added: [],
      changed: [],
      missing: [],
      fault_count: 0,
    })
  })

  test('is taken in whole: added, changed, kept where left out, removed where that is said', async ({
    app,
    db,
  }) => {
    await takeInReference(db, seededAt)
    const events = seedEvents()
    const [first, second] = events
    const lonely = events.find(
      ({ id }, place) =>
        place > 1 && events.every((event) => event.id === id || !JSON.stringify(event).includes(`"${id}"`)),
    )
    if (first === undefined || second === undefined || lonely === undefined)
      throw new Error('the seed is short')
    const added = policyEvent({ id: 'a-new-act', supersedes: [second.id] })
    const file = [{ ...first, title: 'Changed' }, added]
    const looked = await preview(app, { events: file, remove: [lonely.id] })
    expect(looked).toMatchObject({
      events: 2,
      added: [{ id: 'a-new-act' }],
      changed: [{ id: first.id, fields: [{ field: 'title', before: first.title, after: 'Changed' }] }],
      removed: [{ id: lonely.id }],
      also_changed: [{ id: second.id }],
      fault_count: 0,
    })
    expect(looked.missing).toHaveLength(162)
    expect((await ask(app, FILE)).text).toBe(shipped)

    const taken = await takeIn(app, { events: file, remove: [lonely.id], base: looked.base })
    expect(postCatalogue.response.parse(taken.json).data).toEqual({
      added: 1,
      changed: 1,
      removed: 1,
      unchanged: 0,
      kept: 162,
    })
    expect(await count(app)).toBe(164)
    const { text } = await ask(app, FILE)
    expect(ids(JSON.parse(text))).not.toContain(lonely.id)
    expect((await ask(app, `${FILE}?as_of=${seededAt}`)).text).toBe(shipped)
    // The file that was given out is taken in again without a change.
    expect(await preview(app, { events: JSON.parse(text) })).toMatchObject({ unchanged: 164, missing: [] })
    const stale = await takeIn(app, { events: file, base: looked.base })
    expect([stale.status, problemSchema.parse(stale.json).code]).toEqual([409, 'edit-conflict'])
  })

  test('is refused whole, each fault named by its place', async ({ app, db }) => {
    await takeInReference(db, seededAt)
    const events: object[] = [...seedEvents()]
    const linked = 'cn-2025-11-07-mofcom-70-suspension'
    const refused = async (body: object) => {
      const { fault_count, faults } = await preview(app, body)
      const { status, json } = await takeIn(app, body)
      const { errors = [] } = problemSchema.parse(json)
      expect([status, errors.map(({ parameter }) => parameter)]).toEqual([
        400,
        faults.map(({ field }) => field),
      ])
      expect(fault_count).toBe(faults.length)
      return faults.map(({ field }) => field)
    }
    const broken = events.with(12, { ...events[12], end_date: '1999-01-01' })
    expect(await refused({ events: broken })).toContain('[12].end_date')
    // What cannot be read hides nothing of what can.
    const three = broken
      .with(3, { ...events[3], elements: ['Xx'] })
      .with(9, { ...events[9], related: [seedEvents()[9]?.id] })
    expect(await refused({ events: three })).toEqual(['[3].elements.0', '[9].related.0', '[12].end_date'])
    expect(
      await refused({ events: [policyEvent({ tickers: [{ ticker: 'XX', direction: '+', reason: 'a' }] })] }),
    ).toEqual(['[0].tickers.0.ticker'])
    // Those that name it would name nothing.
    expect(await refused({ events: [], remove: [linked] })).toContain(
      'us-cn-2025-10-30-busan-truce.related.0',
    )
    expect(await refused({ events, remove: [linked] })).toEqual(['remove.0'])
    expect((await ask(app, FILE)).text).toBe(shipped)
  })
})
