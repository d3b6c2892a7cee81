/**
 * www.federalregister.gov's interface with the traps it is known for: an empty answer has no `results`, a page size that it
 * does not like is 20, a page beyond 50 is page 1, a field or condition it does not know is refused by name.
 */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { executiveOrder, registerDocuments, type RegisterDocument } from './register-documents.ts'
import { inspectionReply, inspectionScenarios, isInspection } from './register-inspection.ts'
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'

/** An answer before it is written. `count`, `pages` null: as many as there are. */
type SearchDraft = {
  rows: RegisterDocument[]
  count: number | null
  pages: number | null
  page: number
  perPage: number
}
type SearchFault = (draft: SearchDraft, now: Instant) => StandInReply | void

const knownFields = new Set(
  'title type subtype abstract action dates document_number publication_date effective_on comments_close_on signing_date agencies docket_ids regulation_id_numbers html_url pdf_url citation correction_of corrections executive_order_number excerpts topics significant'.split(
    ' ',
  ),
)

export function federalRegisterRoute(): StandInRoute {
  const searching =
    (fault: SearchFault): StandInScenario =>
    (request, usual) => {
      const draft = draftOf(request)
      return draft === null ? usual() : (fault(draft, request.at) ?? written(draft, request))
    }
  return {
    name: 'federal-register',
    hosts: ['www.federalregister.gov'],
    answer: reply,
    scenarios: {
      ...Object.fromEntries(Object.entries(faults).map(([id, fault]) => [id, searching(fault)])),
      ...inspectionScenarios,
    },
  }
}

function reply(request: StandInRequest): StandInReply {
  if (isInspection(request)) return inspectionReply(request)
  if (request.path.startsWith('/api/v1/agencies.json')) return { body: offices.map((slug) => ({ slug })) }
  const draft = draftOf(request)
  if (draft === null) return { status: 404, body: { status: 404, message: 'Record Not Found' } }
  const wrong = request.query.getAll('fields[]').find((field) => !knownFields.has(field))
  return wrong === undefined
    ? written(draft, request)
    : { status: 400, body: { errors: { fields: `${wrong} is not a valid field` } } }
}

const offices = [
  'industry-and-security-bureau',
  'trade-representative-office-of-united-states',
  'executive-office-of-the-president',
  'defense-acquisition-regulations-system',
  'geological-survey',
  'energy-department',
]

/** null: another question. */
function draftOf({ path, query, at }: StandInRequest): SearchDraft | null {
  if (!path.startsWith('/api/v1/documents.json')) return null
  const from = query.get('conditions[publication_date][gte]') ?? ''
  const to = query.get('conditions[publication_date][lte]') ?? '9999'
  const term = query.get('conditions[term]')
  const slugs = query.getAll('conditions[agencies][]')
  const rows = registerDocuments(at).filter(
    ({ publication_date: day, mentions, agencies }) =>
      day >= from &&
      day <= to &&
      (term === null || (mentions && term.includes('"rare earth"|'))) &&
      (slugs.length === 0 || slugsOf(agencies).some((slug) => slugs.includes(slug))),
  )
  const perPage = Number(query.get('per_page') ?? 20)
  const page = Number(query.get('page') ?? 1)
  return {
    rows,
    count: null,
    pages: null,
    perPage: perPage <= 1 || perPage > 1_000 ? 20 : perPage,
    page: page < 1 || page > 50 ? 1 : page,
  }
}

const slugsOf = (agencies: unknown): readonly string[] =>
  Array.isArray(agencies)
    ? agencies.map((office: unknown) =>
        typeof office === 'object' && office !== null && 'slug' in office ? String(office.slug) : '',
      )
    : []

function written(
  { rows, count, pages, page, perPage }: SearchDraft,
  { query }: StandInRequest,
): StandInReply {
  const total = count ?? rows.length
  const description = `Documents published on or after ${query.get('conditions[publication_date][gte]') ?? ''}`
  if (total === 0) return { body: { description, count: 0 } }
  const fields = query.getAll('fields[]')
  const results = rows
    .slice((page - 1) * perPage, page * perPage)
    .map((row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? null])))
  return {
    body: {
      count: Math.min(total, 10_000),
      description,
      total_pages: pages ?? Math.ceil(total / perPage),
      ...(results.length === 0 ? {} : { results }),
    },
  }
}

/** Another document like the newest, with a number of its own and other cells. */
const added = (draft: SearchDraft, cells: Partial<RegisterDocument>): void => {
  const [newest] = draft.rows
  if (newest !== undefined) draft.rows.unshift({ ...newest, document_number: '2026-99001', ...cells })
}

const faults: Readonly<Record<string, SearchFault>> = {
  P01: (draft) => void (draft.rows = []),
  P02: (draft) => {
    draft.rows = []
    draft.count = 12
  },
  // Whatever page is asked for, it is the first.
  P03: (draft) => {
    draft.page = 1
    draft.pages = 9
  },
  'P03-beyond': (draft) => {
    if (draft.page === 1) draft.pages = 2
    else return { status: 400, body: { status: 400, message: 'page is out of range' } }
  },
  P04: (draft) => {
    draft.perPage = 2
    draft.pages = 2
  },
  P06: (draft) =>
    added(draft, {
      document_number: 'C1-2026-99000',
      title: 'Processed Critical Minerals; Correction',
      type: 'Correction',
      correction_of: 'https://www.federalregister.gov/api/v1/documents/2026-99000.json',
    }),
  P08: (draft) =>
    added(draft, { document_number: '2026-7333', title: 'Export Controls on Rare Earth Items' }),
  P10: (draft) => {
    const [newest] = draft.rows
    if (newest !== undefined) added(draft, executiveOrder(newest.publication_date, '14399'))
  },
  P11: (draft) =>
    added(draft, { title: ' Rare Earth\n Magnets &amp; Alloys:   <i>Notice</i> ', abstract: null }),
  P12: (draft) => added(draft, { agencies: [{ raw_name: 'Office of Strategic Minerals' }] }),
  P13: () => ({ status: 400, body: { errors: { agencies: 'is not a valid agency' } } }),
  'P13-ignored': (draft) => {
    draft.rows = draft.rows.map((row) => ({
      ...row,
      agencies: [{ name: 'Coast Guard', slug: 'coast-guard' }],
    }))
  },
  P14: (draft) =>
    added(draft, {
      title: 'Medicare Program; Hospital Inpatient Prospective Payment Systems',
      excerpts:
        '&hellip; imaging agents with <span class="match">gadolinium</span>, a <script>alert(1)</script>rare earth',
    }),
  H24: ({ rows }) => void Object.assign(rows[1] ?? {}, { publication_date: 'soon' }),
  'H24-many': ({ rows }) => {
    for (const row of rows.slice(0, Math.ceil(rows.length / 3)))
      Object.assign(row, { publication_date: 'soon' })
  },
}
