/**
 * How much metal an oxide holds, by mass, from the formula in which it is traded: the stable oxide in air, Pr6O11, Tb4O7
 * and CeO2, all others X2O3. (USGS Mineral Commodity Summaries gives prices for these oxides.)
 */
import { atomicMass } from './atomic-mass.ts'

type Formula = { readonly metal: number; readonly oxygen: number }

const formulas: Readonly<Record<string, Formula>> = {
  Ce: { metal: 1, oxygen: 2 },
  Pr: { metal: 6, oxygen: 11 },
  Tb: { metal: 4, oxygen: 7 },
}
const usual: Formula = { metal: 2, oxygen: 3 }

/**
 * Neodymium and praseodymium as they come out of separation together: three quarters of the oxide's mass are Nd2O3, one
 * quarter Pr6O11, the mix in which NdPr oxide is quoted. Stated, not measured: an ore's own ratio may differ, which moves
 * the fraction of metal in the fourth digit (0.8574 for Nd alone, 0.8277 for Pr alone).
 */
const ndprMix = [
  { element: 'Nd', share: 0.75 },
  { element: 'Pr', share: 0.25 },
] as const

/** Kilograms of metal in a kilogram of oxide, and of which formula; null: the elements are no single oxide known here. */
export type MetalFraction = { readonly fraction: number; readonly formula: string }

export function metalFraction(elements: readonly string[]): MetalFraction | null {
  const [only, ...others] = elements
  if (only === undefined) return null
  if (others.length === 0) return fractionOf(only)
  if (elements.toSorted().join(' ') !== 'Nd Pr') return null
  const parts = ndprMix.map(({ element, share }) => ({ share, part: fractionOf(element) }))
  return {
    fraction: parts.reduce((sum, { share, part }) => sum + share * (part?.fraction ?? 0), 0),
    formula: '75 % Nd2O3 with 25 % Pr6O11 by mass',
  }
}

function fractionOf(element: string): MetalFraction | null {
  const mass = atomicMass[element]
  const oxygen = atomicMass['O']
  if (mass === undefined || oxygen === undefined || element === 'O') return null
  const { metal, oxygen: atoms } = formulas[element] ?? usual
  return {
    fraction: (metal * mass) / (metal * mass + atoms * oxygen),
    formula: `${element}${metal === 1 ? '' : metal}O${atoms}`,
  }
}
