import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { mergeKeys } from '@oreline/shared/domain/inbox/merge-keys.ts'
import { planMerge, type Arrival } from '@oreline/shared/domain/inbox/merge.ts'
import { normalTitle } from '@oreline/shared/domain/inbox/normal-title.ts'
import { vanishesIfUnseenSince } from '@oreline/shared/domain/inbox/vanishing.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, instant } from '../../support/brands.ts'
import { aDocument, federalRegister, mofcom } from '../../support/documents.ts'

/** Documents of one address come from one source here. */
const sourceOf = ({ url, language }: PolicyDocument): string =>
  url.includes('federalregister')
    ? 'federal-register'
    : url.includes('mofcom')
      ? `mofcom${language === 'en' ? '-en' : ''}`
      : url.includes('whitehouse')
        ? 'white-house'
        : 'gdelt'

const keysOf = (document: PolicyDocument) =>
  mergeKeys(document, { source: sourceOf(document), seenOn: day('2026-11-20') })

/** What a store would hold after documents came in one answer after the other: which of them belong together. */
function groupsOf(answers: readonly (readonly PolicyDocument[])[]): readonly string[] {
  const known = new Map<string, number>()
  const itemOf = new Map<string, number>()
  let last = 0
  for (const documents of answers) {
    const arrivals = documents.map((document): Arrival => ({
      ref: document.sourceId,
      item: itemOf.get(document.sourceId) ?? null,
      keys: keysOf(document),
    }))
    for (const { item, folded, refs, keys } of planMerge(arrivals, known)) {
      const into = item ?? (last += 1)
      for (const map of [known, itemOf])
        for (const [name, held] of map) if (folded.includes(held)) map.set(name, into)
      for (const ref of refs) itemOf.set(ref, into)
      for (const key of keys) if (!known.has(key)) known.set(key, into)
    }
  }
  return [...Map.groupBy(itemOf.keys(), (ref) => itemOf.get(ref)).values()]
    .map((refs) => refs.toSorted().join(' '))
    .toSorted()
}

const isOne = (...documents: readonly PolicyDocument[]): boolean => groupsOf([documents]).length === 1

const order = 'Ensuring National Security and Economic Resilience Through Section 232 Actions'

