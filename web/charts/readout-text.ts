import { formatChange, formatDay } from '../ui/format.ts'
import type { DrawnSession, PriceLine } from './price-line.ts'
import type { Readout } from './readout.ts'

/** The crosshair's figures as one sentence per line, for a screen reader. */
export function readoutSentence(
  readouts: readonly Readout[],
  valueText: (line: PriceLine, session: DrawnSession) => string,
): string {
  return readouts.map((readout) => sentenceOf(readout, valueText)).join('. ')
}

function sentenceOf(readout: Readout, valueText: (line: PriceLine, session: DrawnSession) => string): string {
  const { ticker, calendar } = readout.line.series
  if (readout.kind === 'absent') return `${ticker} no price yet`
  const value = valueText(readout.line, readout.session)
  const { point } = readout.session
  switch (readout.kind) {
    case 'closed':
      return `${ticker} ${calendar === null ? 'no price' : 'no session'}, ${value} on ${formatDay(point.date)}`
    case 'ended':
      return `${ticker} ends ${formatDay(point.date)} at ${value}`
    case 'session': {
      const change = readout.change === null ? '' : `, ${formatChange(readout.change)}`
      return `${ticker} ${value}${change}${point.status === 'provisional' ? ', provisional' : ''}`
    }
  }
}
