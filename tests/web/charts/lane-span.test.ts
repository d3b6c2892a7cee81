import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laneSpans, packed, rowCount } from '../../../web/charts/lane-span.ts'
import { dayMs } from '../../../web/charts/time-scale.ts'
import { day } from '../../support/brands.ts'
import { TODAY, catalogueAt, eventOf } from './timeline-parts.ts'

const events = catalogueAt(TODAY)
const spansOf = (id: string) => laneSpans([eventOf(events, id)], TODAY, 10)

describe('lane spans', () => {
  it('shows Announcement 62 in force for a month, paused for a year, then unconfirmed', () => {
    const spans = spansOf('cn-2025-10-09-mofcom-62-technology')
    expect(spans.map(({ state, unconfirmed, from, to }) => ({ state, unconfirmed, from, to }))).toEqual([
      {
        state: 'effective',
        unconfirmed: false,
        from: dayMs(day('2025-10-09')),
        to: dayMs(day('2025-11-07')),
      },
      {
        state: 'suspended',
        unconfirmed: false,
        from: dayMs(day('2025-11-07')),
        to: dayMs(day('2026-11-11')),
      },
      { state: 'suspended', unconfirmed: true, from: dayMs(day('2026-11-11')), to: null },
    ])
    expect(new Set(spans.map(({ row }) => row))).toEqual(new Set([0]))
  })

  it('puts an act that simply stands into the strip: Announcement 18 of April 2025', () => {
    const standing = events.find(({ id }) => id.startsWith('cn-2025-04-04'))
    if (standing === undefined) throw new Error('Announcement 18 is in the catalogue')
    expect(laneSpans([standing], TODAY, 10).map(({ row, to }) => [row, to])).toEqual([[null, null]])
  })

  it('draws no bar for a deal that happened once', () => {
    const deal = events.find(
      ({ instrument_type: kind, state, end_date }) =>
        kind === 'equity-stake' && state?.value === 'effective' && end_date === null,
    )
    if (deal === undefined) throw new Error('there are stakes')
    expect(laneSpans([deal], TODAY, 10)).toEqual([])
  })

  it('counts rows without the strip', () => {
    expect(rowCount([])).toBe(0)
    expect(
      rowCount(
        laneSpans(
          events.filter(({ jurisdiction }) => jurisdiction === 'CN'),
          TODAY,
          10,
        ),
      ),
    ).toBeLessThanOrEqual(10)
  })

  it('never lets two stretches of a row overlap while rows are left', () => {
    const stretches = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.option(fc.integer({ min: 1, max: 40 }))), {
        maxLength: 30,
      })
      .map((pairs) =>
        pairs
          .map(([from, length]) => ({ from, to: length === null ? null : from + length }))
          .toSorted((a, b) => a.from - b.from),
      )
    fc.assert(
      fc.property(stretches, (all) => {
        const rows = packed(all, 31)
        const clashes = all.filter(({ to }, place) => {
          const next = all.find((_, other) => other > place && rows[other] === rows[place])
          return next !== undefined && next.from < (to ?? Infinity)
        })
        expect(clashes).toEqual([])
      }),
    )
  })

  it('shares the last row when all are taken', () => {
    expect(
      packed(
        [
          { from: 0, to: null },
          { from: 1, to: null },
          { from: 2, to: null },
        ],
        2,
      ),
    ).toEqual([0, 1, 1])
  })
})
