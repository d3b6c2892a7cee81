import { epochMs, instantOf, isAfter, plusMs } from '@oreline/shared/kernel/instant.ts'
import { describe, expect, it } from 'vitest'
import { instant } from '../../support/brands.ts'

describe('instants', () => {
  it('are the same moment with and without a fraction', () => {
    expect(epochMs(instant('2026-03-06T14:30:00Z'))).toBe(epochMs(instant('2026-03-06T14:30:00.000Z')))
    expect(isAfter(instant('2026-03-06T14:30:00.000Z'), instant('2026-03-06T14:30:00Z'))).toBe(false)
  })

  it('are written with three decimals, finer fractions cut', () => {
    expect(instantOf(epochMs(instant('2026-03-06T14:30:00Z')))).toBe('2026-03-06T14:30:00.000Z')
    expect(instantOf(1_772_807_400_250.9)).toBe('2026-03-06T14:30:00.250Z')
  })

  it('move by milliseconds over midnight and back', () => {
    expect(plusMs(instant('2026-03-06T23:59:59.999Z'), 1)).toBe('2026-03-07T00:00:00.000Z')
    expect(plusMs(instant('2026-03-07T00:00:00Z'), -1)).toBe('2026-03-06T23:59:59.999Z')
  })

  it('compare as moments where their texts would mislead', () => {
    expect(isAfter(instant('2026-03-06T14:30:00.500Z'), instant('2026-03-06T14:30:00Z'))).toBe(true)
    expect(isAfter(null, instant('2026-03-06T14:30:00Z'))).toBe(false)
  })
})
