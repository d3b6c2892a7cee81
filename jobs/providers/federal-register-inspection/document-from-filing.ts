import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { epochMs, instantOf } from '@oreline/shared/kernel/instant.ts'
import { documentType, namesOf, registerNumber } from '../federal-register/document-from-entry.ts'
import { newYork } from '../federal-register/host.ts'
import { clipped, lineOf } from '../feed/plain-text.ts'
import type { Filing } from './filing.ts'

/**
 * The document as it lies open. It is printed on `publishedOn`, which may move or be unknown; since when it can be read
 * stands in the abstract. null: it has no title, or nowhere to read it.
 */
export function documentFromFiling(filing: Filing): PolicyDocument | null {
  const title = titleOf(filing)
  const url = filing.html_url ?? filing.pdf_url ?? null
  if (title === '' || url === null) return null
  const number = registerNumber(filing.document_number)
  const note = lineOf(filing.editorial_note ?? '')
  const type = documentType(filing.type, number)
  const abstract = [laidOut(filing), note].filter((part) => part !== '').join(' ')
  return {
    sourceId: number,
    type,
    title,
    language: 'en',
    url,
    publishedOn: filing.publication_date ?? null,
    publishedAt: null,
    precision: filing.publication_date == null ? 'unknown' : 'day',
    stage: isTakenBack(filing) ? 'withdrawn' : 'inspection',
    abstract: abstract === '' ? null : clipped(abstract, 10_000),
    excerpt: null,
    issuers: namesOf(filing.agencies ?? []),
    numbers: [{ scheme: 'federal-register', number }],
    signedOn: null,
    effectiveOn: null,
    commentsCloseOn: null,
    correctionOf: type === 'correction' ? number.replace(/^C\d+-/, '') : null,
  }
}

/** Some have their title in parts, as the table of contents sets them. */
export function titleOf(filing: Filing): string {
  const whole = lineOf(filing.title ?? '')
  if (whole !== '') return clipped(whole, 1_000)
  const parts = [filing.toc_subject, filing.subject_1, filing.subject_2, filing.subject_3]
  return clipped(
    [...new Set(parts.map((part) => lineOf(part ?? '')))].filter((part) => part !== '').join(': '),
    1_000,
  )
}

/** `requested this document be withdrawn from publication`, in the note or in a letter of the agency. */
function isTakenBack({ editorial_note: note, agency_letters: letters }: Filing): boolean {
  return /\bwith(?:draw|drew)/i.test(`${note ?? ''} ${JSON.stringify(letters ?? '')}`)
}

function laidOut({ filed_at: filedAt, filing_type: kind, num_pages: pages }: Filing): string {
  if (filedAt == null) return ''
  const at = instantOf(Date.parse(filedAt))
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: newYork, timeStyle: 'short' }).format(epochMs(at))
  const when = `${dateIn(newYork, at)}, ${time} in Washington`
  const special = kind === 'special' ? ' (special filing)' : ''
  const length = pages == null ? '' : `; ${pages} ${pages === 1 ? 'page' : 'pages'}`
  return `Open for inspection since ${when}${special}${length}.`
}
