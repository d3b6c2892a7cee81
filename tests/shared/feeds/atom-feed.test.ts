import { atomFeed } from '@oreline/shared/domain/feeds/atom-feed.ts'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { instant } from '../../support/brands.ts'
import { policyEvent } from '../../support/policy-event.ts'

const updated = instant('2026-11-20T08:00:00.000Z')
const feedSchema = z.object({
  feed: z.object({
    id: z.string(),
    updated: z.string(),
    author: z.object({ name: z.string() }),
    link: z.array(z.object({ rel: z.string(), href: z.string() })),
    entry: z.object({
      id: z.string(),
      title: z.string(),
      updated: z.string(),
      published: z.string(),
      summary: z.object({ '#text': z.string() }),
      category: z.array(z.object({ term: z.string() })),
    }),
  }),
})
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
})
const written = (given: Parameters<typeof policyEvent>[0], self = '/feed.atom') =>
  atomFeed({
    entries: [{ event: policyEvent(given), state: null, recordedAt: updated }],
    updated,
    publicUrl: 'https://oreline.example',
    self,
  })

it('is Atom with what RFC 4287 asks of feed and entry', () => {
  const { feed } = feedSchema.parse(
    parser.parse(written({ title: 'A & B <c>' }, '/feed.atom?ticker=MP&limit=5')),
  )
  expect(feed).toMatchObject({
    id: 'tag:oreline,2026:timeline?ticker=MP&amp;limit=5'.replace('&amp;', '&'),
    updated,
    author: { name: 'Oreline' },
    entry: {
      id: 'tag:oreline,2026:event:cn-2024-01-10-test',
      title: 'A & B <c>',
      updated,
      published: '2024-01-10T00:00:00Z',
    },
  })
  expect(feed.link).toContainEqual(
    expect.objectContaining({ rel: 'self', href: 'https://oreline.example/feed.atom?ticker=MP&limit=5' }),
  )
  expect(feed.entry.category.map(({ term }) => term)).toEqual(['CN', 'export-control'])
})

it('is well-formed whatever a title holds, and gives it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
      const title = `x${text}x`
      const xml = written({ title: title.slice(0, 90) })
      expect(XMLValidator.validate(xml)).toBe(true)
      const plain = title
        .slice(0, 90)
        .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
      expect(feedSchema.parse(parser.parse(xml)).feed.entry.title).toBe(plain)
    }),
  )
})
