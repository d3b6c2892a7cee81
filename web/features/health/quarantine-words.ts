/** Answers kept out, in words. */
import type { QuarantineRow, QuarantineSample } from '@oreline/shared/api/quarantine.ts'
import { formatAmount, formatDay, formatFigure } from '../../ui/format.ts'
import { sourceName } from '../../ui/source-words.ts'

export const quarantineKindWords: Readonly<Record<QuarantineRow['kind'], string>> = {
  'half-adjusted': 'Adjusted in part',
  'not-rescaled': 'A split not applied',
  disagrees: 'Contradicts what is held',
  currency: 'In another currency',
  renamed: 'Of another symbol',
  ragged: 'Columns of different lengths',
}

/** How much of the answer contradicts, and by which factor where there is one. */
export function extentWords({ compared, differing, k, agrees_from: from }: QuarantineRow): string {
  if (compared === 0) return 'No day of it could be compared with what is held.'
  const much = `${formatAmount(differing, 'day', 'days')} of ${formatAmount(compared, 'day', 'days')} compared ${differing === 1 ? 'differs' : 'differ'}`
  const factor = k === null ? '' : `, the factor between the scales being ${formatFactor(k)}`
  const agreed = from === null ? '' : `; they agree from ${formatDay(from)} on`
  return `${much}${factor}${agreed}.`
}

/** The picture in one sentence; `sample` in any order. */
export function sampleSentence(sample: readonly [QuarantineSample, ...QuarantineSample[]]): string {
  const days = sample.map(({ date }) => date).toSorted()
  const [first = sample[0].date] = days
  const spread = (values: readonly number[]) =>
    `${formatFigure(Math.min(...values))} to ${formatFigure(Math.max(...values))}`
  return `From ${formatDay(first)} to ${formatDay(days.at(-1) ?? first)} the held closes lie within ${spread(sample.map(({ held }) => held))}, those that came within ${spread(sample.map(({ fresh }) => fresh))}.`
}

/** A factor with four significant digits: 0.3333, 10, 2.5. */
export const formatFactor = (k: number) => String(Number(k.toPrecision(4)))

/** What accepting or discarding will do, before it is done. */
export function decisionWords(
  decision: 'accept' | 'discard',
  { ticker, source, whole, kind }: QuarantineRow,
): readonly string[] {
  switch (decision) {
    case 'accept':
      return [
        whole || kind === 'half-adjusted'
          ? `The whole series ${ticker} is stored anew as ${sourceName(source)} sent it, under a new epoch.`
          : `The days of ${ticker} that ${sourceName(source)} sent are stored as corrections; the others stay.`,
        'What is shown now stays readable: as revisions, and as what was stored before this moment.',
      ]
    case 'discard':
      return [
        `What is held of ${ticker} stays as it is.`,
        'The same answer is kept out again when it comes next time; another one is judged anew.',
      ]
  }
}

export const decidedWords = (
  decision: 'accepted' | 'rescaled' | 'discarded',
  rows: number,
  { ticker }: QuarantineRow,
): string => {
  switch (decision) {
    case 'accepted':
      return `The answer about ${ticker} was accepted: ${formatAmount(rows, 'row', 'rows')} written.`
    case 'rescaled':
      return `The answer about ${ticker} was rescaled and stored: ${formatAmount(rows, 'row', 'rows')} written.`
    case 'discarded':
      return `The answer about ${ticker} was discarded; what was held stays.`
  }
}
