/** Documents made up for the Federal Register: three a month on weekdays, listed from the weekday before their day on. */
import { addDays, dateIn, isWeekday, weekdaysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { day } from '../brands.ts'
import { newYork } from '../../../jobs/providers/federal-register/host.ts'

export type RegisterDocument = Record<string, unknown> & {
  document_number: string
  publication_date: IsoDate
  /** For the search: whether a watched word occurs, and the slugs of its offices. */
  mentions: boolean
}

const begins = day('2019-01-02')

const offices = {
  bis: {
    raw_name: 'DEPARTMENT OF COMMERCE',
    name: 'Industry and Security Bureau',
    slug: 'industry-and-security-bureau',
    id: 241,
    parent_id: 54,
    url: 'https://www.federalregister.gov/agencies/industry-and-security-bureau',
    json_url: 'https://www.federalregister.gov/api/v1/agencies/241',
  },
  president: {
    raw_name: 'Executive Office of the President',
    name: 'Executive Office of the President',
    slug: 'executive-office-of-the-president',
    id: 538,
    parent_id: null,
  },
  energy: { raw_name: 'DEPARTMENT OF ENERGY', name: 'Energy Department', slug: 'energy-department', id: 136 },
} as const

/** From the beginning to the weekday after `now`, newest first. */
export function registerDocuments(now: Instant): readonly RegisterDocument[] {
  return weekdaysBetween(begins, nextIssue(now))
    .filter((date) => ['02', '03', '12', '13', '23'].includes(date.slice(8)))
    .map((date) => documentOn(date))
    .toReversed()
}

/** Tomorrow's issue, Monday's from Friday on. */
export function nextIssue(now: Instant): IsoDate {
  let date = addDays(dateIn(newYork, now), 1)
  while (!isWeekday(date)) date = addDays(date, 1)
  return date
}

function documentOn(date: IsoDate): RegisterDocument {
  const place = Number(date.slice(8))
  const number = `${date.slice(0, 4)}-${date.slice(5, 7)}${date.slice(8)}${place % 7}`
  const shared = {
    document_number: number,
    publication_date: date,
    html_url: `https://www.federalregister.gov/documents/${date.replaceAll('-', '/')}/${number}/a-title`,
    pdf_url: `https://www.govinfo.gov/content/pkg/FR-${date}/pdf/${number}.pdf`,
    effective_on: null,
    comments_close_on: null,
    signing_date: null,
    correction_of: null,
    corrections: [],
    executive_order_number: null,
  }
  if (place === 12 || place === 13)
    return {
      ...shared,
      mentions: false,
      type: 'Rule',
      title: 'Additions and Revisions of Entities to the Entity List',
      abstract: 'In this rule, the Bureau of Industry and Security adds entities to the Entity List.',
      effective_on: date,
      excerpts: 'In this rule, the Bureau of Industry and Security adds entities',
      agencies: [offices.bis],
    }
  return place === 23
    ? {
        ...shared,
        mentions: true,
        type: 'Notice',
        title: 'Notice of Request for Comments on Processed Critical Minerals ',
        abstract: null,
        comments_close_on: addDays(date, 30),
        excerpts: '&hellip; supply of <span class="match">rare earth</span> magnets &amp; alloys &hellip;',
        agencies: [offices.bis, offices.energy],
      }
    : {
        ...shared,
        mentions: true,
        type: 'Notice',
        title: 'Environmental Management Site-Specific Advisory Board, Hanford',
        abstract: 'This notice announces a meeting.',
        excerpts: 'separation of <span class="match">rare earths</span> from coal ash',
        agencies: [offices.energy],
      }
}

/** An order of the President, as it is printed four days after it is signed. */
export const executiveOrder = (date: IsoDate, number: string): Partial<RegisterDocument> => ({
  type: 'Presidential Document',
  title: 'Adjusting Imports of Processed Critical Minerals Into the United States',
  abstract: null,
  signing_date: addDays(date, -4),
  executive_order_number: number,
  agencies: [offices.president],
})
