import { candidateSchema } from '@oreline/shared/api/inbox.ts'
import { citationsIn } from '@oreline/shared/domain/inbox/citations.ts'
import { policyEventSchema } from '@oreline/shared/domain/policy/event.ts'
import { describe, expect, it } from 'vitest'
import { candidateDraft } from '../../../web/features/event-edit/candidate-draft.ts'
import {
  candidateOf,
  draftOf,
  emptyDraft,
  newRow,
  type EventDraft,
} from '../../../web/features/event-edit/event-draft.ts'
import { formSections } from '../../../web/features/event-edit/form-fields.ts'
import { readDraft } from '../../../web/features/event-edit/read-draft.ts'
import { fieldConflicts, merged } from '../../../web/features/event-edit/three-way.ts'
import { emptyReason, readReason } from '../../../web/ui/reason-draft.ts'
import { lineChanges } from '../../../web/ui/value-lines.ts'
import { seedEvent, seedEvents } from '../../support/seed-files.ts'

const catalogue = seedEvents()
const pause = seedEvent('cn-2025-11-07-mofcom-70-suspension')
const withTexts = (draft: EventDraft, texts: Partial<EventDraft['texts']>): EventDraft => ({
  ...draft,
  texts: { ...draft.texts, ...texts },
})
const errorsOf = (draft: EventDraft) => {
  const read = readDraft(draft, catalogue)
  return read.kind === 'event' ? {} : read.errors
}

describe('the form of an event', () => {
  it('has every field of the schema once', () => {
    const shown = formSections.flatMap(({ fields }) => fields)
    const names = [...new Set(shown.map((name) => name.split('.')[0]))]
    expect(new Set(names)).toEqual(new Set(Object.keys(policyEventSchema.shape)))
    expect(new Set(shown).size).toBe(shown.length)
  })

  it('gives back each of the 164 shipped events as it was', () => {
    for (const event of catalogue) expect(policyEventSchema.parse(candidateOf(draftOf(event)))).toEqual(event)
  })

  it('says of an empty one what is to be filled in, in the order of the form', () => {
    const errors = errorsOf(emptyDraft)
    expect(Object.keys(errors)).toEqual([
      'title',
      'summary',
      'instrument_type',
      'jurisdiction',
      'issuing_body',
      'id',
      'announced_date',
      'status',
      'status_history.0.status',
      'confidence',
      'basis',
    ])
    expect(errors).toMatchObject({
      title: 'Fill this in',
      instrument_type: 'Choose one',
      announced_date: 'A day',
      'status_history.0.status': 'Choose one',
    })
  })

  it('names the field of an end before its start, of a link to itself, of a figure that is none and of another scheme', () => {
    const draft = draftOf(pause)
    const end = errorsOf(withTexts(draft, { end_date: '2025-11-06' }))
    expect(Object.keys(end)).toEqual(['end_date'])
    const itself = errorsOf({ ...draft, lists: { ...draft.lists, related: [pause.id] } })
    expect(itself).toEqual({ 'related.0': 'An event cannot be linked to itself' })
    const figure = errorsOf(withTexts(draft, { 'quant.value': 'ten', 'quant.unit': 'USD' }))
    expect(figure).toEqual({ 'quant.value': 'A number, without thousands separators' })
    const address = errorsOf(withTexts(draft, { secondary_url: 'ftp://example.org/' }))
    expect(Object.keys(address)).toEqual(['secondary_url'])
    expect(errorsOf(draft)).toEqual({})
  })

  it('gives a new row a key of its own, also after one was removed', () => {
    const rows = [newRow('tickers', []), newRow('tickers', [{ key: 4, cells: {} }])]
    expect(rows.map(({ key }) => key)).toEqual([0, 5])
  })
})

describe('two changes of one event', () => {
  const base = draftOf(pause)
  const mine = withTexts(base, { end_date: '2027-11-10', title: 'Mine' })
  const theirs = {
    ...withTexts(base, { title: 'Theirs', status_note: 'Theirs.' }),
    lists: { ...base.lists, elements: ['Dy'] },
  }

  it('are told field by field: who changed it, and what both started from', () => {
    const told = fieldConflicts(base, mine, theirs).map(({ field, settled }) => [field, settled])
    expect(told).toEqual([
      ['title', null],
      ['end_date', 'mine'],
      ['status_note', 'theirs'],
      ['elements', 'theirs'],
    ])
    expect(fieldConflicts(base, mine, mine)).toEqual([])
  })

  it('come together as chosen, and nothing else of theirs is lost', () => {
    const result = merged(
      mine,
      theirs,
      new Map([
        ['title', 'theirs'],
        ['end_date', 'mine'],
      ]),
    )
    expect(result).toEqual({ ...theirs, texts: { ...theirs.texts, end_date: '2027-11-10' } })
  })
})

