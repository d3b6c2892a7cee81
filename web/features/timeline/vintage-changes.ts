import type { VintageRow } from '@oreline/shared/api/vintages.ts'
import { formatCount, formatFigure, formatPreciseChange } from '../../ui/format.ts'
import { sourceName } from '../../ui/source-words.ts'

const prices = ['open', 'high', 'low', 'adj_close'] as const
const priceWords: Readonly<Record<(typeof prices)[number], string>> = {
  open: 'open',
  high: 'high',
  low: 'low',
  adj_close: 'adjusted close',
}

/** What a revision changed against the one before it, in words; `before` null: the first. */
export function vintageChanges(before: VintageRow | null, after: VintageRow): string {
  if (before === null) {
    const suspect = after.flags.includes('suspect') ? ', under review' : ''
    return `First stored, ${after.status}${suspect}.`
  }
  const changes = [
    before.epoch === after.epoch ? null : 'the whole series was rescaled',
    before.close === after.close
      ? null
      : `close ${formatFigure(before.close)} to ${formatFigure(after.close)} (${formatPreciseChange(after.close / before.close - 1)})`,
    ...prices.map((name) => changeOf(priceWords[name], before[name], after[name], formatFigure)),
    changeOf('volume', before.volume, after.volume, formatCount),
    before.status === after.status ? null : `${before.status} to ${after.status}`,
    suspectChange(before, after),
    before.source === after.source
      ? null
      : `from ${sourceName(after.source)} instead of ${sourceName(before.source)}`,
  ].filter((change) => change !== null)
  if (changes.length === 0) return 'Stored again without a change of these figures.'
  const text = changes.join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function changeOf(
  name: string,
  before: number | null,
  after: number | null,
  format: (figure: number) => string,
): string | null {
  if (before === after) return null
  if (before === null) return after === null ? null : `${name} ${format(after)} added`
  return after === null
    ? `${name} ${format(before)} left out`
    : `${name} ${format(before)} to ${format(after)}`
}

function suspectChange(before: VintageRow, after: VintageRow): string | null {
  const was = before.flags.includes('suspect')
  const is = after.flags.includes('suspect')
  if (was === is) return null
  return is ? 'put under review' : 'no longer under review'
}
