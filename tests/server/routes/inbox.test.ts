import { listOf } from '@oreline/shared/api/envelope.ts'
import { candidateSchema, inboxDocumentSchema } from '@oreline/shared/api/inbox.ts'
import { editReasonSchema } from '@oreline/shared/domain/policy/edit-reason.ts'
import { listHistory } from '@oreline/server/db/reference-edits.ts'
import { rereadInbox } from '@oreline/server/db/inbox-reading.ts'
import { inboxItems } from '@oreline/server/db/schema/inbox.ts'
import { putEvent } from '@oreline/server/db/policy-event-edits.ts'
import { buildApp } from '../../../server/app.ts'
import { describe, expect } from 'vitest'
import { appParts, ask, test as base } from '../../support/app.ts'
import { aDocument, federalRegister, mofcom, takeIn } from '../../support/documents.ts'
import { policyEvent } from '../../support/policy-event.ts'
import { virtualTime } from '../../support/virtual-time.ts'

const listSchema = listOf(candidateSchema)
const event61 = 'cn-2025-10-09-mofcom-61-extraterritorial'
const aReason = editReasonSchema.parse({
  by: 'Ann',
  why: 'It prolongs the pause.',
  sources: [{ name: 'MOFCOM', url: 'https://www.mofcom.gov.cn/other', date: '2026-11-19' }],
  one_source_because: 'the ministry itself',
})
const time = () => virtualTime('2026-11-20T08:00:00Z')

const test = base.extend('inbox', async ({ store }, { onCleanup }) => {
  const { clock, advance } = time()
  const event = policyEvent({ id: event61, jurisdiction: 'CN', official_ref: 'No. 61 of 2025' })
  await putEvent(store.db, clock, { event, base: null, reason: aReason, action: 'create' })
  const app = await buildApp(appParts({ store, clock }))
  onCleanup(() => app.close())
  const post = async (id: number, body: object) => {
    advance(60_000)
    return ask(app, `/api/v1/inbox/${id}/decisions`, { method: 'POST', body })
  }
  const list = async (query: string) => listSchema.parse((await ask(app, `/api/v1/inbox?${query}`)).json)
  const take = async (source: string, ...documents: Parameters<typeof takeIn>[2][number][]) => {
    advance(60_000)
    return takeIn({ db: store.db, clock }, source, documents)
  }
  return { app, store, clock, post, list, take }
})

