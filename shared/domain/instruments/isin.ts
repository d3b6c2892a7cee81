import * as z from 'zod'

/**
 * Whether the last digit of an ISIN is right: letters become two digits (A = 10 … Z = 35), then the Luhn sum of the
 * whole row of digits is a multiple of ten (ISO 6166, annex A).
 */
function hasValidCheckDigit(isin: string): boolean {
  const digits = Array.from(isin, (character) => Number.parseInt(character, 36)).join('')
  const fromTheRight = Array.from(digits, Number).toReversed()
  const sum = fromTheRight.reduce((total, digit, place) => {
    const weighted = place % 2 === 0 ? digit : digit * 2
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return sum % 10 === 0
}

/** International Securities Identification Number: country, nine characters, check digit, which must hold. */
export const isinSchema = z
  .string()
  .regex(/^[A-Z]{2}[A-Z0-9]{9}\d$/, 'two letters, nine letters or digits, one digit')
  .refine(hasValidCheckDigit, 'the check digit does not hold')
  .brand<'Isin'>()
export type Isin = z.infer<typeof isinSchema>
