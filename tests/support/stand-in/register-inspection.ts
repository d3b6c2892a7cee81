/** The list of public inspection: all that lies open now, without pages; asked for by fields and nothing else. */
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { newYork } from '../../../jobs/providers/federal-register/host.ts'
import { nextIssue } from './register-documents.ts'
import type { StandInReply, StandInRequest, StandInScenario } from './route.ts'

type FilingRow = Record<string, unknown>
type FilingsFault = (rows: FilingRow[]) => StandInReply | void

export const isInspection = ({ path }: StandInRequest): boolean =>
  path.startsWith('/api/v1/public-inspection-documents/current.json')

export const inspectionReply = (request: StandInRequest): StandInReply =>
  written(filings(request.at), request)

function written(rows: readonly FilingRow[], { query, at }: StandInRequest): StandInReply {
  const fields = query.getAll('fields[]')
  return {
    body: {
      count: rows.length,
      results: rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))),
      regular_filings_updated_at: `${dateIn(newYork, at)}T08:45:00.000-05:00`,
      special_filings_updated_at: null,
    },
  }
}

/** Numbers are padded to five digits here, and not in print. */
function filings(now: Instant): FilingRow[] {
  const issue = nextIssue(now)
  const filed = `${dateIn(newYork, now)}T08:45:00.000-05:00`
  const row = (number: string, cells: FilingRow): FilingRow => ({
    document_number: `${issue.slice(0, 4)}-${number}`,
    type: 'Notice',
    agencies: [
      {
        raw_name: 'Bureau of Industry and Security',
        name: 'Industry and Security Bureau',
        slug: 'industry-and-security-bureau',
      },
    ],
    agency_letters: [],
    docket_numbers: [],
    editorial_note: null,
    filed_at: filed,
    filing_type: 'regular',
    publication_date: issue,
    num_pages: 12,
    html_url: `https://www.federalregister.gov/public-inspection/${issue.slice(0, 4)}-${number}/a-title`,
    pdf_url: `https://public-inspection.federalregister.gov/${issue.slice(0, 4)}-${number}.pdf`,
    ...cells,
  })
  return [
    row('07333', { title: 'Export Controls on Rare Earth Items', type: 'Rule', filing_type: 'special' }),
    row('07334', {
      title: null,
      toc_subject: 'Meetings:',
      subject_1: 'Critical Minerals Advisory Committee',
      agencies: [{ raw_name: 'DEPARTMENT OF ENERGY', name: 'Energy Department', slug: 'energy-department' }],
    }),
    row('07335', {
      title: 'Sunshine Act Meetings',
      agencies: [
        {
          raw_name: 'SEC',
          name: 'Securities and Exchange Commission',
          slug: 'securities-and-exchange-commission',
        },
      ],
    }),
  ]
}

const faults: Readonly<Record<string, FilingsFault>> = {
  'P01-inspection': (rows) => void rows.splice(0),
  'P02-inspection': () => ({ body: { count: 7 } }),
  'P07-withdrawn': ([first]) =>
    void Object.assign(first ?? {}, {
      editorial_note:
        'The agency has requested this document be withdrawn from publication. This document will remain on file through close of business.',
    }),
  'P07-letter': ([first]) =>
    void Object.assign(first ?? {}, {
      agency_letters: [{ title: 'Withdrawal letter', url: 'https://example.gov/letter.pdf' }],
    }),
  'P07-gone': (rows) => void rows.splice(0, 1),
  'P09-open': ([first]) => void Object.assign(first ?? {}, { publication_date: null }),
  'P09-moved': ([first]) => void Object.assign(first ?? {}, { publication_date: '2026-12-04' }),
  'P11-title': ([first]) =>
    void Object.assign(first ?? {}, { title: ' Export Controls on\nRare Earth &amp; Other Items ' }),
}

const listing =
  (fault: FilingsFault): StandInScenario =>
  (request, usual) => {
    if (!isInspection(request)) return usual()
    const rows = filings(request.at)
    return fault(rows) ?? written(rows, request)
  }

export const inspectionScenarios: Readonly<Record<string, StandInScenario>> = Object.fromEntries(
  Object.entries(faults).map(([id, fault]) => [id, listing(fault)]),
)
