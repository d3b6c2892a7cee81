import { catalogueFaults, eventFaults } from '@oreline/shared/domain/policy/catalogue-faults.ts'
import { describe, expect, it } from 'vitest'
import { policyEvent, steps } from '../../support/policy-event.ts'
import { seedEvent, seedEvents } from '../../support/seed-files.ts'

type Given = Parameters<typeof policyEvent>[0]

const older = policyEvent({ id: 'cn-2023-older', superseded_by: ['cn-2024-01-10-test'] })
const part = {
  id: 'part',
  text: 'a part',
  effective_date: null,
  suspended_from: null,
  suspended_until: null,
}
const exposure = { ticker: 'MP', direction: '+', reason: 'scarcity' } as const
const stepCausedBy = (related: string) => steps('2024-01-10 announced').map((step) => ({ ...step, related }))

/** The fields found fault with in the test event (announced 10 January 2024) as it is with what is given. */
const fieldsOf = (given: Given) => eventFaults(policyEvent(given), [older]).map(({ field }) => field)

describe('eventFaults: what an edit is refused by', () => {
  it.each<[what: string, given: Given, fields: readonly string[]]>([
    ['an end before the start', { effective_date: '2024-03-01', end_date: '2024-02-29' }, ['end_date']],
    ['an end before the announcement', { end_date: '2024-01-09' }, ['end_date']],
    [
      'a pause that ends before it begins',
      { suspended_from: '2024-03-01', suspended_until: '2024-02-29' },
      ['suspended_until'],
    ],
    ['a pause after the end', { end_date: '2024-02-29', suspended_from: '2024-03-01' }, ['suspended_from']],
    [
      'steps that run backwards, over one without a day',
      {
        status_history: steps(
          '2024-02-01 announced',
          '? amended',
          '2024-01-31 effective',
          '2024-02-02 expired',
        ),
      },
      ['status_history.2.date'],
    ],
    ['a promise before the announcement', { expected_date: '2024-01-09' }, ['expected_date']],
    ['a month that is not its first day', { date_precision: 'month' }, ['announced_date']],
    [
      'a year that is not its first day',
      { announced_date: '2024-02-01', date_precision: 'year' },
      ['announced_date'],
    ],
    ['an hour without a zone', { announced_time: '10:00' }, ['announced_tz']],
    [
      'bounds that run backwards',
      { announced_from: '2024-01-10T02:00:00Z', announced_to: '2024-01-10T01:00:00Z' },
      ['announced_to'],
    ],
    ['one bound alone', { announced_from: '2024-01-10T02:00:00Z' }, ['announced_to']],
    [
      'bounds of the next day in Beijing (16:00 UTC is midnight there)',
      { announced_from: '2024-01-10T16:00:00Z', announced_to: '2024-01-10T17:00:00Z' },
      ['announced_from'],
    ],
    [
      'bounds of a month',
      {
        announced_date: '2024-01-01',
        date_precision: 'month',
        announced_from: '2024-01-01T02:00:00Z',
        announced_to: '2024-01-01T03:00:00Z',
      },
      ['announced_from'],
    ],
    [
      'links to itself',
      {
        supersedes: ['cn-2024-01-10-test'],
        superseded_by: ['cn-2024-01-10-test'],
        related: ['cn-2024-01-10-test'],
        status_history: stepCausedBy('cn-2024-01-10-test'),
      },
      ['supersedes.0', 'superseded_by.0', 'related.0', 'status_history.0.related'],
    ],
    [
      'links to no event',
      { supersedes: ['cn-2023-older', 'nobody'], related: ['none'], status_history: stepCausedBy('nil') },
      ['supersedes.1', 'related.0', 'status_history.0.related'],
    ],
    ['a supersession that leads back', { superseded_by: ['cn-2023-older'] }, ['superseded_by.0']],
    ['a link twice', { related: ['cn-2023-older', 'cn-2023-older'] }, ['related.1']],
    [
      'names twice',
      {
        counterpart_jurisdictions: ['US', 'US'],
        stages: ['magnet', 'magnet'],
        elements: ['Dy', 'Tb', 'Dy'],
        tickers: [exposure, exposure],
        companies: ['A', 'A'],
        provisions: [part, part],
      },
      [
        'counterpart_jurisdictions.1',
        'stages.1',
        'elements.2',
        'tickers.1.ticker',
        'companies.1',
        'provisions.1.id',
      ],
    ],
    [
      'parts that start or pause after the end, or whose pause runs backwards',
      {
        end_date: '2024-06-30',
        provisions: [
          { ...part, effective_date: '2024-07-01' },
          { ...part, id: 'other', suspended_from: '2024-07-01', suspended_until: '2024-06-30' },
        ],
      },
      ['provisions.0.effective_date', 'provisions.1.suspended_from', 'provisions.1.suspended_until'],
    ],
    [
      'a pause that ended before the announcement, its first day unknown',
      { suspended_until: '2024-01-09', provisions: [{ ...part, suspended_until: '2024-01-09' }] },
      ['suspended_until', 'provisions.0.suspended_until'],
    ],
  ])('%s', (_, given, fields) => {
    expect(fieldsOf(given)).toEqual(fields)
  })

  it('lets stand what only looks wrong', () => {
    const odd: readonly Given[] = [
      // In force before it was announced, and announced on its last day.
      { effective_date: '2024-01-01', end_date: '2024-01-10' },
      // One day of pause, one day of effect.
      { suspended_from: '2024-03-01', suspended_until: '2024-03-01', end_date: '2024-03-01' },
      // The day the hour was read in is another than that of UTC.
      {
        announced_date: '2024-01-11',
        announced_from: '2024-01-10T16:00:00Z',
        announced_to: '2024-01-10T17:00:00Z',
      },
      { announced_date: '2024-01-17', date_precision: 'on-or-before' },
      { supersedes: ['cn-2023-older'], related: ['cn-2023-older'] },
    ]
    expect(odd.map(fieldsOf)).toEqual(odd.map(() => []))
  })

  it('says why, and whose it is', () => {
    expect(eventFaults(policyEvent({ end_date: '2023-12-31' }), [])).toEqual([
      {
        id: 'cn-2024-01-10-test',
        field: 'end_date',
        why: '2023-12-31 lies before its announcement, 2024-01-10',
      },
    ])
  })

  it('reads the event in the place of the one it replaces', () => {
    const before = policyEvent({ supersedes: ['cn-2023-older'] })
    const circle = policyEvent({ id: 'cn-2023-older', supersedes: ['cn-2024-01-10-test'] })
    expect(eventFaults(circle, [older, before]).map(({ field }) => field)).toEqual(['supersedes.0'])
    expect(eventFaults(circle, [older, policyEvent({})])).toEqual([])
  })

  it('finds a circle over others, from whichever side it is written', () => {
    const [a, b, c] = [
      policyEvent({ id: 'a', supersedes: ['b'] }),
      policyEvent({ id: 'b' }),
      policyEvent({ id: 'c', superseded_by: ['b'], supersedes: ['a'] }),
    ]
    const circle = catalogueFaults([a, b, c]).filter(({ why }) => why.includes('through others'))
    expect(circle.map(({ id, field }) => `${id} ${field}`)).toEqual([
      'a supersedes.0',
      'c supersedes.0',
      'c superseded_by.0',
    ])
  })
})

