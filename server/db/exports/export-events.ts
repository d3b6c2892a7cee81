import { policyEventSchema } from '@oreline/shared/domain/policy/event.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { isoDateSchema, type Instant } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import type { Executor } from '../client.ts'
import { listReference } from '../reference-rows.ts'
import type { ExportAsked, ExportTable } from './export-table.ts'

const columns = [
  'id',
  'announced_date',
  'date_precision',
  'jurisdiction',
  'instrument_type',
  'title',
  'state',
  'state_since',
  'effective_date',
  'end_date',
  'confidence',
  'official_source',
  'official_url',
  'secondary_url',
]

/** The catalogue of policy events by id, with the state of each on the day of the instant asked for; `now` where none is. */
export async function exportEvents(
  db: Executor,
  { names, from, to, asOf, now }: ExportAsked & { readonly now: Instant },
): Promise<ExportTable> {
  const rows = await listReference(db, 'policy-event', { asOf })
  const unknown = names.find((name) => !rows.some(({ key }) => key === name))
  if (unknown !== undefined)
    throw new AppError('unknown-event', `no such event: ${unknown}`, { parameter: 'id' })
  const at = isoDateSchema.parse((asOf ?? now).slice(0, 10))
  return {
    columns,
    rows: rows
      .map(({ body }) => policyEventSchema.parse(body))
      .filter(({ id }) => names.length === 0 || names.includes(id))
      .filter(
        ({ announced_date: date }) =>
          (from === undefined || date >= from) && (to === undefined || date <= to),
      )
      .map((event) => {
        const state = stateAt(event, at)
        return { ...event, state: state?.value ?? null, state_since: state?.since ?? null }
      }),
  }
}
