import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { BarFields } from '@oreline/shared/domain/imports/import-fields.ts'
import { judgeBars } from '@oreline/shared/domain/imports/judge-bars.ts'
import { readBars } from '@oreline/shared/domain/imports/read-bars.ts'
import { instrumentSchema, type Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import type { Bar } from '@oreline/shared/domain/prices/bar.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { listActions } from '../action-history.ts'
import { upsertBars } from '../bars.ts'
import type { Executor } from '../client.ts'
import { listInstrumentIds } from '../instrument-list.ts'
import { findLiveSpan, listCurrentBars } from '../live-bars.ts'
import { listReference } from '../reference-rows.ts'
import { compareRows, previewOf, type ImportContext, type ImportPlan } from './import-plan.ts'

/** Prices are stored with so many decimals. */
const DECIMALS = 1e6

/** Daily bars of one instrument. Refuses an instrument nobody knows, and a currency that is not its own. */
export async function planBars(
  db: Executor,
  { text, fields }: { readonly text: string; readonly fields: BarFields },
  { now, sessions: indexes }: ImportContext,
): Promise<ImportPlan> {
  const { instrument, id } = await findInstrument(db, fields)
  const sessions = indexes[instrument.calendar]
  const { timezone } = sessions.calendar
  const reading = readBars(text, fields, {
    format: fields.date_format,
    zone: timezone,
    today: dateIn(timezone, now),
  })
  const held = await readHeld(db, id)
  const judged = judgeBars(reading.rows, { fields, instrument, sessions, held, now })
  const heldOn = new Map(held.bars.map((bar) => [bar.date, bar]))
  const compared = compareRows<Bar, HeldOnDay>(judged.bars, {
    heldOf: ({ date }) => heldOn.get(date),
    isSame: isSameBar,
    isKept: (bar, former) =>
      (fields.existing === 'fill' && former.source !== 'starter') || mayNotReplace(bar, former),
  })
  const { epoch } = await findLiveSpan(db, { instrumentId: id, source: 'import' })
  return {
    preview: previewOf(
      { ...reading, warnings: [...reading.warnings, ...judged.warnings] },
      { rows: judged.bars, compared, problems: judged.problems, sampleOf },
    ),
    target: instrument.ticker,
    scope: 'prices',
    write: async (revision, payloadId) =>
      upsertBars(revision, {
        rows: [...compared.fresh, ...compared.changed].map((bar) => ({ ...bar, instrumentId: id, epoch })),
        source: 'import',
        payloadId,
      }),
  }
}

async function findInstrument(
  db: Executor,
  { ticker, currency }: BarFields,
): Promise<{ readonly instrument: Instrument; readonly id: number }> {
  const [row] = await listReference(db, 'instrument', { asOf: null, key: ticker })
  const id = (await listInstrumentIds(db)).get(ticker)
  if (row === undefined || id === undefined)
    throw new AppError('unknown-ticker', `no such instrument: ${ticker}`, { parameter: 'fields.ticker' })
  const instrument = instrumentSchema.parse(row.body)
  if (instrument.currency !== currency)
    throw new AppError(
      'invalid-input',
      `${ticker} is priced in ${instrument.currency}; bars in ${currency} are not taken in`,
      { parameter: 'fields.currency' },
    )
  return { instrument, id }
}

type HeldOnDay = Bar & { readonly source: string }

async function readHeld(db: Executor, id: number) {
  const current = await listCurrentBars(db, id)
  const actions = await listActions(db, [id], null)
  return {
    bars: current.map(({ bar, source }) => ({ ...bar, source })),
    splits: actions.flatMap(({ kind, exDate, numerator, denominator }) =>
      kind === 'split' && numerator !== null && denominator !== null
        ? [{ date: exDate, ratio: numerator / denominator }]
        : [],
    ),
  }
}

const figures = ['open', 'high', 'low', 'close', 'adjClose', 'volume'] as const

/** What the file leaves out says nothing against what is held. */
function isSameBar(bar: Bar, held: HeldOnDay): boolean {
  const isSameFigure = (name: (typeof figures)[number]) => {
    const value = bar[name]
    const former = held[name]
    return (
      value === null || (former !== null && Math.round(value * DECIMALS) === Math.round(former * DECIMALS))
    )
  }
  return bar.status === held.status && bar.basis === held.basis && figures.every(isSameFigure)
}

/** As for answers: an unfinished bar replaces no final one, a doubtful one none that is trusted. */
function mayNotReplace(bar: Bar, held: HeldOnDay): boolean {
  if (held.status !== 'final') return false
  return bar.status === 'provisional' || (isDoubtful(bar) && !isDoubtful(held))
}

const isDoubtful = ({ flags }: Bar): boolean => flags.includes('suspect') || flags.includes('hl_inconsistent')

const sampleOf = ({
  date,
  open,
  high,
  low,
  close,
  adjClose,
  volume,
  status,
}: Bar): Record<string, string | number | null> & { readonly date: IsoDate } => ({
  date,
  open,
  high,
  low,
  close,
  adj_close: adjClose,
  volume,
  status,
})
