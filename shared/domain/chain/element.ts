import * as z from 'zod'

/** The seventeen rare earths by symbol, in order of atomic number: scandium, yttrium and the lanthanides. */
export const rareEarthSchema = z.enum([
  'Sc',
  'Y',
  'La',
  'Ce',
  'Pr',
  'Nd',
  'Pm',
  'Sm',
  'Eu',
  'Gd',
  'Tb',
  'Dy',
  'Ho',
  'Er',
  'Tm',
  'Yb',
  'Lu',
])
export type RareEarth = z.infer<typeof rareEarthSchema>

/** What a policy event can touch: the rare earths, and the minor metals that the same acts put under control. */
export const elementSymbolSchema = z.enum([
  ...rareEarthSchema.options,
  'Ga',
  'Ge',
  'Mo',
  'In',
  'Sb',
  'Te',
  'W',
  'Bi',
])
export type ElementSymbol = z.infer<typeof elementSymbolSchema>
