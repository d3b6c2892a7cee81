/** A row on a closed day that repeats a neighbouring session in every price: what vendors fill holidays with. */
import type { IsoDate } from '../../../kernel/brand.ts'
import { isWeekday } from '../../calendar/wall-clock.ts'
import type { Bar } from '../bar.ts'
import type { Finding } from './finding.ts'

type Priced = Pick<Bar, 'date' | 'open' | 'high' | 'low' | 'close'>

/**
 * `isSession`: the calendar's word, null where it has none; weekends and New Year's Day are closed on every exchange
 * without it. A row that repeats its neighbour on a day that may have been a session is no finding: a stock that did not
 * trade prints the same close again.
 */
export function findRepeatedSessions(
  bars: readonly Priced[],
  isSession: (date: IsoDate) => boolean | null,
): readonly Finding[] {
  return bars.flatMap((bar, place) => {
    if ((isSession(bar.date) ?? !isClosedAnywhere(bar.date)) || !hasRange(bar)) return []
    const copied = [bars[place + 1], bars[place - 1]].find(
      (other) => other !== undefined && isSamePrices(bar, other),
    )
    if (copied === undefined) return []
    return [
      {
        defect: 'repeated-session' as const,
        dates: [bar.date],
        detail: `${bar.date} was no session: its row repeats ${copied.date} in every price`,
      },
    ]
  })
}

const isClosedAnywhere = (date: IsoDate): boolean => date.endsWith('-01-01') || !isWeekday(date)

const hasRange = ({ high, low }: Priced): boolean => high !== null && low !== null && high > low

const isSamePrices = (a: Priced, b: Priced): boolean =>
  a.open === b.open && a.high === b.high && a.low === b.low && a.close === b.close
