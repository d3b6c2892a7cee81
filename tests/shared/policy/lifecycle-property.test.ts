import type { PolicyEvent } from '@oreline/shared/domain/policy/event.ts'
import { stateAt } from '@oreline/shared/domain/policy/lifecycle.ts'
import { linksOf } from '@oreline/shared/domain/policy/links.ts'
import type { PolicyLinks } from '@oreline/shared/domain/policy/links.ts'
import { policyStepStatusSchema } from '@oreline/shared/domain/policy/status.ts'
import { dateOfDayNumber, dayNumber } from '@oreline/shared/kernel/day-number.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../support/brands.ts'
import { policyEvent } from '../../support/policy-event.ts'
import { seedEvents } from '../../support/seed-files.ts'
import { brokenLaws } from './life-laws.ts'

function daysFrom(from: string, to: string): readonly IsoDate[] {
  const first = dayNumber(day(from))
  return Array.from({ length: dayNumber(day(to)) - first + 1 }, (_, n) => dateOfDayNumber(first + n))
}

describe('every event of the catalogue on every day from 2009 to 2027', () => {
  const days = daysFrom('2009-01-01', '2027-12-31')

  it('are 6,939 days', () => expect(days).toHaveLength(6_939))

  it.each(seedEvents())('$id', (event) => {
    expect(brokenLaws(event, days).slice(0, 3)).toEqual([])
  })
})

/** Ten weeks around the announcement on 10 January 2024, in which everything happens. */
const window = daysFrom('2024-01-05', '2024-03-15')
const date = fc.constantFrom(...window)
const orNone = fc.option(date, { nil: null })
const events: fc.Arbitrary<PolicyEvent> = fc
  .record({
    effective_date: orNone,
    end_date: orNone,
    pause: fc.option(fc.tuple(date, date), { nil: null }),
    history: fc.array(
      fc.record({
        date: fc.option(date, { nil: null, freq: 6 }),
        status: fc.constantFrom(...policyStepStatusSchema.options),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    parts: fc.array(
      fc.record({ effective_date: orNone, pause: fc.option(fc.tuple(date, date), { nil: null }) }),
      {
        maxLength: 2,
      },
    ),
  })
  .map(({ effective_date, end_date, pause, history, parts }) =>
    policyEvent({
      effective_date,
      end_date,
      ...pauseOf(pause),
      status_history: inOrder(history).map((step) => ({ ...step, note: null, related: null })),
      provisions: parts.map((part, place) => ({
        id: `part-${place}`,
        text: 'a part',
        effective_date: part.effective_date,
        ...pauseOf(part.pause),
      })),
    }),
  )

function pauseOf(ends: readonly [IsoDate, IsoDate] | null) {
  const [suspended_from = null, suspended_until = null] = ends === null ? [] : ends.toSorted()
  return { suspended_from, suspended_until }
}

/** The dated steps ascending, those without a date where they stood. */
function inOrder<T extends { readonly date: IsoDate | null }>(steps: readonly T[]): readonly T[] {
  const dated = steps.filter((step) => step.date !== null).toSorted(byDate)
  return steps.map((step) => (step.date === null ? step : (dated.shift() ?? step)))
}

const byDate = (a: { date: IsoDate | null }, b: { date: IsoDate | null }) =>
  (a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0

describe('any event', () => {
  it('keeps the laws of a life on every day', () => {
    fc.assert(
      fc.property(events, (event) => {
        expect(brokenLaws(event, window)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('knows on a day nothing of the steps after it', () => {
    fc.assert(
      fc.property(events, date, (event, today) => {
        const next = event.status_history.findIndex((step) => step.date !== null && step.date > today)
        const untilToday = next === -1 ? event.status_history : event.status_history.slice(0, next)
        const { provisions: _, ...asKnown } = stateAt({ ...event, status_history: untilToday }, today) ?? {}
        const { provisions: __, ...now } = stateAt(event, today) ?? {}
        expect(now).toEqual(asKnown)
      }),
    )
  })
})

describe('links of any catalogue', () => {
  const ids = ['a', 'b', 'c', 'd'] as const
  const some = fc.uniqueArray(fc.constantFrom(...ids, 'nobody'))
  const catalogues = fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          supersedes: some,
          superseded_by: some,
          related: some,
          causes: fc.array(
            fc.record({
              status: fc.constantFrom(...policyStepStatusSchema.options),
              related: fc.constantFrom(...ids, null),
            }),
            { minLength: 1, maxLength: 3 },
          ),
        })
        .map(({ causes, ...links }) =>
          policyEvent({
            id,
            ...links,
            status_history: causes.map((step) => ({ date: '2024-01-10', note: null, ...step })),
          }),
        ),
    ),
  )
  const pairs: readonly (readonly [keyof PolicyLinks, keyof PolicyLinks])[] = [
    ['supersedes', 'superseded_by'],
    ['superseded_by', 'supersedes'],
    ['suspends', 'suspended_by'],
    ['suspended_by', 'suspends'],
    ['related', 'related'],
  ]

  it('are told by both events, never of oneself and never of a stranger', () => {
    fc.assert(
      fc.property(catalogues, (catalogue) => {
        const links = linksOf(catalogue)
        for (const [id, own] of links) {
          for (const [name, back] of pairs) {
            for (const other of own[name]) expect(links.get(other)?.[back]).toContain(id)
          }
          expect(Object.values(own).flat()).not.toContain(id)
        }
      }),
    )
  })
})
