/**
 * Standard atomic weights, abridged to five significant figures: IUPAC Commission on Isotopic Abundances and Atomic
 * Weights, "Standard atomic weights of the elements 2021" (Pure Appl. Chem. 94, 2022, table 2). The revisions of 2024
 * (Gd, Lu) do not reach five figures.
 */
export const atomicMass: Readonly<Record<string, number>> = {
  O: 15.999,
  Sc: 44.956,
  Y: 88.906,
  La: 138.91,
  Ce: 140.12,
  Pr: 140.91,
  Nd: 144.24,
  Sm: 150.36,
  Eu: 151.96,
  Gd: 157.25,
  Tb: 158.93,
  Dy: 162.5,
  Ho: 164.93,
  Er: 167.26,
  Tm: 168.93,
  Yb: 173.05,
  Lu: 174.97,
}
