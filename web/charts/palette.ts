/**
 * Colour means place: a line has the colour of the country its stock is listed in, a lane that of the country that acts.
 * The values are CSS variables of palette.css (after Okabe and Ito, darkened or lightened to 3:1 and more on either
 * ground); a second line of the same country differs by dash and by lightness.
 */
import type { CalendarId } from '@oreline/shared/kernel/brand.ts'
import './palette.css'
import type { LineInk } from './timeline.ts'

const COUNTRIES: Readonly<Record<CalendarId, readonly string[]>> = {
  XNYS: ['var(--chart-us)', 'var(--chart-us-second)', 'var(--chart-us-third)'],
  XASX: ['var(--chart-au)'],
  XSHG: ['var(--chart-cn)'],
}
/** Seven, so that with one colour or three a country has as many inks as lines that can still be told apart. */
const DASHES: readonly (string | null)[] = [null, '5 3', '1.5 2.5', '8 3 2 3', '12 4', '3 2 1 2', '2 6']

/** One ink per line, in the order given; no two alike up to 21 of New York and 7 of each other exchange. */
export function lineInks(lines: readonly { readonly calendar: CalendarId }[]): readonly LineInk[] {
  return lines.map(({ calendar }, place) => {
    const earlier = lines.slice(0, place).filter((line) => line.calendar === calendar).length
    const colors = COUNTRIES[calendar]
    return {
      color: colors[earlier % colors.length] ?? 'var(--chart-other)',
      dash: DASHES[earlier % DASHES.length] ?? null,
    }
  })
}

/** Of lines that belong to no exchange: colours in a fixed order, then the same again with dashes. */
const PLAIN = [
  'var(--chart-cn)',
  'var(--chart-us)',
  'var(--chart-au)',
  'var(--chart-jp)',
  'var(--chart-my)',
  'var(--chart-eu)',
] as const

/** So many inks, no two alike up to 42. */
export function plainInks(count: number): readonly LineInk[] {
  return Array.from({ length: count }, (_, place) => ({
    color: PLAIN[place % PLAIN.length] ?? 'var(--chart-other)',
    dash: DASHES[Math.floor(place / PLAIN.length) % DASHES.length] ?? null,
  }))
}
