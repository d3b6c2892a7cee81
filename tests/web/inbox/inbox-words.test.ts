import { inboxDocumentSchema, type InboxDocument } from '@oreline/shared/api/inbox.ts'
import { describe, expect, test } from 'vitest'
import { readInboxView, writeInboxView } from '../../../web/features/inbox/inbox-view.ts'
import { documentNotes, noAnswerWords, stageWords } from '../../../web/features/inbox/inbox-words.ts'
import { day, instant } from '../../support/brands.ts'

const today = day('2026-11-21')
const document = (over: { readonly [K in keyof InboxDocument]?: InboxDocument[K] | string }): InboxDocument =>
  inboxDocumentSchema.parse({
    source: 'federal-register',
    source_id: '2026-12345',
    type: 'notice',
    title: 'A notice',
    title_en: null,
    language: 'en',
    url: 'https://www.federalregister.gov/d/2026-12345',
    published_on: '2026-11-20',
    published_at: null,
    precision: 'day',
    moved_from: null,
    stage: 'published',
    issuers: [],
    numbers: [],
    signed_on: null,
    effective_on: null,
    comments_close_on: null,
    correction_of: null,
    edited: false,
    was_there_before: false,
    first_seen_at: '2026-11-21T08:00:00.000Z',
    recorded_at: '2026-11-21T08:00:00.000Z',
    ...over,
  })

describe('how far a document has come', () => {
  test.for([
    ['P05: a day ahead', { stage: 'scheduled', published_on: '2026-11-23' }, 'to be published Mon 23 Nov'],
    ['today', { stage: 'scheduled', published_on: today }, 'to be published today, Sat 21 Nov'],
    ['a day behind that nobody confirmed', { stage: 'scheduled' }, 'was to be published Fri 20 Nov'],
    ['laid out', { stage: 'inspection', published_on: null }, 'on public inspection'],
    [
      'laid out for a day',
      { stage: 'inspection', published_on: '2026-11-23' },
      'on public inspection, to be published Mon 23 Nov',
    ],
    ['P07: taken back', { stage: 'withdrawn' }, 'withdrawn before publication'],
    ['P07: gone', { stage: 'vanished' }, 'listed for publication, gone since, never published'],
    ['published', {}, '20 Nov 2026'],
    ['P17: without a day', { published_on: null, precision: 'unknown' }, 'seen 21 Nov 2026'],
  ] as const)('%s', ([, over, words]) => {
    expect(stageWords(document(over), today)).toBe(words)
  })

  test('P06, P09, P18: what it corrects, where it was moved from, that it was edited', () => {
    expect(documentNotes(document({ correction_of: '2026-12345' }))).toEqual(['Correction of 2026-12345'])
    expect(documentNotes(document({ edited: true, moved_from: day('2026-11-19') }))).toEqual([
      'publication moved from Thu 19 Nov',
    ])
    expect(documentNotes(document({ edited: true }))).toEqual(['edited since it was first seen'])
  })
})

test('the address holds what is shown, and only what differs from the usual', () => {
  const search = { state: 'dismissed', source: 'mofcom', q: 'NdPr', from: '2026-11-01', candidate: '12' }
  expect(writeInboxView(readInboxView(search).values)).toEqual({ ...search, to: undefined })
  expect(readInboxView({ state: 'nonsense', candidate: '0', from: '2026-13-01' }).unreadable).toEqual([
    'state',
    'from',
    'candidate',
  ])
})

test('while no source has answered the list says when one is asked, or that none is: Oreline was started offline', () => {
  const sources = (['2026-11-23T13:45:00.000Z', '2026-11-22T14:00:00.000Z', null] as const).map((next) => ({
    state: next === null ? ('off' as const) : ('never-asked' as const),
    next_attempt_at: next === null ? null : instant(next),
  }))
  expect(noAnswerWords(sources, false, (next) => next)).toBe(
    'None of 2 sources has answered so far, so this says nothing about what was published. The next one is asked at 2026-11-22T14:00:00.000Z.',
  )
  expect(noAnswerWords(sources, true, (next) => next)).toBe(
    'Oreline was started offline, so that none of 2 sources is asked. This says nothing about what was published.',
  )
})
