import type { Closes } from '@oreline/shared/domain/policy/move.ts'
import { buildAdjuster } from '@oreline/shared/domain/prices/adjust.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { listBars } from '../db/price-history.ts'
import type { ReadContext } from '../read-route.ts'
import { readAdjustingActions } from './adjusting-actions.ts'
import type { KnownInstrument } from './known-instruments.ts'

/** More sessions than an exchange has had. */
const MOST_BARS = 1_000_000

/** Adjusted closes of final, undoubted bars, and the newest session that has one. */
export type FinalCloses = {
  readonly closes: Closes
  readonly newest: IsoDate | null
  /** Who gave them. */
  readonly sources: readonly string[]
}

/** By ticker, of sessions until that day (undefined: of all); a close whose adjustment is not known is left out. */
export async function readFinalCloses(
  instruments: readonly KnownInstrument[],
  until: IsoDate | undefined,
  context: Pick<ReadContext, 'snapshot' | 'asOf' | 'calendars'>,
): Promise<ReadonlyMap<string, FinalCloses>> {
  const ids = instruments.map(({ id }) => id)
  const [bars, actionsFor] = await Promise.all([
    listBars(context.snapshot, {
      instrumentIds: ids,
      from: undefined,
      to: until,
      asOf: context.asOf,
      after: null,
      limit: MOST_BARS,
    }),
    readAdjustingActions(instruments, context),
  ])
  const barsOf = Map.groupBy(bars, ({ instrumentId }) => instrumentId)
  return new Map(
    instruments.map((instrument) => {
      const adjust = buildAdjuster('all', actionsFor(instrument))
      const closes = new Map<IsoDate, number>()
      const sources = new Set<string>()
      let newest: IsoDate | null = null
      for (const bar of barsOf.get(instrument.id) ?? []) {
        if (bar.status !== 'final' || bar.flags.includes('suspect')) continue
        const { adjClose } = adjust(bar)
        if (adjClose !== null) closes.set(bar.date, adjClose)
        newest = bar.date
        sources.add(bar.source)
      }
      return [instrument.ticker, { closes, newest, sources: [...sources] }]
    }),
  )
}
