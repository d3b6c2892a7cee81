import { getDisclosed, getMoney } from '@oreline/shared/api/chain-figures.ts'
import { isEnded } from '@oreline/shared/domain/chain/money.ts'
import { chainPartSchemas } from '@oreline/shared/domain/chain/records.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { isoDateSchema, type Instant, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { listChainRecords } from '../chain-records.ts'
import type { Executor } from '../client.ts'
import { listInstrumentIds } from '../instrument-list.ts'
import { listCatalogue } from '../policy-catalogue.ts'
import type { ExportAsked, ExportTable } from './export-table.ts'

/** Figures that companies disclosed for periods ending within the range, in the order of the file. */
export async function exportDisclosed(db: Executor, asked: ExportAsked): Promise<ExportTable> {
  await assertTickers(db, asked.names)
  const records = await recordsOf(db, 'disclosed/', asked.asOf)
  return {
    columns: getDisclosed.columns,
    rows: records
      .map(({ key, body, recordedAt }) => ({
        ...chainPartSchemas.disclosed.parse(body),
        id: key,
        recorded_at: recordedAt,
      }))
      .filter((row) => isAsked(asked, row.ticker, row.period_end)),
  }
}

/**
 * Money announced within the range, in the order of the file, ended or not on the day of the instant asked for (`now`
 * where none is); without names also that of rivals and programmes.
 */
export async function exportMoney(
  db: Executor,
  { now, ...asked }: ExportAsked & { readonly now: Instant },
): Promise<ExportTable> {
  await assertTickers(db, asked.names)
  const records = await recordsOf(db, 'money/', asked.asOf)
  const catalogue = await listCatalogue(db, asked.asOf)
  const byId = new Map(catalogue.map(({ event }) => [event.id, event]))
  const at = isoDateSchema.parse((asked.asOf ?? now).slice(0, 10))
  return {
    columns: getMoney.columns,
    rows: records
      .map(({ key, body, recordedAt }) => ({
        ...chainPartSchemas.money.parse(body),
        id: key,
        recorded_at: recordedAt,
      }))
      .map((row) => {
        const event = row.event_id === null ? undefined : byId.get(row.event_id)
        const state = event === undefined ? null : stateAt(event, at)
        return {
          ...row,
          counted_in: row.counted_in ?? null,
          event_state: state,
          event_jurisdiction: event?.jurisdiction ?? null,
          ended: isEnded(row, state),
        }
      })
      .filter((row) => isAsked(asked, row.ticker, row.date)),
  }
}

async function recordsOf(db: Executor, part: string, asOf: Instant | null) {
  return (await listChainRecords(db, asOf)).filter(({ key }) => key.startsWith(part))
}

const isAsked = ({ names, from, to }: ExportAsked, ticker: string | null, day: IsoDate): boolean =>
  (names.length === 0 || (ticker !== null && names.includes(ticker))) &&
  (from === undefined || day >= from) &&
  (to === undefined || day <= to)

async function assertTickers(db: Executor, names: readonly string[]): Promise<void> {
  const known = await listInstrumentIds(db)
  const unknown = names.find((name) => !known.has(name))
  if (unknown !== undefined)
    throw new AppError('unknown-ticker', `no such instrument: ${unknown}`, { parameter: 'ticker' })
}
