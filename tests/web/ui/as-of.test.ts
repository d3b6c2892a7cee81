import { describe, expect, it } from 'vitest'
import { asOfParam, isOfMoment, momentShown } from '../../../web/ui/as-of.ts'
import { instant } from '../../support/brands.ts'

const now = instant('2026-11-21T10:00:00.000Z')
const past = instant('2026-11-18T10:00:00Z')

describe('the moment shown', () => {
  it('is now unless the address names one, and a moment ahead is no past', () => {
    expect(momentShown(null, now)).toEqual({ asOf: null, isAhead: false })
    expect(momentShown(past, now)).toEqual({ asOf: past, isAhead: false })
    expect(momentShown(instant('2026-11-22T10:00:00Z'), now)).toEqual({ asOf: null, isAhead: true })
  })

  it('may be younger than the page’s clock, which is read once a minute', () => {
    const just = instant('2026-11-21T10:00:59.000Z')
    expect(momentShown(just, now).asOf).toBe(just)
  })

  it.each([
    ['2026-11-18', '2026-11-18T23:59:59Z'],
    ['2026-11-18T10:00Z', '2026-11-18T10:00:00Z'],
    ['2026-11-18T10:00:00.500Z', '2026-11-18T10:00:00.500Z'],
    ['2026-11-18T10:00:00+01:00', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('is read from the address: %s', (text, moment) => {
    expect(asOfParam.read(text)).toBe(moment)
  })

  it('answers of the present never stand in for the past, nor those of another past', () => {
    expect(isOfMoment(['/chain', { query: {} }], null)).toBe(true)
    expect(isOfMoment(['/chain', { query: {} }], past)).toBe(false)
    expect(isOfMoment(['/chain', { query: { as_of: past } }], past)).toBe(true)
    expect(isOfMoment(['/chain', { query: { as_of: past } }], now)).toBe(false)
    expect(isOfMoment(['/chain', { query: { as_of: past } }], null)).toBe(false)
  })
})
