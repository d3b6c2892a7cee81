import { deleteCompanyDate, getCompanyDates, putCompanyDate } from '@oreline/shared/api/company-dates.ts'
import {
  companyDateKey,
  type RecordedCompanyDate,
} from '@oreline/shared/domain/company-dates/company-date.ts'
import { companyDuties } from '@oreline/shared/domain/company-dates/duty.ts'
import { expectedOfFilings } from '@oreline/shared/domain/sources/expected-sources.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import { listActions, type HeldAction } from '../db/action-history.ts'
import { listCompanyDates, listFilingSpans, type HeldCompanyDate } from '../db/company-dates.ts'
import { listBarSpans } from '../db/instrument-list.ts'
import { editReference, type EditAction } from '../db/reference-edits.ts'
import { listUnanswered } from '../db/unanswered.ts'
import { metaNow } from '../http/meta-now.ts'
import { readRoute } from '../read-route.ts'
import { route, type Context } from '../route.ts'
import { allInstruments, knownInstruments, type KnownInstrument } from '../rows/known-instruments.ts'
import type { EditReason } from '@oreline/shared/domain/policy/edit-reason.ts'

type Named = Pick<RecordedCompanyDate, 'ticker' | 'kind' | 'period'>

export const companyDateRoutes = [
  readRoute(
    getCompanyDates,
    { reads: ['reference', 'filings', 'prices'], changesWith: 'data' },
    async (_, { snapshot, asOf }) => {
      const all = await allInstruments(snapshot, asOf)
      const recorded = await listCompanyDates(snapshot, asOf)
      const shown = all.filter(
        ({ ticker }) => companyDuties.has(ticker) || recorded.some(({ date }) => date.ticker === ticker),
      )
      const filings = await listFilingSpans(snapshot, asOf)
      const bars = await listBarSpans(snapshot, asOf)
      const ids = shown.map(({ id }) => id)
      const actions = (await listActions(snapshot, ids, asOf)).filter(({ kind }) => kind === 'dividend')
      return {
        data: shown.map(({ id, ticker, name }) => {
          const dividends = actions.filter(({ instrumentId }) => instrumentId === id)
          return {
            ticker,
            name,
            filings: filings.get(ticker)?.held ?? 0,
            newest_filing: filings.get(ticker)?.newest ?? null,
            dividends: dividends.length,
            newest_ex_date: dividends.at(-1)?.exDate ?? null,
            history_from: bars.get(ticker)?.first ?? null,
            recorded: recorded.filter(({ date }) => date.ticker === ticker).map(rowOf),
          }
        }),
        meta: {
          sources: sourcesOf(shown, { recorded, filings, actions }),
          unanswered: await listUnanswered(snapshot, shown.flatMap(expectedOfFilings), { asOf, rows: [] }),
        },
      }
    },
  ),

  route(putCompanyDate, async ({ params, body }, context) => {
    const { db, now } = context
    await knownInstruments(db, [params.ticker], 'ticker')
    const { base, reason, ...date } = body
    const [source] = reason.sources
    invariant(source !== undefined, 'a reason has at least one source')
    const record: RecordedCompanyDate = { ...params, ...date, source }
    await write(params, { body: record, base, reason, action: base === null ? 'create' : 'edit' }, context)
    const [written] = await listCompanyDates(db, null, params)
    invariant(written !== undefined, 'a date that was written is held')
    return { data: rowOf(written), meta: await metaNow(db, now, ['operator']) }
  }),

  route(deleteCompanyDate, async ({ params, body }, context) => {
    const { db, now } = context
    const { ticker, kind, period } = params
    const [held] = await listCompanyDates(db, null, params)
    if (held === undefined)
      throw new AppError('not-found', `No such date is recorded: ${companyDateKey(params)}.`, {
        parameter: 'period',
      })
    await write(params, { body: null, ...body, action: 'remove' }, context)
    return { data: { ticker, kind, period }, meta: await metaNow(db, now, ['operator']) }
  }),
]

/** Who wrote the dates recorded, the filings and the dividends. */
function sourcesOf(
  shown: readonly KnownInstrument[],
  held: {
    readonly recorded: readonly unknown[]
    readonly filings: Awaited<ReturnType<typeof listFilingSpans>>
    readonly actions: readonly HeldAction[]
  },
): string[] {
  return [
    ...new Set([
      ...(held.recorded.length > 0 ? ['operator'] : []),
      ...shown.flatMap(({ ticker }) => held.filings.get(ticker)?.sources ?? []),
      ...held.actions.map(({ source }) => source),
    ]),
  ]
}

type Change = {
  readonly body: RecordedCompanyDate | null
  readonly base: number | null
  readonly reason: EditReason
  readonly action: EditAction
}

async function write(
  named: Named,
  { body, base, reason, action }: Change,
  { db, clock }: Pick<Context, 'db' | 'clock'>,
): Promise<void> {
  const key = companyDateKey(named)
  const edits = [{ kind: 'company-date' as const, key, body, base }]
  const outcome = await editReference(db, clock, { edits, reason, action })
  if (outcome.kind === 'written') return
  const { held } = outcome
  throw new AppError('edit-conflict', `The date ${key} was changed since revision ${base ?? 'none'}.`, {
    parameter: 'base',
    extra: {
      held: held === null ? null : { revision: held.id, recorded_at: held.recordedAt, body: held.body },
    },
  })
}

const rowOf = ({ date, revision, recordedAt }: HeldCompanyDate) => ({
  ...date,
  revision,
  recorded_at: recordedAt,
})
