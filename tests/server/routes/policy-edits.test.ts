import {
  getPolicyEventHistory,
  getShippedPolicyEvent,
  putPolicyEvent,
} from '@oreline/shared/api/policy-edits.ts'
import { getPolicyEvent } from '@oreline/shared/api/policy-events.ts'
import { eventDocuments } from '@oreline/server/db/seed/seed-documents.ts'
import { seedReference } from '@oreline/server/db/seed/seed-reference.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { problemSchema } from '@oreline/shared/kernel/errors.ts'
import type { FastifyInstance } from 'fastify'
import { describe, expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { policyEvent } from '../../support/policy-event.ts'
import { seedEvent, seedEvents } from '../../support/seed-files.ts'
import { takeInReference } from '../../support/store-rows.ts'

const seededAt = instant('2026-11-20T08:00:00.000Z')
const TRUCE = 'us-cn-2025-10-30-busan-truce'
const PAUSE = 'cn-2025-11-07-mofcom-70-suspension'
const reason = {
  by: 'Ada',
  why: 'the ministry has published an extension',
  sources: [
    { name: 'MOFCOM', url: 'https://example.org/a', date: '2026-11-20' },
    { name: 'A newspaper', url: 'https://example.org/b', date: '2026-11-21' },
  ],
}
const eventAt = (id: string) => `/api/v1/policy-events/${id}`
const put = (app: FastifyInstance, id: string, body: object) =>
  ask(app, eventAt(id), { method: 'PUT', body: { reason, ...body } })
const held = async (app: FastifyInstance, id: string) => (await read(app, getPolicyEvent, eventAt(id))).data
const history = async (app: FastifyInstance, id: string) =>
  (await read(app, getPolicyEventHistory, `${eventAt(id)}/history`)).data
const fieldsOf = (json: unknown) => (problemSchema.parse(json).errors ?? []).map(({ parameter }) => parameter)
/** Everything reviewed that is stored, revision by revision. */
const rowsOf = (db: Db) =>
  db.transaction(async (tx) => {
    const counts = await tx.execute(
      `select (select count(*) from reference_revisions) revisions, (select count(*) from reference_changes) changes,
              (select version from data_versions where scope = 'reference') as version`,
    )
    return [...counts]
  })

describe('an edit of an event', () => {
  test('is a new revision with who, when, why and what; the former one stays readable', async ({
    app,
    db,
  }) => {
    await takeInReference(db, seededAt)
    const { revision } = await held(app, PAUSE)
    const event = { ...seedEvent(PAUSE), end_date: '2027-11-10', status_note: 'Extended by a year.' }
    const { status, json } = await put(app, PAUSE, { event, base: revision })
    expect(status).toBe(200)
    const { data: saved } = putPolicyEvent.response.parse(json)
    expect(saved).toMatchObject({ id: PAUSE, also_changed: [] })
    expect(saved.revision).toBeGreaterThan(revision)
    expect(await held(app, PAUSE)).toMatchObject({ end_date: '2027-11-10', origin: 'operator' })

    const [edit, seeded, ...others] = await history(app, PAUSE)
    expect(others).toEqual([])
    expect(edit).toMatchObject({
      revision: saved.revision,
      action: 'edit',
      by: 'Ada',
      why: reason.why,
      sources: reason.sources,
      fields: [
        { field: 'end_date', before: '2026-11-10', after: '2027-11-10' },
        { field: 'status_note', after: 'Extended by a year.' },
      ],
    })
    expect(seeded).toMatchObject({ revision, action: 'seed', by: null, recorded_at: seededAt })
    const then = await read(app, getPolicyEvent, `${eventAt(PAUSE)}?as_of=${seededAt}`)
    expect(then.data.end_date).toBe('2026-11-10')

    // What is held already leaves no trace.
    const same = await put(app, PAUSE, { event, base: saved.revision })
    expect(putPolicyEvent.response.parse(same.json).data.revision).toBe(saved.revision)
    expect(await history(app, PAUSE)).toHaveLength(2)
  })

  test('is refused with every field named, and nothing changes', async ({ app, db }) => {
    await takeInReference(db, seededAt)
    const before = await rowsOf(db)
    const { revision: base } = await held(app, PAUSE)
    const event = seedEvent(PAUSE)
    const refused = async (body: object, id = PAUSE) => {
      const { status, json } = await put(app, id, { base, ...body })
      return [status, fieldsOf(json)]
    }
    expect(await refused({ event: { ...event, end_date: '2025-11-06' } })).toEqual([400, ['event.end_date']])
    expect(
      await refused({ event: { ...event, related: [PAUSE], supersedes: ['nothing-of-that-name'] } }),
    ).toEqual([400, ['event.related.0', 'event.supersedes.0']])
    const [exposure] = event.tickers
    expect(
      await refused({ event: { ...event, tickers: [exposure, { ...exposure, ticker: 'MPP' }] } }),
    ).toEqual([400, ['event.tickers.1.ticker']])
    expect(
      await refused({
        event: { ...event, elements: ['Nd', 'Xx'], stages: ['mine'], secondary_url: 'javascript:alert(1)' },
      }),
    ).toEqual([400, ['event.stages.0', 'event.elements.1', 'event.secondary_url']])
    expect(await refused({ event: { ...event, provisons: [] } })).toEqual([400, ['provisons']])
    expect(await refused({ event: policyEvent({ id: 'another' }) })).toEqual([400, ['event.id']])
    const [one] = reason.sources
    expect(await refused({ event, reason: { ...reason, sources: [one] } })).toEqual([
      400,
      ['reason.one_source_because'],
    ])
    // Today is the 21st; a page may bear the 22nd east of the date line, and nobody has read one of the 23rd.
    const ahead = await put(app, PAUSE, {
      base,
      event: { ...event, title: 'Told by a page of the day after tomorrow' },
      reason: { ...reason, sources: [one, { ...one, url: 'https://example.org/ahead', date: '2026-11-23' }] },
    })
    expect(problemSchema.parse(ahead.json)).toMatchObject({ status: 400, parameter: 'reason.sources.1.date' })
    expect(await rowsOf(db)).toEqual(before)
  })

  test('is refused where somebody was quicker, with what they left', async ({ app, db }) => {
    await takeInReference(db, seededAt)
    const { revision: base } = await held(app, PAUSE)
    const event = seedEvent(PAUSE)
    const theirs = await put(app, PAUSE, { event: { ...event, status_note: 'Theirs.' }, base })
    const { data: saved } = putPolicyEvent.response.parse(theirs.json)
    const before = await rowsOf(db)
    for (const stale of [base, null]) {
      const { status, json } = await put(app, PAUSE, { event: { ...event, title: 'Mine' }, base: stale })
      expect(status).toBe(409)
      expect(problemSchema.parse(json)).toMatchObject({
        code: 'edit-conflict',
        held: { revision: saved.revision, body: { status_note: 'Theirs.' } },
      })
    }
    const gone = await put(app, 'no-such-event', { event: { ...event, id: 'no-such-event' }, base })
    expect([gone.status, problemSchema.parse(gone.json).held]).toEqual([409, null])
    expect(await rowsOf(db)).toEqual(before)
    // Of several at the very same time one is first.
    const titles = ['one', 'two', 'three', 'four']
    const replies = await Promise.all(
      titles.map((title) => put(app, PAUSE, { event: { ...event, title }, base: saved.revision })),
    )
    const statuses = replies.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(3)
    expect((await held(app, PAUSE)).title).toBe(titles[statuses.indexOf(200)])
  })

  test('writes the other side of a supersession in the same moment, and takes it back', async ({
    app,
    db,
  }) => {
    await takeInReference(db, seededAt)
    const id = 'cn-2026-11-20-extension'
    const event = policyEvent({
      id,
      announced_date: '2026-11-20',
      status_history: [{ date: '2026-11-20', status: 'announced', note: null, related: null }],
      supersedes: [PAUSE],
      related: [TRUCE],
    })
    const created = await put(app, id, { event, base: null })
    const { data: first } = putPolicyEvent.response.parse(created.json)
    expect(first.also_changed).toEqual([PAUSE])
    const older = await held(app, PAUSE)
    expect(older).toMatchObject({ superseded_by: [id], recorded_at: first.recorded_at })
    expect((await history(app, PAUSE))[0]).toMatchObject({ by: 'Ada', fields: [{ field: 'superseded_by' }] })
    // Others name it now.
    const kept = await ask(app, eventAt(id), { method: 'DELETE', body: { base: first.revision, reason } })
    expect([kept.status, kept.json]).toMatchObject([400, { named_by: [PAUSE] }])

    const alone = await put(app, id, { event: { ...event, supersedes: [] }, base: first.revision })
    const { data: second } = putPolicyEvent.response.parse(alone.json)
    expect(second.also_changed).toEqual([PAUSE])
    expect((await held(app, PAUSE)).superseded_by).toEqual([])

    const stale = await ask(app, eventAt(id), { method: 'DELETE', body: { base: first.revision, reason } })
    expect(stale.status).toBe(409)
    const gone = await ask(app, eventAt(id), { method: 'DELETE', body: { base: second.revision, reason } })
    expect(gone.status).toBe(200)
    expect((await ask(app, eventAt(id))).status).toBe(404)
    expect((await history(app, id)).map(({ action }) => action)).toEqual(['remove', 'edit', 'create'])
    const again = await put(app, id, { event: { ...event, supersedes: [] }, base: null })
    expect(again.status).toBe(200)
    expect((await history(app, id))[0]?.fields[0]).toEqual({ field: 'id', after: id })
  })

  test('stays beside a newer shipped version, which the history shows and which can be taken', async ({
    app,
    db,
  }) => {
    await takeInReference(db, seededAt)
    const mine = { ...seedEvent(PAUSE), title: 'Mine' }
    const { revision: base } = await held(app, PAUSE)
    await put(app, PAUSE, { event: mine, base })
    expect((await read(app, getShippedPolicyEvent, `${eventAt(PAUSE)}/shipped`)).data).toBeNull()
    const newer = seedEvents().map((event) => (event.id === PAUSE ? { ...event, title: 'Shipped' } : event))
    const at = instant('2026-11-22T08:00:00.000Z')
    await db.transaction((tx) =>
      seedReference(tx, { kind: 'policy-event', documents: eventDocuments(JSON.stringify(newer)), at }),
    )
    expect((await held(app, PAUSE)).title).toBe('Mine')
    expect((await history(app, PAUSE))[0]).toEqual({
      revision: null,
      recorded_at: at,
      action: 'shipped-update',
      by: null,
      why: null,
      sources: [],
      one_source_because: null,
      fields: [{ field: 'title', before: 'Mine', after: 'Shipped' }],
    })
    const { data: shipped } = await read(app, getShippedPolicyEvent, `${eventAt(PAUSE)}/shipped`)
    const taken = await put(app, PAUSE, { event: shipped?.event, base: (await held(app, PAUSE)).revision })
    expect(taken.status).toBe(200)
    expect((await history(app, PAUSE)).map(({ action }) => action)).toEqual(['edit', 'edit', 'seed'])
    expect((await read(app, getShippedPolicyEvent, `${eventAt(PAUSE)}/shipped`)).data).toBeNull()
  })
})
