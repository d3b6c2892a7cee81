import { catalogueChanges } from '@oreline/shared/domain/policy/catalogue-changes.ts'
import { catalogueText, readCatalogue } from '@oreline/shared/domain/policy/catalogue-file.ts'
import { isFollowed, policyClaimSchema } from '@oreline/shared/domain/policy/claim.ts'
import { counterpartChanges } from '@oreline/shared/domain/policy/supersession.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { policyEvent } from '../../support/policy-event.ts'
import { seedEvent, seedEvents } from '../../support/seed-files.ts'

const shipped = readFileSync(new URL('../../../migrations/seed/policy-events.json', import.meta.url), 'utf8')
const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id)

describe('the file of the catalogue', () => {
  it('is the shipped one to the byte, in whatever order events and keys were kept', () => {
    const kept = seedEvents()
      .toReversed()
      .map((event) => Object.fromEntries(Object.entries(event).toReversed()))
    expect(catalogueText(readCatalogue(kept).events.map(({ event }) => event))).toBe(shipped)
  })

  it('names each fault by its place, and reads the rest', () => {
    const plain = policyEvent({})
    const entries = [
      plain,
      { ...plain, id: 'b', end_date: '2024-02-30', provisons: [] },
      { ...plain, id: 'c', tickers: [{ ticker: 'MP', direction: 'up', reason: 'a' }] },
      plain,
      'no event',
      { ...plain, id: 'd', official_url: 'ftp://example.org/act' },
    ]
    const { events, faults, named } = readCatalogue(entries)
    expect([...named]).toEqual([plain.id, 'b', 'c', 'd'])
    expect(events.map(({ place }) => place)).toEqual([0])
    expect(faults.map(({ field }) => field)).toEqual([
      '[1].end_date',
      '[1].provisons',
      '[2].tickers.0.direction',
      '[3].id',
      '[4]',
      '[5].official_url',
    ])
    expect(faults.find(({ field }) => field === '[3].id')?.why).toBe('stands at [0] already')
  })
})

describe('catalogueChanges', () => {
  it('tells what is new, what differs and in which fields, and what the file leaves out', () => {
    const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((id) => policyEvent({ id }))
    if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined)
      throw new Error('five')
    const { added, changed, unchanged, missing } = catalogueChanges(
      [a, b, c, e],
      [a, { ...b, title: 'B' }, d],
      new Set(['a', 'b', 'd', 'e']),
    )
    // The file names e too, in a way that cannot be read.
    expect([ids(added), unchanged, ids(missing)]).toEqual([['d'], 1, ['c']])
    expect(changed.map(({ event, fields }) => [event.id, fields])).toEqual([
      ['b', [{ field: 'title', before: 'A test event', after: 'B' }]],
    ])
  })
})

describe('counterpartChanges', () => {
  const b = policyEvent({ id: 'b' })
  const c = policyEvent({ id: 'c', superseded_by: ['a'] })
  const others = [b, c]

  it('writes a new supersession into the other event, and takes an old one out of it', () => {
    const before = policyEvent({ id: 'a', supersedes: ['c'] })
    const after = policyEvent({ id: 'a', supersedes: ['b'], superseded_by: ['c'] })
    expect(counterpartChanges(after.id, { before, after }, others)).toEqual([
      { ...b, superseded_by: ['a'] },
      { ...c, superseded_by: [], supersedes: ['a'] },
    ])
  })

  it('leaves alone what says so already, and links the event never had', () => {
    const after = policyEvent({ id: 'a', supersedes: ['c'] })
    expect(counterpartChanges(after.id, { before: null, after }, others)).toEqual([])
    const without = policyEvent({ id: 'a' })
    expect(counterpartChanges(without.id, { before: without, after: without }, others)).toEqual([])
  })
})

describe('a claim', () => {
  const event = seedEvent('cn-2025-11-07-mofcom-70-suspension')
  const claim = policyClaimSchema.parse({
    event_id: event.id,
    id: 'one',
    field: 'effective_date',
    value: '2025-11-10',
    says: 'It begins on the 10th.',
    source: { name: 'A report', url: null, date: null },
    standing: 'open',
    note: null,
  })

  it('is followed where the event says the same, and cannot be compared with a text or a list', () => {
    expect(isFollowed(claim, event)).toBe(false)
    expect(isFollowed({ ...claim, value: '2025-11-07' }, event)).toBe(true)
    expect(isFollowed({ ...claim, field: 'suspended_from' }, event)).toBe(false)
    expect(isFollowed({ ...claim, field: 'summary' }, event)).toBeNull()
    expect(isFollowed({ ...claim, field: 'elements' }, event)).toBeNull()
  })
})
