import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { policyEvent, steps } from '../../support/policy-event.ts'
import { seedEvent, seedEvents } from '../../support/seed-files.ts'

describe('stateAt on the catalogue', () => {
  it('Announcement 57: announced, paused before it applied, unconfirmed from 11 November 2026', () => {
    const event = seedEvent('cn-2025-10-09-mofcom-57-five-elements')
    expect(stateAt(event, day('2025-10-08'))).toBeNull()
    expect(stateAt(event, day('2025-10-09'))).toEqual({ value: 'announced', since: '2025-10-09' })
    expect(stateAt(event, day('2025-11-07'))).toEqual({ value: 'suspended', since: '2025-11-07' })
    expect(stateAt(event, day('2026-11-10'))).toEqual({ value: 'suspended', since: '2025-11-07' })
    expect(stateAt(event, day('2026-11-11'))).toEqual({
      value: 'suspended',
      since: '2025-11-07',
      unconfirmed: true,
    })
  })

  it('the affiliates rule: its pause ends a day earlier, on 9 November 2026', () => {
    const event = seedEvent('us-2025-09-29-bis-affiliates-rule')
    expect(stateAt(event, day('2026-11-09'))).not.toHaveProperty('unconfirmed')
    expect(stateAt(event, day('2026-11-10'))).toHaveProperty('unconfirmed', true)
  })

  it('Announcement 70: in force, its end on 10 November 2026 passed without a source', () => {
    const event = seedEvent('cn-2025-11-07-mofcom-70-suspension')
    expect(stateAt(event, day('2026-11-10'))).toEqual({ value: 'effective', since: '2025-11-07' })
    expect(stateAt(event, day('2026-11-21'))).toEqual({
      value: 'effective',
      since: '2025-11-07',
      unconfirmed: true,
    })
  })

  it('Announcement 61: two parts, one in force at once, one paused before its start', () => {
    const event = seedEvent('cn-2025-10-09-mofcom-61-extraterritorial')
    expect(stateAt(event, day('2025-10-20'))).toEqual({
      value: 'effective',
      since: '2025-10-09',
      provisions: [
        { id: 'chinese-origin', value: 'effective', since: '2025-10-09' },
        { id: 'foreign-made', value: 'announced', since: '2025-10-09' },
      ],
    })
    expect(stateAt(event, day('2025-12-01'))).toEqual({
      value: 'suspended',
      since: '2025-11-07',
      provisions: [
        { id: 'chinese-origin', value: 'suspended', since: '2025-11-07' },
        { id: 'foreign-made', value: 'suspended', since: '2025-11-07' },
      ],
    })
    expect(stateAt(event, day('2026-11-21'))?.provisions).toEqual([
      { id: 'chinese-origin', value: 'suspended', since: '2025-11-07', unconfirmed: true },
      { id: 'foreign-made', value: 'suspended', since: '2025-11-07', unconfirmed: true },
    ])
  })

  it('a quarterly price in force before it was announced counts from its announcement', () => {
    const event = seedEvent('cn-2024-07-09-northern-concentrate-q3')
    expect(stateAt(event, day('2024-07-08'))).toBeNull()
    expect(stateAt(event, day('2024-07-09'))).toEqual({ value: 'effective', since: '2024-07-09' })
    expect(stateAt(event, day('2024-09-30'))).toEqual({ value: 'expired', since: '2024-09-30' })
  })

  it('a step without a day leaves the last dated state, unconfirmed', () => {
    expect(stateAt(seedEvent('us-2010-07-29-molycorp-ipo'), day('2026-11-21'))).toEqual({
      value: 'effective',
      since: '2010-07-29',
      unconfirmed: true,
    })
    expect(stateAt(seedEvent('au-2019-03-26-wesfarmers-lynas-bid'), day('2026-11-21'))).toEqual({
      value: 'announced',
      since: '2019-03-26',
      unconfirmed: true,
    })
  })

  it('agrees with the catalogue’s own status on 21 November 2026 wherever every step has its day', () => {
    const differing = seedEvents().filter(
      (event) =>
        event.status_history.every((step) => step.date !== null) &&
        stateAt(event, day('2026-11-21'))?.value !== event.status,
    )
    expect(differing.map(({ id }) => id)).toEqual([])
  })
})

