/** Government documents as a connector would read them. */
import { policyDocumentSchema, type PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import type { Clock } from '@oreline/shared/kernel/clock.ts'
import type { Db } from '@oreline/server/db/client.ts'
import { takeInDocuments } from '@oreline/server/db/policy-documents.ts'
import { withRevision } from '@oreline/server/db/revision.ts'

type Over = { readonly [K in keyof PolicyDocument]?: PolicyDocument[K] | string }

/** A press release of today; anything may be said otherwise, and is checked like any other. */
export const aDocument = (over: Over = {}): PolicyDocument =>
  policyDocumentSchema.parse({
    sourceId: 'one',
    type: 'press-release',
    title: 'A statement on nothing in particular',
    language: 'en',
    url: 'https://www.whitehouse.gov/presidential-actions/one/',
    publishedOn: '2026-11-20',
    publishedAt: null,
    precision: 'day',
    stage: 'published',
    abstract: null,
    excerpt: null,
    issuers: [],
    numbers: [],
    signedOn: null,
    effectiveOn: null,
    commentsCloseOn: null,
    correctionOf: null,
    ...over,
  })

/** A notice of the Federal Register. */
export const federalRegister = (number: string, over: Over = {}): PolicyDocument =>
  aDocument({
    sourceId: number,
    type: 'notice',
    url: `https://www.federalregister.gov/d/${number}`,
    numbers: [{ scheme: 'federal-register', number }],
    ...over,
  })

/** An announcement of China's Ministry of Commerce, by year and number. */
export const mofcom = (number: string, over: Over = {}): PolicyDocument =>
  aDocument({
    sourceId: `art_${number}`,
    type: 'announcement',
    language: 'zh',
    url: `https://www.mofcom.gov.cn/zwgk/zcfb/art/art_${number}.html`,
    numbers: [{ scheme: 'mofcom', number }],
    ...over,
  })

/** Takes an answer of a source in, as its job would; gives the number of rows written. */
export async function takeIn(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  source: string,
  documents: readonly PolicyDocument[],
  isFirstAnswer: boolean = false,
): Promise<number> {
  const { rows } = await withRevision(db, { scope: 'documents', clock }, async (revision) =>
    takeInDocuments(revision, { source, documents, payloadId: null, isFirstAnswer }),
  )
  return rows
}