describe('catalogueFaults', () => {
  it('the shipped catalogue has none, nor has any of its events as an edit', () => {
    const events = seedEvents()
    expect(catalogueFaults(events)).toEqual([])
    expect(events.flatMap((event) => eventFaults(event, events))).toEqual([])
  })

  it('supersession stands on both sides', () => {
    const newer = policyEvent({ id: 'newer', supersedes: ['cn-2024-01-10-test'] })
    expect(catalogueFaults([newer, policyEvent({})])).toEqual([
      { id: 'newer', field: 'supersedes.0', why: 'cn-2024-01-10-test does not name it in superseded_by' },
    ])
    expect(catalogueFaults([policyEvent({}), older])).toMatchObject([
      { id: 'cn-2023-older', field: 'superseded_by.0' },
    ])
    expect(eventFaults(newer, [policyEvent({})])).toEqual([])
  })

  it('no id twice', () => {
    expect(catalogueFaults([policyEvent({}), policyEvent({})])).toMatchObject([{ field: 'id' }])
  })

  it('a mistake in the shipped catalogue is found: Announcement 61 ended before it began', () => {
    const event = { ...seedEvent('cn-2025-10-09-mofcom-61-extraterritorial'), end_date: older.announced_date }
    expect(new Set(eventFaults(event, seedEvents()).map(({ field }) => field))).toEqual(
      new Set([
        'end_date',
        'suspended_from',
        'provisions.0.effective_date',
        'provisions.0.suspended_from',
        'provisions.1.effective_date',
        'provisions.1.suspended_from',
      ]),
    )
  })
})