describe('stateAt, step by step', () => {
  it('suspended, resumed, amended, revoked', () => {
    const event = policyEvent({
      suspended_from: '2024-03-01',
      suspended_until: '2024-05-31',
      status_history: steps(
        '2024-01-10 proposed',
        '2024-01-20 announced',
        '2024-02-01 effective',
        '2024-03-01 suspended',
        '2024-06-03 resumed',
        '2024-07-01 amended',
        '2024-08-01 revoked',
      ),
    })
    const on = (date: string) => stateAt(event, day(date))
    expect(on('2024-01-10')).toEqual({ value: 'proposed', since: '2024-01-10' })
    expect(on('2024-01-31')).toEqual({ value: 'announced', since: '2024-01-20' })
    expect(on('2024-02-29')).toEqual({ value: 'effective', since: '2024-02-01' })
    expect(on('2024-05-31')).toEqual({ value: 'suspended', since: '2024-03-01' })
    expect(on('2024-06-02')).toEqual({ value: 'suspended', since: '2024-03-01', unconfirmed: true })
    expect(on('2024-07-01')).toEqual({ value: 'effective', since: '2024-06-03' })
    expect(on('2024-08-01')).toEqual({ value: 'revoked', since: '2024-08-01' })
  })

  it('an end date alone never makes an event expired', () => {
    const event = policyEvent({
      end_date: '2024-06-30',
      status_history: steps('2024-01-10 announced', '2024-01-10 effective'),
    })
    expect(stateAt(event, day('2024-06-30'))).toEqual({ value: 'effective', since: '2024-01-10' })
    expect(stateAt(event, day('2030-01-01'))).toEqual({
      value: 'effective',
      since: '2024-01-10',
      unconfirmed: true,
    })
  })

  it('a later step with its day settles an earlier one without', () => {
    const event = policyEvent({
      status_history: steps('2024-01-10 announced', '? effective', '2024-09-01 expired'),
    })
    expect(stateAt(event, day('2024-08-31'))).toEqual({
      value: 'announced',
      since: '2024-01-10',
      unconfirmed: true,
    })
    expect(stateAt(event, day('2024-09-01'))).toEqual({ value: 'expired', since: '2024-09-01' })
  })

  it('an unknown step after a dated one is not felt before that one, and an amendment never is', () => {
    const event = policyEvent({
      status_history: steps('2024-01-10 announced', '? amended', '2024-09-01 effective', '? expired'),
    })
    expect(stateAt(event, day('2024-08-31'))).toEqual({ value: 'announced', since: '2024-01-10' })
    expect(stateAt(event, day('2024-09-01'))).toHaveProperty('unconfirmed', true)
  })

  it('a part follows what ends or resumes the whole act', () => {
    const event = policyEvent({
      provisions: [
        {
          id: 'late',
          text: 'a part with a later start',
          effective_date: '2024-05-01',
          suspended_from: '2024-04-01',
          suspended_until: '2024-06-30',
        },
      ],
      status_history: steps(
        '2024-01-10 announced',
        '2024-02-01 effective',
        '2024-07-15 resumed',
        '2024-09-01 superseded',
      ),
    })
    const part = (date: string) => stateAt(event, day(date))?.provisions?.[0]
    expect(part('2024-02-01')).toMatchObject({ value: 'announced' })
    expect(part('2024-05-02')).toEqual({ id: 'late', value: 'suspended', since: '2024-04-01' })
    expect(part('2024-07-01')).toMatchObject({ value: 'suspended', unconfirmed: true })
    expect(part('2024-07-15')).toEqual({ id: 'late', value: 'effective', since: '2024-07-15' })
    expect(part('2024-09-01')).toEqual({ id: 'late', value: 'superseded', since: '2024-09-01' })
  })

  it('a step after a last day settles what holds since, a report or an amendment does not', () => {
    const onTheLast = (...lines: readonly string[]) => {
      const event = policyEvent({
        end_date: '2024-06-30',
        status_history: steps('2024-01-10 announced', '2024-01-10 effective', ...lines),
      })
      return stateAt(event, day('2024-12-31'))?.unconfirmed
    }
    expect(onTheLast()).toBe(true)
    expect(onTheLast('2024-07-02 reported')).toBe(true)
    expect(onTheLast('2024-07-02 amended')).toBe(true)
    expect(onTheLast('2024-07-02 effective')).toBeUndefined()
  })

  it('a second pause is not held against the last day of the first', () => {
    const event = policyEvent({
      suspended_from: '2024-03-01',
      suspended_until: '2024-03-31',
      status_history: steps(
        '2024-01-10 effective',
        '2024-03-01 suspended',
        '2024-04-01 resumed',
        '2024-06-01 suspended',
      ),
    })
    expect(stateAt(event, day('2024-07-01'))).toEqual({ value: 'suspended', since: '2024-06-01' })
  })

  it('a pause lifted before the planned start leads back to the announcement', () => {
    const event = policyEvent({
      effective_date: '2024-06-01',
      status_history: steps(
        '2024-01-10 announced',
        '2024-02-01 suspended',
        '2024-03-01 resumed',
        '2024-06-01 effective',
      ),
    })
    expect(stateAt(event, day('2024-05-31'))).toEqual({ value: 'announced', since: '2024-03-01' })
    expect(stateAt(event, day('2024-06-01'))).toEqual({ value: 'effective', since: '2024-06-01' })
  })
})
