/** The reader of RSS and Atom: texts as hosts write them, well and badly. The formats stand on their descriptions; none is recorded. */
import { policyDocumentSchema } from '@oreline/shared/domain/inbox/document.ts'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalIdentity, webAddress } from '../../jobs/providers/feed/address.ts'
import { parseFeed } from '../../jobs/providers/feed/parse-feed.ts'
import { clipped } from '../../jobs/providers/feed/plain-text.ts'
import { decodeBody } from '../../jobs/http/decode.ts'
import { answerOf } from '../support/answers.ts'

const timeZone = timeZoneSchema.parse('America/New_York')

const read = (text: string) =>
  parseFeed(answerOf(text), {
    base: 'https://agency.example.gov/feeds/news.xml',
    timeZone,
    particularsOf: ({ content }) => ({
      type: 'press-release',
      issuers: ['Agency'],
      fullText: content,
      hasAbstract: true,
    }),
  })
const itemsOf = (text: string) => {
  const reading = read(text)
  if (reading.kind !== 'ok') throw new Error(JSON.stringify(reading))
  return reading.items
}
const rss = (...items: readonly string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items
    .map((inner) => `<item>${inner}</item>`)
    .join('')}</channel></rss>`
const plain = '<title>A title</title><link>https://agency.example.gov/a</link>'

describe('an entry', () => {
  test('of RSS: words without markup, whole link, day and moment of the publisher', () => {
    const [document] = itemsOf(
      rss(`<title>&lt;b&gt;Rare&lt;/b&gt; earths &amp;amp; <![CDATA[magnets <script>x()</script>]]>\u202E</title>
        <link>/news/1?utm_source=rss&amp;id=7</link><guid isPermaLink="false">abc 12</guid>
        <pubDate>Fri, 20 Nov 2026 16:05:30 EST</pubDate>
        <description><![CDATA[<p>One&nbsp;two</p><p>&lt;three&gt;</p>]]></description>`),
    )
    expect(document).toEqual({
      sourceId: 'abc 12',
      type: 'press-release',
      title: 'Rare earths & magnets',
      language: 'en',
      url: 'https://agency.example.gov/news/1?id=7',
      publishedOn: '2026-11-20',
      publishedAt: '2026-11-20T21:05:30.000Z',
      precision: 'instant',
      stage: 'published',
      abstract: 'One two\n<three>',
      excerpt: null,
      issuers: ['Agency'],
      numbers: [],
      signedOn: null,
      effectiveOn: null,
      commentsCloseOn: null,
      correctionOf: null,
    })
  })

  test('of Atom: alternate link, id, published before updated, XHTML as words', () => {
    expect(
      itemsOf(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">Magnets &amp;mdash; a plan</title>
        <link rel="self" href="/self"/><link href="../b"/><id>tag:agency,2026:1</id>
        <published>2026-11-20T09:00:00+01:00</published><updated>2026-11-20T12:00:00Z</updated>
        <content type="xhtml"><div><p>Nothing here.</p><p>Of <i>neodymium</i> there is more.</p></div></content>
        </entry></feed>`),
    ).toMatchObject([
      {
        sourceId: 'tag:agency,2026:1',
        title: 'Magnets — a plan',
        url: 'https://agency.example.gov/b',
        publishedAt: '2026-11-20T08:00:00.000Z',
        // Of the whole text only what is watched for is kept.
        excerpt: 'Of neodymium there is more.',
      },
    ])
  })

  test('of a long text keeps at most its share, and says that it is cut', () => {
    const long = `Lynas ${'word '.repeat(4_000)}`
    const [document] = itemsOf(
      rss(`${plain}<description>${long}</description><content:encoded>${long}</content:encoded>`),
    )
    expect(document?.abstract?.length).toBeLessThanOrEqual(10_000)
    expect(document?.excerpt).toMatch(/^Lynas .*…$/)
    expect(clipped('ab😀', 4)).toBe('ab😀')
    expect(clipped('ab😀c', 4)).toBe('ab…')
  })

  test('the charset is the XML declaration’s, where the bytes are no UTF-8', () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?>${rss(plain.replace('A title', 'Café à Genève'))}`
    const { text: decoded } = decodeBody(
      Buffer.from(text.replace('?><?xml version="1.0"?>', '?>'), 'latin1'),
      'text/xml',
      {
        expect: { format: 'xml', endTag: '</rss>' },
      },
    )
    expect(itemsOf(decoded)).toMatchObject([{ title: 'Café à Genève' }])
  })
})

describe('P16: the identity of an entry', () => {
  test.each([
    ['https://a.gov/?p=1', 'http://a.gov/?p=1'],
    ['https://a.gov/x?id=1', 'http://A.gov/x?utm_source=rss&id=1&fbclid=2#top'],
    ['12 at https://a.gov', ' 12  at https://a.gov '],
  ])('%s is also %s', (one, other) => {
    expect(canonicalIdentity(other)).toBe(canonicalIdentity(one))
  })

  test('is the guid, else the id, else the link; a thing without end is known by its hash', () => {
    expect(itemsOf(rss(plain, `${plain}<guid>g</guid>`)).map(({ sourceId }) => sourceId)).toEqual([
      'https://agency.example.gov/a',
      'g',
    ])
    expect(canonicalIdentity('x'.repeat(301))).toMatch(/^[0-9a-f]{64}$/)
  })

  test('a permanent guid stands for a missing link, any other does not', () => {
    expect(itemsOf(rss('<title>T</title><guid>https://a.gov/1</guid>'))).toMatchObject([
      { url: 'https://a.gov/1' },
    ])
    expect(read(rss('<title>T</title><guid isPermaLink="false">https://a.gov/1</guid>'))).toMatchObject({
      kind: 'broken',
    })
  })
})

describe('links', () => {
  const base = 'https://agency.example.gov/feeds/news.xml'
  test.each([
    'javascript:alert(1)',
    'ftp://a.gov/x',
    'data:text/html,x',
    'file:///etc/passwd',
    'mailto:a@b.c',
    'https://agency.example.gov@evil.example/',
    'http://',
    '',
  ])('%s is none, and the item with it is put aside with the reason', (link) => {
    expect(webAddress(link, base)).toBeNull()
    const good = Array.from({ length: 5 }, (_, place) => `${plain}<guid>${place}</guid>`)
    expect(read(rss(...good, `<title>T</title><link>${link}</link>`))).toMatchObject({
      kind: 'ok',
      rejects: [{ index: 5, reason: expect.stringMatching(/link/) }],
    })
  })
})

describe('a whole feed', () => {
  const many = Array.from(
    { length: 10 },
    (_, place) => `${plain}<guid>${place}</guid><description>words</description>`,
  )
  const whole = rss(...many)

  test('P21: cut anywhere it is refused, and never shorter than it is', () => {
    for (let end = 0; end < whole.length; end += 1)
      expect([end, read(whole.slice(0, end)).kind]).toEqual([end, 'broken'])
  })

  test('P22: with a document type or entities of its own is refused, loudly; in a text they mean nothing', () => {
    for (const dtd of [
      '<!DOCTYPE rss>',
      '<!DOCTYPE rss [<!ENTITY a "ha">]>',
      '<!-- x --><!DOCTYPE rss SYSTEM "file:///etc/passwd">',
    ])
      expect(read(whole.replace('<rss', `${dtd}<rss`))).toMatchObject({
        kind: 'broken',
        why: 'schema',
        urgent: true,
      })
    expect(
      itemsOf(rss(`${plain}<description><![CDATA[<!DOCTYPE html><p>x</p>]]></description>`)),
    ).toMatchObject([{ abstract: 'x' }])
  })

  test('an entity that nobody declared stands for itself', () => {
    expect(itemsOf(rss(plain.replace('A title', 'A &xxe; &#0;&#xD800;&#1114112; title')))).toMatchObject([
      { title: expect.stringMatching(/^A &xxe; .*title$/) },
    ])
  })

  test('nested without end, of another kind, or not XML is broken', () => {
    const deep = `${'<b>'.repeat(5_000)}${'</b>'.repeat(5_000)}`
    for (const text of [
      rss(`${plain}${deep}`),
      '<rdf:RDF xmlns:rdf="x"/>',
      '<rss version="2.0"/>',
      '{"items":[]}',
    ])
      expect(read(text)).toMatchObject({ kind: 'broken', why: 'schema' })
  })

  test('P17: tells how many entries have no date that can be read', () => {
    expect(read(rss(plain, `${plain}<pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate>`))).toMatchObject({
      warnings: [{ code: 'P17', count: 1 }],
    })
  })

  test('without an entry is empty, with a fifth of them bad in parts, with more broken', () => {
    const bad = '<title>T</title><link>javascript:1</link>'
    expect(read(rss())).toEqual({ kind: 'empty' })
    expect(read(rss(...many.slice(2), bad, bad))).toMatchObject({
      kind: 'ok',
      rejects: [{ index: 8 }, { index: 9 }],
    })
    expect(read(rss(...many.slice(3), bad, bad, bad))).toMatchObject({
      kind: 'broken',
      detail: '3 of 10 entries are bad',
    })
  })

  test('with any text in the place of a part: never a throw, and every document is one', () => {
    let accepted = 0
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(30),
        fc.string({ unit: 'binary', maxLength: 12 }),
        (from, length, text) => {
          const reading = read(whole.slice(0, from) + text + whole.slice(from + length))
          if (reading.kind !== 'ok') return
          accepted += 1
          for (const document of reading.items)
            expect(policyDocumentSchema.safeParse(document).success).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
    expect(accepted).toBeGreaterThan(5)
  })
})
