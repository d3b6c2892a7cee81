/** A newest bar that was taken down while the session was still open. */
import type { Bar } from '../bar.ts'
import type { Finding } from './finding.ts'

type Traded = Pick<Bar, 'date' | 'high' | 'low' | 'close'>

/** As many days before the last one must agree, or the two are different series and nothing can be told. */
const LEAST_AGREEING = 5
const SAME = 1e-4

/**
 * Against final bars that reach beyond: the last close differs while those before it agree, and its range lies within
 * the whole session's. null: it is whole, or cannot be told.
 */
export function findPartialBar(bars: readonly Traded[], reference: readonly Traded[]): Finding | null {
  const last = bars.at(-1)
  const known = new Map(reference.map((bar) => [bar.date, bar]))
  const whole = last === undefined ? undefined : known.get(last.date)
  if (last === undefined || whole === undefined || isSame(last.close, whole.close)) return null
  const before = bars
    .slice(0, -1)
    .flatMap(({ date, close }) => {
      const held = known.get(date)
      return held === undefined ? [] : [isSame(close, held.close)]
    })
    .slice(-LEAST_AGREEING)
  if (before.length < LEAST_AGREEING || before.includes(false)) return null
  if (!isWithin(last, whole)) return null
  return {
    defect: 'partial-bar',
    dates: [last.date],
    detail: `the last bar, of ${last.date}, is of an unfinished session: ${last.close} where the close was ${whole.close}`,
  }
}

const isSame = (a: number, b: number): boolean => Math.abs(a / b - 1) <= SAME

function isWithin(part: Traded, whole: Traded): boolean {
  const high = part.high ?? part.close
  const low = part.low ?? part.close
  return (
    (whole.high === null || high <= whole.high * (1 + SAME)) &&
    (whole.low === null || low >= whole.low * (1 - SAME))
  )
}
