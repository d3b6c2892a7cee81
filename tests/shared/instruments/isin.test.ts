import { isinSchema } from '@oreline/shared/domain/instruments/isin.ts'
import { describe, expect, it } from 'vitest'

describe('ISIN', () => {
  it.each(['US0378331005', 'AU0000XVGZA3', 'GB0002634946'])(
    'accepts %s (ISO 6166: worked examples of the check digit)',
    (isin) => {
      expect(isinSchema.parse(isin)).toBe(isin)
    },
  )

  it.each([
    ['a wrong check digit', 'US0378331006'],
    ['two neighbours swapped', 'US0373831005'],
    ['small letters', 'us0378331005'],
    ['eleven characters', 'US037833100'],
    ['nothing', ''],
  ])('refuses %s', (_, isin) => {
    expect(isinSchema.safeParse(isin).success).toBe(false)
  })
})
