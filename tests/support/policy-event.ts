import { policyEventSchema } from '@oreline/shared/domain/policy/event.ts'
import type { PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import type * as z from 'zod'

const plain: z.input<typeof policyEventSchema> = {
  id: 'cn-2024-01-10-test',
  title: 'A test event',
  summary: 'Made for a test.',
  announced_date: '2024-01-10',
  announced_time: null,
  announced_tz: null,
  announced_time_note: null,
  announced_from: null,
  announced_to: null,
  date_precision: 'day',
  effective_date: null,
  end_date: null,
  suspended_from: null,
  suspended_until: null,
  expected_date: null,
  expected_note: null,
  status: 'announced',
  status_as_of: null,
  status_note: null,
  status_history: [{ date: '2024-01-10', status: 'announced', note: null, related: null }],
  supersedes: [],
  superseded_by: [],
  related: [],
  jurisdiction: 'CN',
  counterpart_jurisdictions: [],
  issuing_body: 'A ministry',
  instrument_type: 'export-control',
  stages: ['separation'],
  elements: ['Dy'],
  tickers: [],
  companies: [],
  quant: null,
  official_source: null,
  official_ref: null,
  official_url: null,
  official_url_status: 'none',
  secondary_url: null,
  confidence: 'verified',
  basis: 'made up',
  date_explanation: null,
  context_only: false,
  review_needed: false,
  provisions: [],
}

/** An event announced on 10 January 2024 and nothing else, but for what is given; checked by the schema. */
export function policyEvent(given: Partial<z.input<typeof policyEventSchema>>): PolicyEvent {
  return policyEventSchema.parse({ ...plain, ...given })
}

/** Steps written as `2024-01-10 announced`; `? expired` for a step whose day is unknown. */
export function steps(...lines: readonly string[]): z.input<typeof policyEventSchema>['status_history'] {
  return policyEventSchema.shape.status_history.parse(
    lines.map((line) => {
      const [date, status] = line.split(' ')
      return { date: date === '?' ? null : date, status, note: null, related: null }
    }),
  )
}