const suspension = mofcom('2026-71', {
  title: '商务部公告2026年第71号 公布继续暂停实施商务部公告2025年第61号',
  publishedOn: '2026-11-19',
})
const english = mofcom('2026-71', {
  sourceId: 'english',
  language: 'en',
  title: 'Announcement No. 71 of 2026 on Continued Suspension',
  publishedOn: '2026-11-20',
})
describe('the inbox', () => {
  test('shows candidates with their documents, terms and the events they may amend, newest first, in pages', async ({
    inbox: { take, list, app },
  }) => {
    await take('mofcom', suspension)
    await take('mofcom-en', english)
    await take(
      'federal-register',
      federalRegister('2026-10', {
        title: 'Lynas USA; 100% notice',
        publishedOn: '2026-11-23',
        stage: 'scheduled',
      }),
      federalRegister('2026-11', { title: 'Nothing to see' }),
    )
    await take(
      'federal-register',
      federalRegister('2026-10', {
        title: 'Lynas USA; 100% notice',
        publishedOn: '2026-11-24',
        stage: 'scheduled',
      }),
    )
    const { data } = await list('')
    expect(data.map(({ id, day, title }) => [id, day, title])).toEqual([
      [2, '2026-11-24', 'Lynas USA; 100% notice'],
      [1, '2026-11-20', suspension.title],
    ])
    expect(data[0]).toMatchObject({
      suggestion: { tickers: ['LYC.AX'], jurisdiction: 'US' },
      documents: [{ stage: 'scheduled', edited: true, moved_from: '2026-11-23' }],
      terms: [{ term: 'Lynas', where: 'title', found: 'Lynas USA' }],
    })
    expect(data[1]).toMatchObject({
      state: 'open',
      title_en: english.title,
      relevance: 'high',
      may_amend: [{ event_id: event61, why: 'cited', effect: 'extends' }],
      documents: [
        { source: 'mofcom', title_en: english.title, language: 'zh' },
        { source: 'mofcom-en', title_en: null },
      ],
    })
    const first = await list('limit=1')
    expect((await list(`limit=1&next=${first.meta.next ?? ''}`)).data).toEqual(data.slice(1))
    expect((await list('source=mofcom-en')).data.map(({ id }) => id)).toEqual([1])
    expect((await list('q=100%25')).data.map(({ id }) => id)).toEqual([2])
    expect((await list('q=__')).data).toEqual([])
    expect((await list('to=2026-11-20')).data.map(({ id }) => id)).toEqual([1])
    expect((await list('as_of=2026-11-20T08:01:30Z')).data).toMatchObject([
      { id: 1, documents: [{ source: 'mofcom' }] },
    ])
    const documents = (await ask(app, '/api/v1/policy-documents?matched=false')).json
    expect(documents).toMatchObject({ data: [{ title: 'Nothing to see', candidate: null }] })
    expect((await ask(app, '/api/v1/inbox/counts')).json).toMatchObject({
      data: {
        open: 2,
        documents: 4,
        without_terms: 1,
        sources: [{ source: 'federal-register', documents: 2, without_terms: 1, open: 1 }, {}, {}],
      },
    })
  })

  test('is decided by one person at a time, and what is linked is attached to the event', async ({
    inbox: { take, list, post, app },
  }) => {
    await take('mofcom', suspension)
    const link = { decision: 'link', event_id: event61, by: 'Ann' }
    expect((await post(1, { ...link, event_id: 'no-such-event' })).json).toMatchObject({
      status: 404,
      code: 'unknown-event',
      parameter: 'event_id',
    })
    expect((await post(9, link)).json).toMatchObject({ status: 404, code: 'unknown-candidate' })
    expect((await post(1, { decision: 'dismiss', by: 'Ann' })).json).toMatchObject({
      status: 400,
      parameter: 'reason',
    })
    expect((await post(1, link)).json).toMatchObject({
      data: { state: 'linked', decision: { event_id: event61, by: 'Ann' } },
    })
    expect((await post(1, { decision: 'dismiss', by: 'Bob', reason: 'old' })).json).toMatchObject({
      status: 409,
      code: 'edit-conflict',
      detail: `Ann has linked it (${event61}) on 2026-11-20; reopen it first.`,
    })
    // A copy that comes later is attached too, and opens nothing.
    await take('mofcom-en', english)
    expect((await list('')).data).toEqual([])
    const attached = listOf(inboxDocumentSchema.extend({ candidate: candidateSchema.shape.id }))
    const asked = `/api/v1/policy-events/${event61}/documents`
    expect(attached.parse((await ask(app, asked)).json).data.map(({ source }) => source)).toEqual([
      'mofcom-en',
      'mofcom',
    ])
    expect((await ask(app, '/api/v1/policy-events/nothing/documents')).status).toBe(404)
    expect((await post(1, { decision: 'reopen', by: 'Bob' })).json).toMatchObject({ data: { state: 'open' } })
    expect((await post(1, { decision: 'reopen', by: 'Bob' })).status).toBe(409)
    expect(attached.parse((await ask(app, asked)).json).data).toEqual([])
    expect((await post(1, { decision: 'dismiss', by: 'Bob', reason: 'known' })).status).toBe(200)
    expect((await list('state=dismissed')).data).toMatchObject([{ decision: { reason: 'known' } }])
    expect((await list('state=all&as_of=2026-11-20T08:01:30Z')).data).toMatchObject([{ state: 'open' }])
  })

  test('becomes an event in one step or not at all, and the event names the document', async ({
    inbox: { take, post, store },
  }) => {
    await take('mofcom', suspension)
    const event = policyEvent({ id: 'cn-2026-11-19-mofcom-71', official_url: null, secondary_url: null })
    const create = { decision: 'create', event, reason: aReason }
    expect((await post(1, create)).json).toMatchObject({ status: 400, parameter: 'event.official_url' })
    const named = { ...create, event: { ...event, official_url: suspension.url } }
    const broken = { ...named, event: { ...named.event, related: ['no-such-event'] } }
    expect((await post(1, broken)).json).toMatchObject({ status: 400, parameter: 'event.related.0' })
    expect((await listHistory(store.db, 'policy-event', { key: event.id, asOf: null })).revisions).toEqual([])
    expect((await post(1, { ...named, event: { ...named.event, id: event61 } })).json).toMatchObject({
      status: 409,
      parameter: 'event.id',
    })
    expect((await post(1, named)).json).toMatchObject({
      data: { state: 'created', decision: { event_id: event.id, by: 'Ann', reason: aReason.why } },
    })
    expect(
      (await listHistory(store.db, 'policy-event', { key: event.id, asOf: null })).revisions,
    ).toMatchObject([{ change: { action: 'from-inbox', by: 'Ann' } }])
  })

  test('keeps what was decided about two candidates that prove to be the same', async ({
    inbox: { take, post, list, app },
  }) => {
    const title = 'Rare earth offtake agreements for allied defence'
    await take('white-house', aDocument({ title }))
    await take(
      'federal-register',
      federalRegister('2026-20', { title: 'Rare earths, laid out under other words' }),
    )
    await post(1, { decision: 'dismiss', by: 'Ann', reason: 'not ours' })
    await post(2, { decision: 'link', event_id: event61, by: 'Bob' })
    await take(
      'federal-register-inspection',
      federalRegister('2026-020', { sourceId: 'pi', type: 'presidential-document', title }),
    )
    expect((await list('state=all')).data).toMatchObject([
      {
        id: 1,
        state: 'linked',
        decision: { by: 'Bob' },
        other_decisions: [{ decision: 'dismissed', by: 'Ann' }],
        documents: [{}, {}, {}],
      },
    ])
    expect((await ask(app, '/api/v1/inbox/2')).json).toMatchObject({ data: { id: 1 } })
    expect((await post(2, { decision: 'reopen', by: 'Ann' })).json).toMatchObject({
      status: 409,
      merged_into: 1,
    })
    expect((await post(1, { decision: 'reopen', by: 'Ann' })).json).toMatchObject({
      data: { state: 'open', other_decisions: [] },
    })
  })

  test('is read again when the list of terms is another', async ({ inbox: { take, list, store, clock } }) => {
    await take('federal-register', federalRegister('2026-10', { title: 'Lynas USA' }))
    await store.db.update(inboxItems).set({ matched: false, readWith: 'of-old' })
    await rereadInbox({ db: store.db, clock })
    expect((await list('')).data).toHaveLength(1)
  })
})