describe('the reason of a change', () => {
  const source = { name: 'A page', url: 'https://example.org/', date: '2026-11-20' }
  const draft = { ...emptyReason('Ada'), why: 'a test' }

  it('has two dated sources, or one and why it is enough; empty ones do not count', () => {
    const one = {
      ...draft,
      sources: [
        { key: 0, name: '', url: '', date: '' },
        { key: 1, ...source },
      ],
    }
    expect(readReason(one)).toEqual({
      kind: 'faulty',
      errors: { 'reason.one_source_because': 'Two sources, or the reason why one is enough' },
    })
    const read = readReason({ ...one, one_source_because: 'the gazette itself' })
    expect(read).toMatchObject({ kind: 'reason', reason: { sources: [source] } })
  })

  it('names what is wrong by the place of the source in the form', () => {
    const sources = [
      { key: 0, name: '', url: '', date: '' },
      { key: 1, ...source, url: 'javascript:alert(1)' },
    ]
    const read = readReason({ ...draft, sources, one_source_because: 'a test' }, 'remove')
    expect(read).toEqual({
      kind: 'faulty',
      errors: { 'remove.sources.1.url': 'An http or https address' },
    })
  })
})

describe('what changed in a value', () => {
  it('is told by lines: those that went and those that came', () => {
    expect(lineChanges(['Nd', 'Pr'], ['Nd', 'Dy'])).toEqual({ gone: ['Pr'], came: ['Dy'] })
    expect(lineChanges('2026-11-10', null)).toEqual({ gone: ['10 Nov 2026'], came: [] })
    expect(lineChanges(['a', 'b'], ['b', 'a'])).toEqual({ gone: ['a', 'b'], came: ['b', 'a'] })
    const step = { date: '2025-11-07', status: 'effective', note: null, related: 'an-event' }
    expect(lineChanges([], [{ date: null, status: '' }])).toEqual({ gone: [], came: [] })
    expect(lineChanges([], [step]).came).toEqual(['7 Nov 2025 · effective · because of: an-event'])
  })
})

it('makes an event of a candidate that is known by the numbers of all its documents to acts that name one of them', () => {
  const documentWith = (source: string, numbers: readonly (readonly [string, string])[]) => ({
    ...aCandidateDocument,
    source,
    numbers: numbers.map(([scheme, number]) => ({ scheme, number })),
  })
  const documents = [
    documentWith('white-house', []),
    documentWith('federal-register', [
      ['federal-register', '2026-20777'],
      ['executive-order', '14401'],
      ['proclamation', '11055'],
    ]),
    documentWith('mofcom', [['mofcom', '2026-71']]),
  ]
  const { texts } = candidateDraft(candidateSchema.parse({ ...aCandidate, documents }))
  expect(texts.official_ref).toBe(
    'FR Doc. 2026-20777; Executive Order 14401; Proclamation 11055; Announcement No. 71 of 2026',
  )
  expect(
    citationsIn(texts.official_ref)
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(['executive-order:14401', 'federal-register:2026-20777', 'mofcom:2026-71', 'proclamation:11055'])
})

const aCandidateDocument = {
  source: 'white-house',
  source_id: '1',
  type: 'presidential-document',
  title: 'Securing supply',
  title_en: null,
  language: 'en',
  url: 'https://www.whitehouse.gov/1',
  published_on: '2026-11-16',
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
}

const aCandidate = {
  id: 1,
  state: 'open',
  title: 'Securing supply',
  title_en: null,
  day: '2026-11-16',
  relevance: 'high',
  terms: [],
  suggestion: { instrument_type: null, jurisdiction: null, elements: [], stages: [], tickers: [] },
  may_amend: [],
  decision: null,
  other_decisions: [],
  first_seen_at: '2026-11-21T08:00:00.000Z',
  was_there_before: false,
}
