import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { normalTitle } from '@oreline/shared/domain/inbox/normal-title.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Answer } from '../../http/answer.ts'
import type { Reading } from '../define-provider.ts'
import { canonicalIdentity, webAddress } from '../feed/address.ts'
import { clipped, lineOf } from '../feed/plain-text.ts'
import { readJson, schemaBroken, statusBroken } from '../read-json.ts'

/** GDELT lists no more for one question. */
export const mostArticles = 250

const answerSchema = z.object({ articles: z.array(z.unknown()).optional() })

/** `seendate`: when GDELT found it, in UTC; publication was earlier, mostly by minutes. */
const articleSchema = z.object({
  url: z.string(),
  title: z.string().min(1),
  seendate: z.string().regex(/^\d{8}T\d{6}Z$/),
  domain: z.string().min(1).max(300),
})

type Article = {
  readonly url: string
  readonly title: string
  readonly seen: string
  readonly day: IsoDate
  readonly domain: string
}

/** The stories of an answer: copies of one title found on one day are one, with every place that printed it. */
export function parseArticles(answer: Answer): Reading<PolicyDocument> {
  if (answer.status !== 200) return statusBroken(answer)
  const read = readJson(answer, answerSchema)
  if (read.kind === 'broken') return read
  const { articles = [] } = read.value
  if (articles.length === 0) return { kind: 'empty' }
  const good: Article[] = []
  const rejects: Reject[] = []
  for (const [index, row] of articles.entries()) {
    const article = articleOf(row)
    if (typeof article === 'string') rejects.push({ index, reason: article, row })
    else good.push(article)
  }
  if (rejects.length > articles.length / 5)
    return schemaBroken(`${rejects.length} of ${articles.length} articles are bad`)
  const stories = Map.groupBy(good, storyOf)
  const isCut = articles.length >= mostArticles
  return {
    kind: 'ok',
    items: [...stories].map(([story, copies]) => documentOf(story, copies)),
    complete: !isCut,
    warnings: isCut
      ? [{ code: 'limited', detail: `it lists no more than ${mostArticles} articles a day` }]
      : [],
    rejects,
    next: [],
  }
}

/** A text is the reason why it is none. */
function articleOf(row: unknown): Article | string {
  const parsed = articleSchema.safeParse(row)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unknown issue'}`
  }
  const { seendate, domain } = parsed.data
  const url = webAddress(parsed.data.url, parsed.data.url)
  if (url === null) return 'the link is no http(s) address'
  const title = clipped(withoutGaps(lineOf(parsed.data.title)), 1_000)
  if (title === '') return 'no title'
  const day = isoDateSchema.safeParse(
    `${seendate.slice(0, 4)}-${seendate.slice(4, 6)}-${seendate.slice(6, 8)}`,
  )
  return day.success ? { url, title, seen: seendate, day: day.data, domain } : 'no such day'
}

/** GDELT sets spaces around punctuation: `China ' s exports , again`. */
const withoutGaps = (title: string): string =>
  title
    .replace(/ (['’]) (s|t|re|ve|ll|d|m)\b/g, '$1$2')
    .replace(/ ([,.;:!?%)\]”])/g, '$1')
    .replace(/([([$“]) /g, '$1')

const storyOf = ({ title, url, day }: Article): string =>
  `${day} ${normalTitle({ title, type: 'news', url }) ?? canonicalIdentity(url)}`

/** The copy found first stands for all. */
function documentOf(story: string, copies: readonly Article[]): PolicyDocument {
  const [first = copies[0], ...others] = copies.toSorted((a, b) =>
    a.seen === b.seen ? compare(a.url, b.url) : compare(a.seen, b.seen),
  )
  invariant(first !== undefined, 'a story has a copy')
  return {
    sourceId: `${first.day}/${createHash('sha256').update(story).digest('hex').slice(0, 32)}`,
    type: 'news',
    title: first.title,
    language: 'en',
    url: first.url,
    publishedOn: first.day,
    publishedAt: null,
    precision: 'day',
    stage: 'published',
    abstract: null,
    excerpt: null,
    issuers: [...new Set([first, ...others].map(({ domain }) => domain))],
    numbers: [],
    signedOn: null,
    effectiveOn: null,
    commentsCloseOn: null,
    correctionOf: null,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
