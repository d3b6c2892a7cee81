/** The same dividend on two days in a row, as Yahoo lists STW.AX: adjusted closes before it are then too low twice over. */
import type { IsoDate } from '../../../kernel/brand.ts'
import { dayNumber } from '../../../kernel/day-number.ts'
import type { Finding } from './finding.ts'

/** `dividend` per share by ex-date; 0: none. */
export type Paid = { readonly date: IsoDate; readonly dividend: number }

/** Nobody goes ex twice within a week with the same amount to the last digit. */
const WITHIN_DAYS = 7

/** `paid` ascends by date; of each repeat both days are named. */
export function findRepeatedDividends(paid: readonly Paid[]): readonly Finding[] {
  const dividends = paid.filter(({ dividend }) => dividend > 0)
  return dividends.flatMap(({ date, dividend }, place) => {
    const next = dividends[place + 1]
    if (next === undefined || next.dividend !== dividend) return []
    if (dayNumber(next.date) - dayNumber(date) > WITHIN_DAYS) return []
    return [
      {
        defect: 'repeated-dividend' as const,
        dates: [date, next.date],
        detail: `the dividend of ${dividend} stands on ${date} and again on ${next.date}: it was paid once`,
      },
    ]
  })
}
