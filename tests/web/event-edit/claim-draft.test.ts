import { candidateSchema } from '@oreline/shared/api/inbox.ts'
import { claimIdSchema } from '@oreline/shared/domain/policy/claim.ts'
import { describe, expect, it } from 'vitest'
import { candidateDraft, candidateReason } from '../../../web/features/event-edit/candidate-draft.ts'
import { claimIdFor, emptyClaim, readClaim } from '../../../web/features/event-edit/claim-draft.ts'
import { emptyDraft, idSuggestion } from '../../../web/features/event-edit/event-draft.ts'
import { readDraft } from '../../../web/features/event-edit/read-draft.ts'
import { readReason } from '../../../web/ui/reason-draft.ts'

const filled = {
  ...emptyClaim('Ada'),
  value: '2026-02-04',
  says: 'It was on the 4th.',
  name: 'A paper',
  url: 'https://example.org/',
  date: '2026-02-05',
}

describe('a claim as it is written', () => {
  it('is its own reason: what one source says needs no second one', () => {
    expect(readClaim(filled)).toMatchObject({
      kind: 'claim',
      claim: { field: 'announced_date', value: '2026-02-04', standing: 'open', note: null },
      reason: { by: 'Ada', sources: [{ name: 'A paper', date: '2026-02-05' }] },
    })
  })

  it('needs an address, a day and a name, and where it is wrong how that was shown', () => {
    const read = readClaim({ ...filled, url: 'example.org', date: '', by: ' ' })
    expect(Object.keys(read.kind === 'faulty' ? read.errors : {})).toEqual([
      'claim.source.url',
      'claim.source.date',
      'claim.by',
    ])
    expect(readClaim({ ...filled, standing: 'rejected' })).toMatchObject({
      errors: { 'claim.note': 'Say how it was shown to be wrong' },
    })
  })

  it('gets a short name of its own', () => {
    const taken = claimIdSchema.parse('2026-02-04-a-paper')
    expect(claimIdFor(filled, [])).toBe(taken)
    expect(claimIdFor(filled, [taken])).toBe('2026-02-04-a-paper-2')
    expect(claimIdFor({ ...filled, value: '二', name: '—' }, [])).toBe('claim')
  })
})

describe('a candidate of the inbox', () => {
  const document = {
    source: 'mofcom-en',
    source_id: '1',
    type: 'announcement',
    title: `MOFCOM Announcement No. 80 of 2026 ${'on export controls '.repeat(8)}`,
    title_en: null,
    language: 'en',
    url: 'https://example.org/80',
    published_on: '2026-11-20',
    published_at: '2026-11-20T09:00:00Z',
    precision: 'instant',
    moved_from: null,
    stage: 'published',
    issuers: ['Ministry of Commerce'],
    numbers: [{ scheme: 'mofcom', number: '2026-80' }],
    signed_on: null,
    effective_on: '2026-12-01',
    comments_close_on: null,
    correction_of: null,
    edited: false,
    was_there_before: false,
    first_seen_at: '2026-11-20T09:05:00Z',
    recorded_at: '2026-11-20T09:05:00Z',
  }
  const read = candidateSchema.safeParse({
    id: 7,
    state: 'open',
    title: document.title,
    title_en: null,
    day: '2026-11-20',
    relevance: null,
    documents: [document, { ...document, source_id: '2', published_on: '2026-11-21' }],
    terms: [],
    suggestion: {
      instrument_type: 'export-control',
      jurisdiction: 'CN',
      elements: ['Dy'],
      stages: ['separation'],
      tickers: ['MP'],
    },
    may_amend: [],
    decision: null,
    other_decisions: [],
    first_seen_at: '2026-11-20T09:05:00Z',
    was_there_before: false,
  })
  const candidate = read.data
  if (candidate === undefined) throw new Error(JSON.stringify(read.error?.issues))

  it('fills in what its documents say; what they do not say is left for a person', () => {
    const draft = candidateDraft(candidate)
    expect(draft.texts).toMatchObject({
      announced_date: '2026-11-20',
      effective_date: '2026-12-01',
      jurisdiction: 'CN',
      instrument_type: 'export-control',
      official_url: 'https://example.org/80',
      official_ref: 'Announcement No. 80 of 2026',
    })
    expect(draft.texts.title).toHaveLength(90)
    const errors = readDraft(draft, [])
    expect(Object.keys(errors.kind === 'faulty' ? errors.errors : {})).toEqual([
      'summary',
      'id',
      'tickers.0.direction',
      'tickers.0.reason',
    ])
    expect(idSuggestion(draft)).toBe('cn-2026-11-20-mofcom-announcement-2026-export')
    expect(idSuggestion(emptyDraft)).toBeNull()
  })

  it('gives its documents as sources, one for each address', () => {
    const reason = candidateReason(candidate, 'Ada')
    expect(reason.sources.map(({ url, date }) => [url, date])).toEqual([
      ['https://example.org/80', '2026-11-20'],
      ['', ''],
    ])
    expect(readReason({ ...reason, why: 'new', one_source_because: 'the act itself' })).toMatchObject({
      kind: 'reason',
    })
  })
})
