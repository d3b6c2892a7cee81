import { adjustingActions, type AdjustingActions } from '@oreline/shared/domain/prices/adjusting-actions.ts'
import { listActions } from '../db/action-history.ts'
import type { ReadContext } from '../read-route.ts'
import type { KnownInstrument } from './known-instruments.ts'

/** Gives per instrument its splits and dividends as they stood, ready for the arithmetic. */
export async function readAdjustingActions(
  instruments: readonly KnownInstrument[],
  { snapshot, asOf, calendars }: Pick<ReadContext, 'snapshot' | 'asOf' | 'calendars'>,
): Promise<(instrument: KnownInstrument) => AdjustingActions> {
  const ids = instruments.map(({ id }) => id)
  const [held, known] = await Promise.all([listActions(snapshot, ids, asOf), calendars(snapshot, null)])
  return ({ id, calendar, currency }) =>
    adjustingActions(
      held.filter(({ instrumentId }) => instrumentId === id),
      { timezone: known.calendars.calendars[calendar].timezone, currency },
    )
}
