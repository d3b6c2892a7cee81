import { eventFaults } from '@oreline/shared/domain/policy/catalogue-faults.ts'
import { expectedPrecision } from '@oreline/shared/domain/policy/expected-precision.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { outcomeSchema, outcomeWhatSchema, type Outcome } from '@oreline/shared/domain/policy/outcome.ts'
import { scheduledDates, scheduledKindSchema } from '@oreline/shared/domain/policy/schedule.ts'
import { withOutcome } from '@oreline/shared/domain/policy/with-outcome.ts'
import type { PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import * as fc from 'fast-check'
import type * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { seedEvent, seedEvents } from '../../support/seed-files.ts'

const today = day('2026-11-21')
const bounds = { today, evidenceOn: today }
const outcome = (given: Partial<z.input<typeof outcomeSchema>>): Outcome =>
  outcomeSchema.parse({ kind: 'end', what: 'ended', date: '2026-11-10', note: 'It ran out.', ...given })
const change = (id: string, given: Partial<z.input<typeof outcomeSchema>>): PolicyEvent => {
  const result = withOutcome(seedEvent(id), outcome(given), bounds)
  if (result.kind === 'refused') throw new Error(`${result.field}: ${result.why}`)
  return result.event
}
const refusal = (id: string, given: Partial<z.input<typeof outcomeSchema>>) => {
  const result = withOutcome(seedEvent(id), outcome(given), bounds)
  return result.kind === 'refused' ? result.field : null
}
const passed = (event: PolicyEvent) => scheduledDates(event, today).filter((date) => date.passedUnconfirmed)

const PAUSE = 'cn-2025-11-07-mofcom-70-suspension'
const FIVE = 'cn-2025-10-09-mofcom-57-five-elements'
const FOREIGN = 'cn-2025-10-09-mofcom-61-extraterritorial'
const PLANT = 'lyc-2025-10-29-malaysia-5000t-heavy-plant'

describe('what became of 10 November 2026', () => {
  it('Announcement 70 extended by a year: its end moves, and nothing is unconfirmed any more', () => {
    const event = change(PAUSE, { what: 'extended', until: '2027-11-10', note: 'Extended by a year.' })
    expect(event).toMatchObject({ end_date: '2027-11-10', expected_date: '2027-11-10', review_needed: false })
    expect(event.status_history.at(-1)).toMatchObject({ date: '2026-11-10', status: 'amended' })
    expect(stateAt(event, today)).toEqual({ value: 'effective', since: '2025-11-07' })
    expect(scheduledDates(event, today)).toMatchObject([{ kind: 'end', date: '2027-11-10' }])
  })

  it('Announcement 57 resumed on 12 November: the pause was two days longer, the controls are in force', () => {
    const event = change(FIVE, { kind: 'suspension-end', what: 'resumed', date: '2026-11-12' })
    expect(event).toMatchObject({ suspended_until: '2026-11-11', status: 'effective' })
    expect(stateAt(event, day('2026-11-11'))).toMatchObject({ value: 'suspended' })
    expect(stateAt(event, today)).toEqual({ value: 'effective', since: '2026-11-12' })
    expect(passed(event)).toEqual([])
  })

  it('Announcement 61: parts that pause as long as the act go on with it', () => {
    const event = change(FOREIGN, { kind: 'suspension-end', what: 'extended', until: '2027-11-10' })
    expect(event.provisions.map(({ suspended_until: until }) => until)).toEqual(['2027-11-10', '2027-11-10'])
    const part = change(FOREIGN, {
      kind: 'suspension-end',
      provision: 'foreign-made',
      what: 'extended',
      until: '2027-11-10',
    })
    expect(part.provisions.map(({ suspended_until: until }) => until)).toEqual(['2026-11-10', '2027-11-10'])
    expect(part.suspended_until).toBe('2026-11-10')
  })

  it('superseded: over from that day, linked to the act that did it', () => {
    const event = change(PAUSE, {
      what: 'superseded',
      date: '2026-11-10',
      by: 'us-cn-2025-10-30-busan-truce',
    })
    expect(event).toMatchObject({ status: 'superseded', superseded_by: ['us-cn-2025-10-30-busan-truce'] })
    expect(scheduledDates(event, today)).toEqual([])
  })
})

describe('what became of a promise', () => {
  it('kept: the plant produces, a step in force on its day', () => {
    const event = change(PLANT, { kind: 'expected', what: 'took-effect', date: '2026-06-15' })
    expect(event).toMatchObject({ effective_date: '2026-06-15', review_needed: false })
    expect(stateAt(event, today)).toEqual({ value: 'effective', since: '2026-06-15' })
  })

  it.each(['day', 'month', 'year', 'approximate'] as const)('postponed, known to the %s', (precision) => {
    const event = change(PLANT, {
      kind: 'expected',
      what: 'extended',
      date: '2026-09-01',
      until: '2027-07-01',
      precision,
      note: 'First production put off.',
    })
    expect(expectedPrecision(event.expected_note)).toBe(precision)
    expect(scheduledDates(event, today)).toMatchObject([{ date: '2027-07-01', precision }])
  })

  it('off: nothing is expected any more, whether that was said before its day or after', () => {
    for (const date of ['2026-03-01', '2026-06-01']) {
      const event = change(PLANT, { kind: 'expected', what: 'did-not-happen', date })
      expect(passed(event)).toEqual([])
    }
  })
})

describe('an outcome that does not fit is refused, naming the field', () => {
  it.each([
    ['kind', FIVE, { kind: 'end' }],
    ['what', PAUSE, { what: 'resumed' }],
    ['date', PAUSE, { date: '2026-11-22' }],
    ['date', PAUSE, { date: '2025-11-06' }],
    ['date', FIVE, { kind: 'suspension-end', what: 'resumed', date: '2025-11-07' }],
    ['until', PAUSE, { what: 'extended' }],
    ['until', PAUSE, { what: 'extended', until: '2026-11-10' }],
    ['until', PAUSE, { what: 'ended', until: '2027-11-10' }],
    ['by', PAUSE, { what: 'superseded' }],
    ['by', PAUSE, { what: 'superseded', by: PAUSE }],
    [
      'provision',
      FOREIGN,
      { kind: 'suspension-end', provision: 'none', what: 'extended', until: '2027-01-01' },
    ],
    ['what', FOREIGN, { kind: 'suspension-end', provision: 'foreign-made', what: 'resumed' }],
    [
      'note',
      PLANT,
      { kind: 'expected', what: 'extended', until: '2027-07-01', note: 'Put off to about July.' },
    ],
  ] as const)('%s: %s %o', (field, id, given) => {
    expect(refusal(id, given)).toBe(field)
  })
})

it('whatever is recorded of any date of the catalogue, the event agrees with itself or the outcome is refused', () => {
  const dated = seedEvents().filter((event) => scheduledDates(event, today).length > 0)
  const others = seedEvents()
  fc.assert(
    fc.property(
      fc.constantFrom(...dated),
      fc.constantFrom(...scheduledKindSchema.options),
      fc.constantFrom(...outcomeWhatSchema.options),
      fc.integer({ min: 0, max: 400 }),
      (event, kind, what, back) => {
        const date = day(new Date(Date.UTC(2026, 10, 21) - back * 86_400_000).toISOString().slice(0, 10))
        const until = what === 'extended' ? '2039-01-01' : null
        const by = what === 'superseded' ? 'wto-2014-03-26-ds431-panel-report' : null
        const result = withOutcome(event, outcome({ kind, what, date, until, by }), bounds)
        if (result.kind === 'refused') return
        const faults = eventFaults(result.event, others)
        // An end before the start is left to the laws of the catalogue.
        expect(
          faults.filter(
            ({ field }) =>
              field !== 'end_date' && !field.startsWith('suspended') && !field.startsWith('provisions'),
          ),
        ).toEqual([])
        if (faults.length > 0) return
        const isStillOpen = scheduledDates(result.event, today).some(
          (open) => open.kind === kind && open.provision === null && open.passedUnconfirmed,
        )
        expect(isStillOpen).toBe(false)
      },
    ),
    { numRuns: 400 },
  )
})
