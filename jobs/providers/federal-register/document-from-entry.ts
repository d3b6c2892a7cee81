import {
  documentNumberSchema,
  type DocumentNumber,
  type PolicyDocument,
} from '@oreline/shared/domain/inbox/document.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { clipped, lineOf } from '../feed/plain-text.ts'
import type { Agency, Entry } from './entry.ts'

/** Queries say RULE, answers "Rule"; "Uncategorized Document" and what else may come are notices to a reader. */
const types: Readonly<Record<string, PolicyDocument['type']>> = {
  rule: 'rule',
  'proposed rule': 'proposed-rule',
  prorule: 'proposed-rule',
  notice: 'notice',
  'presidential document': 'presidential-document',
  presdocu: 'presidential-document',
  correction: 'correction',
}

export const documentType = (type: string | null | undefined, number: string): PolicyDocument['type'] =>
  /^C\d+-/.test(number) ? 'correction' : (types[(type ?? '').trim().toLowerCase()] ?? 'notice')

/**
 * `2026-7333` for `2026-07333`: public inspection and print pad a number differently. Capitals, without the zeros in front
 * of its last part.
 */
export const registerNumber = (raw: string): string =>
  raw
    .trim()
    .toUpperCase()
    .replace(/[\s\p{Pd}]+/gu, '-')
    .replace(/-0+(?=\d+$)/, '-')

/** Until then numbers were given out twice now and then: such a one says nothing without its day. */
const numbersAreUniqueFrom = '2016-01-01'

/** As the register lists it; null: nothing is left of its title without markup. */
export function documentFromEntry(entry: Entry, today: IsoDate): PolicyDocument | null {
  const title = clipped(lineOf(entry.title), 1_000)
  if (title === '') return null
  const number = registerNumber(entry.document_number)
  const isUnique = entry.publication_date >= numbersAreUniqueFrom
  const abstract = clipped(lineOf(entry.abstract ?? ''), 10_000)
  return {
    sourceId: isUnique ? number : `${number}/${entry.publication_date}`,
    type: documentType(entry.type, number),
    title,
    language: 'en',
    url: entry.html_url,
    publishedOn: entry.publication_date,
    publishedAt: null,
    precision: 'day',
    stage: entry.publication_date > today ? 'scheduled' : 'published',
    abstract: abstract === '' ? null : abstract,
    excerpt: excerptOf(entry.excerpts),
    issuers: namesOf(entry.agencies ?? []),
    numbers: [
      ...(isUnique ? [{ scheme: 'federal-register', number } as const] : []),
      ...executiveOrder(entry.executive_order_number),
    ],
    signedOn: entry.signing_date ?? null,
    effectiveOn: entry.effective_on ?? null,
    commentsCloseOn: entry.comments_close_on ?? null,
    correctionOf: correctedNumber(entry.correction_of, number),
  }
}

/** Without a mark it is the beginning of the text, which is in the abstract. */
function excerptOf(excerpts: string | null | undefined): string | null {
  if (excerpts === null || excerpts === undefined || !/<span class="match">/.test(excerpts)) return null
  const excerpt = clipped(lineOf(excerpts), 4_000)
  return excerpt === '' ? null : excerpt
}

/** By the register's name of it, else as printed (P12); each once. */
export function namesOf(agencies: readonly Agency[]): string[] {
  const names = agencies.map(({ name, raw_name: printed }) => clipped(lineOf(name ?? printed ?? ''), 300))
  return [...new Set(names.filter((name) => name !== ''))]
}

function executiveOrder(value: string | number | null | undefined): readonly DocumentNumber[] {
  const number = String(value ?? '').trim()
  return /^\d{1,6}(-[A-Z])?$/.test(number)
    ? [documentNumberSchema.parse({ scheme: 'executive-order', number })]
    : []
}

/** From the address of what is corrected, else from the correction's own number: C1-2026-12345. */
function correctedNumber(address: string | null | undefined, own: string): string | null {
  const [, named] = /documents\/(?:\d{4}\/\d\d\/\d\d\/)?([A-Z\d]+(?:-[A-Z\d]+)+)/i.exec(address ?? '') ?? []
  const [, numbered] = /^C\d+-(.+)$/.exec(own) ?? []
  const corrected = named ?? numbered
  return corrected === undefined ? null : registerNumber(corrected)
}
