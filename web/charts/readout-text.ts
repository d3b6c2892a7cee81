import { formatChange, formatDay } from '../ui/format.ts'
import type { DrawnSession, PriceLine } from './price-line.ts'
import type { Readout } from './readout.ts'

/** The crosshair's figures as one sentence per line, for a screen reader. */
export function readoutSentence(readouts: readonly Readout[], words: ReadoutWords): string {
  return readouts.map((readout) => sentenceOf(readout, words)).join('. ')
}

/** `gapText`: why the line has no price on the day read; null: there was no session. */
type ReadoutWords = {
  readonly valueText: (line: PriceLine, session: DrawnSession) => string
  readonly gapText: (line: PriceLine) => string | null
}

function sentenceOf(readout: Readout, { valueText, gapText }: ReadoutWords): string {
  const { ticker, calendar } = readout.line.series
  if (readout.kind === 'absent') return `${ticker} no price yet`
  const value = valueText(readout.line, readout.session)
  const { point } = readout.session
  switch (readout.kind) {
    case 'closed': {
      const gap = gapText(readout.line)
      if (gap !== null) return `${ticker} ${gap}`
      return `${ticker} ${calendar === null ? 'no price' : 'no session'}, ${value} on ${formatDay(point.date)}`
    }
    case 'ended':
      return `${ticker} ends ${formatDay(point.date)} at ${value}`
    case 'session': {
      const since = readout.overHoleSince
      const over = since === null ? '' : ` over a hole since ${formatDay(since)}`
      const change = readout.change === null ? '' : `, ${formatChange(readout.change)}${over}`
      return `${ticker} ${value}${change}${point.status === 'provisional' ? ', provisional' : ''}`
    }
  }
}
