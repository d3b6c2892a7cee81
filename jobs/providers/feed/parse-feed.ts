import type { TimeZone } from '@oreline/shared/domain/calendar/calendar.ts'
import { policyDocumentSchema, type PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Reject, Warning } from '@oreline/shared/kernel/outcome.ts'
import type { Answer } from '../../http/answer.ts'
import type { Reading } from '../define-provider.ts'
import { schemaBroken, statusBroken } from '../read-json.ts'
import { canonicalIdentity, webAddress } from './address.ts'
import { passagesOf } from './passages.ts'
import { clipped, lineOf, paragraphsOf } from './plain-text.ts'
import { publishedOf } from './published.ts'
import { readFeed, type FeedEntry } from './read-feed.ts'

/** An entry as plain words. `summary` and `content` are paragraphs. */
export type PlainEntry = {
  readonly title: string
  readonly url: string
  readonly summary: readonly string[]
  readonly content: readonly string[]
  readonly categories: readonly string[]
}

/** What a publisher's own feed adds to what every feed says. */
type Particulars = Pick<PolicyDocument, 'type' | 'issuers'> &
  Partial<Pick<PolicyDocument, 'numbers' | 'signedOn'>> & {
    /** The whole text: of it the paragraphs are kept that say something watched for. */
    readonly fullText: readonly string[]
    /** false: the summary is the whole text and not kept. */
    readonly hasAbstract: boolean
  }

/** How a publisher’s feed is read. */
export type FeedTerms = {
  /** Relative links start from here. */
  readonly base: string
  /** Of the publisher. */
  readonly timeZone: TimeZone
  readonly particularsOf: (entry: PlainEntry) => Particulars
}

/** The documents a feed lists. More than a fifth of them bad: the whole feed is; none at all: it is empty. */
export function parseFeed(answer: Answer, terms: FeedTerms): Reading<PolicyDocument> {
  if (answer.status !== 200) return statusBroken(answer)
  const feed = readFeed(answer.text)
  if ('kind' in feed) return feed
  const { entries } = feed
  if (entries.length === 0) return { kind: 'empty' }
  const items: PolicyDocument[] = []
  const rejects: Reject[] = []
  for (const [index, entry] of entries.entries()) {
    const read = documentOf(entry, terms, answer.fetchedAt)
    if ('document' in read) items.push(read.document)
    else rejects.push({ index, reason: read.reason, row: rowOf(entry) })
  }
  if (rejects.length > entries.length / 5)
    return schemaBroken(`${rejects.length} of ${entries.length} entries are bad`)
  const undated = items.filter(({ precision }) => precision === 'unknown').length
  const warnings: readonly Warning[] =
    undated === 0 ? [] : [{ code: 'P17', detail: 'entries without a date that can be read', count: undated }]
  return { kind: 'ok', items, complete: true, warnings, rejects, next: [] }
}

type Read = { readonly document: PolicyDocument } | { readonly reason: string }

function documentOf(entry: FeedEntry, terms: FeedTerms, fetchedAt: Instant): Read {
  const title = clipped(lineOf(entry.title ?? ''), 1_000)
  if (title === '') return { reason: 'no title' }
  if (entry.link === null) return { reason: 'no link' }
  const url = webAddress(entry.link, terms.base)
  if (url === null) return { reason: `the link is no http(s) address: ${clipped(entry.link, 80)}` }
  const plain: PlainEntry = {
    title,
    url,
    summary: wordsOf(entry.summary),
    content: wordsOf(entry.content),
    categories: entry.categories.map(lineOf),
  }
  const { fullText, hasAbstract, ...particulars } = terms.particularsOf(plain)
  const abstract = clipped(plain.summary.join('\n'), 10_000)
  const excerpt = passagesOf(fullText)
  const document = policyDocumentSchema.safeParse({
    sourceId: canonicalIdentity(entry.id ?? url),
    title,
    language: 'en',
    url,
    ...publishedOf(entry.published, { timeZone: terms.timeZone, fetchedAt }),
    stage: 'published',
    abstract: !hasAbstract || abstract === '' || abstract === title ? null : abstract,
    excerpt: excerpt === '' ? null : excerpt,
    numbers: [],
    signedOn: null,
    effectiveOn: null,
    commentsCloseOn: null,
    correctionOf: null,
    ...particulars,
  } satisfies PolicyDocument)
  if (document.success) return { document: document.data }
  const [issue] = document.error.issues
  return { reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unknown issue'}` }
}

/** What WordPress writes under every summary says nothing about it. */
const wordsOf = (html: string | null): readonly string[] =>
  paragraphsOf(html ?? '').filter(
    (line) => !/^The post .* (?:appeared first|first appeared) on .*$/.test(line),
  )

/** What is kept of a bad entry, for whoever looks into it. */
const rowOf = ({ id, title, link, published }: FeedEntry) => ({ id, title, link, published })
