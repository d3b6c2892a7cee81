/** Prices a hundred times too high or too low for a while: pence against pounds, cents against dollars. */
import type { Closes, Finding } from './finding.ts'

/** |log10| of the change lies within this of 2: 76 to 132 times. */
const TOLERANCE = 0.12

/**
 * The days on which the scale changes by about 100, first day of the new scale each; null: none. Which scale is the
 * right one the series does not say.
 */
export function findUnitError(bars: Closes): Finding | null {
  const changes = bars.flatMap(({ date, close }, place) => {
    const before = bars[place - 1]
    if (before === undefined) return []
    const power = Math.log10(close / before.close)
    return Math.abs(Math.abs(power) - 2) < TOLERANCE ? [{ date, up: power > 0 }] : []
  })
  if (changes.length === 0) return null
  const said = changes.slice(0, 3).map(({ date, up }) => `${up ? 'up' : 'down'} on ${date}`)
  return {
    defect: 'unit-error',
    dates: changes.map(({ date }) => date),
    detail: `prices change by a factor of 100: ${said.join(', ')}${changes.length > 3 ? ' and on' : ''}: two units of the currency are mixed`,
  }
}
