/** Points of commodity series as lines of the chart, and whether the lines may share an axis. */
import type { CommodityPointRow, CommodityRow } from '@oreline/shared/api/commodities.ts'
import { plainInks } from '../../../charts/palette.ts'
import type { ChartSeries, LineInk } from '../../../charts/timeline.ts'
import type { DataView } from '../data-view.ts'
import { vatWords } from './commodity-words.ts'

/** What a series is asked in: nothing is converted unless the reader wants it. */
export function conversionOf({ price, form }: Pick<DataView, 'price' | 'form'>) {
  return {
    form,
    ...(price === 'published' ? {} : ({ currency: 'USD', per: 'kg', vat: 'without' } as const)),
  }
}

/** One series as it came: its points in `unit` (`USD/kg`), and what was done to them (null: nothing). */
export type Converted = {
  readonly series: CommodityRow
  readonly points: readonly CommodityPointRow[]
  readonly unit: string
  readonly done: string | null
}

/** Of `USD/kg oxide equivalent` the `USD/kg`: what the price is of stands beside it wherever it is shown. */
export const bareUnit = (unit: string) => unit.replace(/ (oxide|metal) equivalent$/, '')

/** Whether a series has points but not one price: in US dollars, without exchange rates. */
export const lacksRates = ({ points }: Converted) =>
  points.length > 0 && points.every(({ value }) => value === null)

/** Days after which a line breaks, by how often its figures are published; null: never. */
const LONGEST_REST_DAYS: Readonly<Record<CommodityRow['frequency'], number | null>> = {
  daily: 15,
  weekly: 31,
  monthly: 100,
  irregular: null,
}

/** The inks of all series in their order, so that a line keeps its colour when another is hidden. */
export function inksOf(all: readonly CommodityRow[]): ReadonlyMap<string, LineInk> {
  const inks = plainInks(all.length)
  return new Map(all.flatMap(({ id }, place) => (inks[place] === undefined ? [] : [[id, inks[place]]])))
}

const PLAIN_INK: LineInk = { color: 'currentColor', dash: null }

/** The lines of the chart, in the order given. */
export function linesOf(
  converted: readonly Converted[],
  inks: ReadonlyMap<string, LineInk>,
  form: DataView['form'],
): readonly ChartSeries[] {
  const short = converted.map(({ series }) => shortName(series))
  return converted.map(({ series, points, unit }, place) => {
    const name = short[place] ?? series.id
    return {
      ticker: short.indexOf(name) === short.lastIndexOf(name) ? name : series.id,
      name: series.name,
      calendar: null,
      currency: series.currency,
      unit: form === 'published' ? unit : `${unit} ${form}`,
      longestRestDays: LONGEST_REST_DAYS[series.frequency],
      ink: inks.get(series.id) ?? PLAIN_INK,
      points: points.map(({ date, value, source, recorded_at: recordedAt, flags }) => ({
        date,
        value: flags.includes('suspect') ? null : value,
        status: 'final',
        source,
        recordedAt,
        underReview: flags.includes('suspect'),
      })),
    }
  })
}

const SHORT = 16

/** `Nd metal`, as published; without elements the name as far as it goes. */
function shortName({ name, elements, form }: CommodityRow): string {
  if (elements.length === 0 || elements.length > 3) {
    return name.length <= SHORT ? name : `${name.slice(0, SHORT - 1).trimEnd()}…`
  }
  return `${elements.join('')}${form === 'other' ? '' : ` ${form}`}`
}

/**
 * The bases the lines stand on: unit, tax and form. With one they share an axis; with several each line starts from 100,
 * for a price with tax or of another form beside one without would mislead.
 */
export function basesOf(
  converted: readonly Converted[],
  { price, form }: Pick<DataView, 'price' | 'form'>,
): readonly string[] {
  const bases = converted.map(({ series, unit }) =>
    [
      unit,
      price === 'published' ? vatWords(series.vat_percent) : 'no VAT',
      form === 'published' ? series.form : form,
    ].join(', '),
  )
  return [...new Set(bases)]
}
