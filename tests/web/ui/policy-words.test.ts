import { describe, expect, it } from 'vitest'
import { formatDated, jurisdictionWords, unconfirmedClause } from '../../../web/ui/policy-words.ts'
import { day } from '../../support/brands.ts'
import { steps } from '../../support/policy-event.ts'
import { seedEvents } from '../../support/seed-files.ts'
import { eventRow } from '../rows.ts'

const today = day('2026-11-21')
const clause = (given: Parameters<typeof eventRow>[0]) => {
  const event = eventRow(given)
  if (event.state === null) throw new Error('the event is public')
  return unconfirmedClause(event.state, event, today)
}

describe('unconfirmedClause', () => {
  it('a pause that has run out says so with its last day', () => {
    expect(
      clause({
        suspended_from: '2025-11-07',
        suspended_until: '2026-11-10',
        status_history: steps('2024-01-10 announced', '2024-01-10 effective', '2025-11-07 suspended'),
      }),
    ).toBe('pause ended 10 Nov 2026, outcome unconfirmed')
  })

  it('an end that has passed says so with its day', () => {
    expect(
      clause({
        end_date: '2026-01-01',
        status_history: steps('2024-01-10 announced', '2024-01-10 effective'),
      }),
    ).toBe('end date 1 Jan 2026 passed, outcome unconfirmed')
  })

  it('a step without a day leaves the state open', () => {
    expect(clause({ status_history: steps('2024-01-10 announced', '? expired') })).toBe(
      'a later step has no known day, outcome unconfirmed',
    )
  })

  it('says nothing of a state that stands', () => {
    expect(clause({})).toBeNull()
  })
})

describe('words', () => {
  it('name every jurisdiction of the shipped catalogue', () => {
    const codes = new Set(
      seedEvents().flatMap(({ jurisdiction, counterpart_jurisdictions: others }) => [
        jurisdiction,
        ...others,
      ]),
    )
    expect([...codes].filter((code) => jurisdictionWords(code) === code && code.length === 2)).toEqual(['G7'])
  })

  it('write a date as exactly as it is known', () => {
    const date = day('2026-03-01')
    expect(formatDated(date, 'day')).toBe('1 Mar 2026')
    expect(formatDated(date, 'month')).toBe('Mar 2026')
    expect(formatDated(date, 'year')).toBe('2026')
    expect(formatDated(date, 'on-or-before')).toBe('on or before 1 Mar 2026')
  })
})
