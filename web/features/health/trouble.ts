import type { QuarantineRow } from '@oreline/shared/api/quarantine.ts'
import { formatAmount } from '../../ui/format.ts'

/**
 * Something that is not fine. `decide`: it waits for a person; `wrong`: a figure is missing, old or from elsewhere;
 * `doubt`: a figure may be wrong; `ahead`: it will be wrong. `place`: the part of the page that tells more.
 */
export type Trouble = {
  readonly weight: 'decide' | 'wrong' | 'doubt' | 'ahead'
  readonly words: string
  readonly place: Place
}

/** The parts of the page, by their anchors. */
export type Place = 'series' | 'sources' | 'quarantine' | 'disagreements' | 'gaps' | 'calendars' | 'runs'

export function quarantineTroubles(rows: readonly QuarantineRow[]): readonly Trouble[] {
  if (rows.length === 0) return []
  const words =
    rows.length === 1
      ? 'An answer contradicts what is stored and waits for a decision'
      : `${formatAmount(rows.length, 'answer', 'answers')} contradict what is stored and wait for a decision`
  return [
    { weight: 'decide', words: `${words}: ${listed(rows.map(({ ticker }) => ticker))}`, place: 'quarantine' },
  ]
}

const MOST_NAMED = 4

/** `MP, LYC.AX and 3 more`; a name given twice counts once. */
export function listed(names: readonly string[]): string {
  const distinct = [...new Set(names)]
  const rest = distinct.length - MOST_NAMED
  if (rest <= 0) return distinct.join(', ')
  return `${distinct.slice(0, MOST_NAMED).join(', ')} and ${rest} more`
}
