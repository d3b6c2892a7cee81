import type { DisagreementRow } from '@oreline/shared/api/disagreements.ts'
import { buildAdjuster } from '@oreline/shared/domain/prices/adjust.ts'
import {
  adjustedDisagreement,
  closeDisagreement,
  type Disagreement,
} from '@oreline/shared/domain/prices/disagreement.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { listBars, type HeldBar } from '../db/price-history.ts'
import { listSecondBars } from '../db/second-history.ts'
import type { ReadContext } from '../read-route.ts'
import { readAdjustingActions } from './adjusting-actions.ts'
import type { KnownInstrument } from './known-instruments.ts'

type Asked = {
  readonly from: IsoDate | undefined
  readonly to: IsoDate | undefined
  /** undefined: both. */
  readonly field?: Disagreement['field'] | undefined
}

/** So many instruments are read at a time, whatever the number of them: memory stays flat. */
const AT_A_TIME = 8

/** The days on which sources disagree about the instruments, newest first, then by ticker and field. */
export async function readDisagreements(
  instruments: readonly KnownInstrument[],
  asked: Asked,
  context: Pick<ReadContext, 'snapshot' | 'asOf' | 'calendars'>,
): Promise<readonly DisagreementRow[]> {
  const rows: DisagreementRow[] = []
  for (let first = 0; first < instruments.length; first += AT_A_TIME)
    rows.push(...(await readSome(instruments.slice(first, first + AT_A_TIME), asked, context)))
  return rows.toSorted((a, b) => (a.date === b.date ? compare(keyOf(a), keyOf(b)) : compare(b.date, a.date)))
}

const keyOf = ({ ticker, field, other_source: other }: DisagreementRow) => `${ticker} ${field} ${other}`
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

async function readSome(
  instruments: readonly KnownInstrument[],
  { from, to, field }: Asked,
  context: Pick<ReadContext, 'snapshot' | 'asOf' | 'calendars'>,
): Promise<readonly DisagreementRow[]> {
  const { snapshot, asOf } = context
  const instrumentIds = instruments.map(({ id }) => id)
  const days = { instrumentIds, from, to, asOf }
  const bars = await listBars(snapshot, { ...days, after: null, limit: Number.MAX_SAFE_INTEGER })
  const seconds = field === 'adj_close' ? [] : await listSecondBars(snapshot, days)
  const actionsFor = await readAdjustingActions(instruments, context)
  return instruments.flatMap((instrument) => {
    const isOwn = ({ instrumentId }: HeldBar) => instrumentId === instrument.id
    const actions = actionsFor(instrument)
    const adjust = buildAdjuster('splits', actions)
    const own = bars.filter(isOwn)
    const shownOn = new Map(own.map((bar) => [bar.date, bar]))
    const closes = seconds.filter(isOwn).map((other) => {
      const shown = shownOn.get(other.date)
      return shown === undefined ? null : closeDisagreement(shown, other, adjust)
    })
    const adjusted = field === 'close' ? [] : own.map((bar) => adjustedDisagreement(bar, adjust, actions))
    return [...closes, ...adjusted].filter((found) => found !== null).map((found) => rowOf(found, instrument))
  })
}

const rowOf = (found: Disagreement, { ticker }: KnownInstrument): DisagreementRow => ({
  ticker,
  date: found.date,
  field: found.field,
  source: found.source,
  value: found.value,
  other_source: found.otherSource,
  other_value: found.otherValue,
  difference: found.difference,
})