describe('documents that are the same', () => {
  test('P06: a correction is a document of its own, though it bears title and order of what it corrects', () => {
    const original = federalRegister('2026-12345', { type: 'presidential-document', title: order })
    const correction = federalRegister('C1-2026-12345', {
      title: order,
      type: 'correction',
      correctionOf: '2026-12345',
    })
    expect(isOne(original, correction)).toBe(false)
  })

  test('P08: a number padded otherwise is the same number', () => {
    expect(
      isOne(federalRegister('2012-07333'), federalRegister('2012-7333', { sourceId: 'inspected' })),
    ).toBe(true)
  })

  test.for([
    ['the day of signature', { signedOn: '2026-11-05', publishedOn: '2026-11-24' }, true],
    ['print after ten days', { publishedOn: '2026-11-15' }, true],
    ['print after eleven days', { publishedOn: '2026-11-16' }, false],
  ] as const)(
    'P10: an order of the White House is that of the Federal Register by title and %s',
    ([, over, same]) => {
      const signed = aDocument({ title: order, publishedOn: '2026-11-05' })
      const printed = federalRegister('2026-20001', {
        type: 'presidential-document',
        title: `Executive Order 14400 of November 5, 2026—${order.toUpperCase()}`,
        ...over,
      })
      expect(isOne(signed, printed)).toBe(same)
    },
  )

  test('P10: and by the number of the order, whatever the titles', () => {
    const numbers = [{ scheme: 'executive-order' as const, number: '14400' }]
    const signed = aDocument({ numbers, publishedOn: '2026-01-05' })
    expect(isOne(signed, aDocument({ sourceId: 'two', title: 'Another title altogether', numbers }))).toBe(
      true,
    )
  })

  test('P24: an announcement without a number is known by its title', () => {
    const title = '公布对部分中重稀土相关物项实施出口管制的决定'
    const numbered = mofcom('2026-57', { title: `商务部 海关总署公告2026年第57号 ${title}` })
    expect(isOne(numbered, aDocument({ sourceId: 'portal', language: 'zh', title }))).toBe(true)
  })

  test('P25: the English text, a month later, belongs to the Chinese announcement', () => {
    const chinese = mofcom('2026-57', { title: '商务部公告2026年第57号' })
    const english = mofcom('2026-57', {
      sourceId: 'en',
      language: 'en',
      publishedOn: '2026-12-20',
      title: 'No. 57',
    })
    expect(isOne(chinese, english)).toBe(true)
  })

  test('P31: one story on forty sites, spaced and signed as each site does, is one', () => {
    const copies = Array.from({ length: 40 }, (_, index) =>
      aDocument({
        sourceId: `copy-${index}`,
        type: 'news',
        url: `https://www.site${index}.com/story`,
        title: `China ' s rare - earth exports fall to a five - year low ${index % 2 === 0 ? `| Site ${index}` : `- The Site${index}`}`,
      }),
    )
    expect(groupsOf([copies])).toHaveLength(1)
  })

  test.for([
    'Notice',
    'Sunshine Act Meetings',
    'Contracts For Nov. 20, 2026',
    'Presidential permit',
    'Presidential Waiver of Statutory Requirements Pursuant to Section 303 of the Defense Production Act',
    '公告',
    '商务部公告2026年第57号',
  ])('of many acts do not merge by their title: %s', (title) => {
    expect(normalTitle(aDocument({ title }))).toBeNull()
    expect(isOne(aDocument({ title }), aDocument({ sourceId: 'two', title }))).toBe(false)
  })

  test('notices of the Federal Register repeat their titles, and are known by their number alone', () => {
    const title = 'Rare Earth Metals From China: Preliminary Results of Review'
    expect(isOne(federalRegister('2026-1', { title }), federalRegister('2026-2', { title }))).toBe(false)
  })

  test('what one source publishes every week under one title is new each time', () => {
    const weekly = (publishedOn: string) =>
      aDocument({ sourceId: publishedOn, title: 'The week ahead in critical minerals', publishedOn })
    expect(groupsOf([[weekly('2026-11-06'), weekly('2026-11-13')]])).toHaveLength(2)
    const news = aDocument({
      ...weekly('2026-11-07'),
      sourceId: 'copy',
      type: 'news',
      url: 'https://example.org/',
    })
    expect(isOne(weekly('2026-11-06'), news)).toBe(true)
  })

  test('a title longer than an index has room for is still one', () => {
    const title = '稀土'.repeat(500)
    const [key = ''] = keysOf(aDocument({ title })).held
    expect(new TextEncoder().encode(key).length).toBeLessThan(1_000)
    expect(
      isOne(aDocument({ title }), aDocument({ sourceId: 'two', title: `${title.slice(0, -1)}矿` })),
    ).toBe(true)
    expect(isOne(aDocument({ title }), aDocument({ sourceId: 'two', title: title.slice(2) }))).toBe(false)
  })

  test('belong together in the same way, in whatever order and company they arrive', () => {
    const titles = ['Rare earths for allied defence', 'Mineral floor prices announced', 'Notice']
    const urls = [
      'https://www.whitehouse.gov/x',
      'https://www.federalregister.gov/x',
      'https://example.org/x',
    ]
    const someDocument = fc
      .record({
        title: fc.constantFrom(...titles),
        url: fc.constantFrom(...urls),
        dayOfMonth: fc.integer({ min: 1, max: 30 }),
        order: fc.option(fc.constantFrom('14400', '14401'), { freq: 2 }),
        register: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 2 }),
      })
      .map(({ title, url, dayOfMonth, order: number, register }) => ({
        title,
        url,
        type: 'presidential-document' as const,
        publishedOn: `2026-11-${String(dayOfMonth).padStart(2, '0')}`,
        numbers: [
          ...(number === null ? [] : [{ scheme: 'executive-order' as const, number }]),
          ...(register === null ? [] : [{ scheme: 'federal-register' as const, number: `2026-${register}` }]),
        ],
      }))
    fc.assert(
      fc.property(
        fc.array(someDocument, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat(1_000)),
        fc.integer({ min: 1, max: 4 }),
        (overs, places, atOnce) => {
          const documents = overs.map((over, index) => aDocument({ ...over, sourceId: `document-${index}` }))
          const shuffled = documents
            .map((document) => ({ document, place: places.next().value ?? 0 }))
            .toSorted((a, b) => a.place - b.place)
            .map(({ document }) => document)
          const answers = Array.from({ length: Math.ceil(shuffled.length / atOnce) }, (_, index) =>
            shuffled.slice(index * atOnce, (index + 1) * atOnce),
          )
          expect(groupsOf(answers)).toEqual(groupsOf([documents]))
        },
      ),
    )
  })

  test('P07: ten business days in Washington before a Monday are a Monday two weeks back, at midnight there', () => {
    expect(vanishesIfUnseenSince(instant('2026-11-23T15:00:00Z'))).toBe('2026-11-09T05:00:00.000Z')
  })
})
