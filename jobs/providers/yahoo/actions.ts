/** Dividends and splits of Yahoo's `events`. Both are stored as told; what cannot be trusted alone is flagged. */
import type { Bar, CorporateAction } from '@oreline/shared/domain/prices/bar.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { Reject, Warning } from '@oreline/shared/kernel/outcome.ts'
import * as z from 'zod'
import { stampSchema } from './chart.ts'
import type { ChartEvents } from './chart.ts'
import type { ChartContext } from './chart-context.ts'
import { majorUnit } from './currency-unit.ts'
import { plainPrice } from './plain-price.ts'
import { sessionDateOf } from './session-date.ts'

const dividendSchema = z.object({
  date: stampSchema,
  amount: z.number().positive(),
  currency: z.string().nullish(),
})
const splitSchema = z.object({
  date: stampSchema,
  numerator: z.number().positive(),
  denominator: z.number().positive(),
})

/** A dividend above this fraction of the close is more likely an error of unit than a payment. */
const likeliestYield = 0.25
/** Real ratios are small whole numbers (4:1, 3:2); `4406:10000` is a vendor's own arithmetic. */
const largestTerm = 1_000

export type ReadActions = {
  readonly actions: readonly CorporateAction[]
  readonly rejects: readonly Reject[]
  readonly warnings: readonly Warning[]
}

/** By ex-date, ascending; amounts per share in the major unit of `currency`, already split-adjusted by Yahoo. */
export function readActions(events: ChartEvents, bars: readonly Bar[], context: ChartContext): ReadActions {
  const rejects: Reject[] = []
  const actions: CorporateAction[] = []
  const read = <T>(
    rows: readonly unknown[],
    schema: z.ZodType<T>,
    actionOf: (row: T) => CorporateAction,
  ): void => {
    for (const [index, row] of rows.entries()) {
      const parsed = schema.safeParse(row)
      if (parsed.success) actions.push(actionOf(parsed.data))
      else rejects.push({ index, reason: 'not a dividend or split', row })
    }
  }
  read(Object.values(events.dividends ?? {}), dividendSchema, (row) => dividendOf(row, bars, context))
  read(Object.values(events.splits ?? {}), splitSchema, (row) => splitOf(row, context))
  const doubted = actions.filter(({ flags }) => flags.length > 0)
  const warnings = doubted.map((action) => ({
    code: action.kind === 'split' ? 'Q17' : 'Q19',
    detail: `unverified ${action.kind} of ${action.exDate}`,
  }))
  return { actions: actions.toSorted((a, b) => compareText(a.exDate, b.exDate)), rejects, warnings }
}

function dividendOf(
  row: z.infer<typeof dividendSchema>,
  bars: readonly Bar[],
  { dayIn, meta, unit }: ChartContext,
): CorporateAction {
  const { currency, per } = majorUnit(row.currency ?? meta.currency ?? unit.currency)
  const exDate = exDateOf(row.date, dayIn)
  const amount = plainPrice(row.amount, per)
  const close = closeBefore(bars, exDate)
  const doubtful = currency !== unit.currency || (close !== null && amount / close > likeliestYield)
  return { kind: 'dividend', exDate, amount, currency, flags: doubtful ? ['unverified'] : [] }
}

function splitOf(row: z.infer<typeof splitSchema>, { dayIn }: ChartContext): CorporateAction {
  const { numerator, denominator } = row
  const odd =
    Math.max(numerator, denominator) > largestTerm ||
    !Number.isInteger(numerator) ||
    !Number.isInteger(denominator)
  return {
    kind: 'split',
    exDate: exDateOf(row.date, dayIn),
    numerator,
    denominator,
    flags: odd ? ['unverified'] : [],
  }
}

const exDateOf = (stamp: number, dayIn: ChartContext['dayIn']): IsoDate => sessionDateOf(stamp, dayIn).date

/** The close a dividend is paid out of: that of the session before, else the nearest there is. */
function closeBefore(bars: readonly Bar[], exDate: IsoDate): number | null {
  return (bars.findLast(({ date }) => date < exDate) ?? bars[0])?.close ?? null
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
