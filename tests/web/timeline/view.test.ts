import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildViewReader,
  readView,
  selecting,
  selectionOf,
  writeView,
  type TimelineView,
} from '../../../web/features/timeline/view.ts'
import { parseSearch, stringifySearch } from '../../../web/ui/search.ts'
import { day, instant } from '../../support/brands.ts'

const viewOf = (address: string) => readView(parseSearch(address))
const { view: plain } = viewOf('')

/** Days of one year as an ascending pair, or none. */
const range = fc.oneof(
  fc.constant({ from: null, to: null }),
  fc
    .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 15, max: 28 }))
    .map(([from, to]) => ({ from: day(`2025-06-${pad(from)}`), to: day(`2025-06-${pad(to)}`) })),
)
const pad = (figure: number) => String(figure).padStart(2, '0')

const views: fc.Arbitrary<TimelineView> = fc
  .record({
    at: fc.constantFrom(null, day('2025-12-01')),
    as_of: fc.constantFrom(null, instant('2026-11-18T10:00:00Z'), instant('2026-11-18T23:59:59.999Z')),
    name: fc.constantFrom('1m', '3m', '6m', 'ytd', '1y', '3y', 'max'),
    days: range,
    mode: fc.constantFrom('rebased', 'price'),
    currency: fc.constantFrom('local', 'USD'),
    jurisdiction: fc.uniqueArray(fc.constantFrom('US', 'CN', 'EU', 'WTO')),
    stage: fc.uniqueArray(fc.constantFrom('mining', 'metal-alloy', 'magnet')),
    element: fc.uniqueArray(fc.constantFrom('Nd', 'Dy', 'W')),
    status: fc.uniqueArray(fc.constantFrom('effective', 'suspended', 'revoked')),
    context: fc.boolean(),
    filing: fc.option(fc.string({ minLength: 1, maxLength: 200 })),
    list: fc.constantFrom('events', 'filings'),
    column: fc.constantFrom('date', 'where', 'kind', 'title', 'state'),
    down: fc.boolean(),
  })
  .map(({ name, days, column, down, ...rest }) => ({
    ...plain,
    ...rest,
    ...days,
    range: name,
    sort: { column, down },
  }))

describe('the address of the timeline', () => {
  it('restores any view: reading what was written gives the same view and nothing unreadable', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(readView(parseSearch(stringifySearch(writeView(view))))).toEqual({ view, unreadable: [] })
      }),
    )
  })

  it('is empty for the usual view', () => {
    expect(stringifySearch(writeView(plain))).toBe('')
  })

  it('is short enough to read', () => {
    const { view } = viewOf('?tickers=MP,LYC.AX&range=1y&currency=USD&element=Dy,Tb&sort=-title')
    expect(stringifySearch(writeView(view))).toBe(
      '?tickers=MP,LYC.AX&range=1y&currency=USD&element=Dy,Tb&sort=-title',
    )
  })

  it.each([
    ['range=10y', ['range']],
    ['from=2025-02-30', ['from']],
    ['tickers=mp', ['tickers']],
    ['event=Not%20An%20Id', ['event']],
    ['sort=price', ['sort']],
    ['context=yes', ['context']],
    ['stage=mining,smelting', ['stage']],
    ['currency=', ['currency']],
  ])('falls back to the usual view on %s and names the parameter', (address, unreadable) => {
    expect(viewOf(address)).toEqual({ view: plain, unreadable })
  })

  it('refuses days that run backwards, both of them', () => {
    expect(viewOf('from=2025-06-02&to=2025-06-01')).toEqual({ view: plain, unreadable: ['from', 'to'] })
    expect(viewOf('from=2025-06-01&to=2025-06-01').unreadable).toEqual(['from', 'to'])
  })

  it('leaves alone what belongs to others, such as the time zone', () => {
    expect(viewOf('tz=sydney&utm_source=x')).toEqual({ view: plain, unreadable: [] })
  })

  it('takes the parameters of a change only: undefined drops one from the address', () => {
    expect(writeView({ range: '3y', currency: 'USD' })).toEqual({ range: undefined, currency: 'USD' })
  })
})

describe('buildViewReader', () => {
  it('gives the same lists while their text stays, and the same view as reading anew', () => {
    const read = buildViewReader()
    const { view: before } = read(parseSearch('tickers=MP,UUUU&stage=magnet&range=1y'))
    const { view: after } = read(parseSearch('tickers=MP,UUUU&stage=mining&range=3m&sort=nonsense'))
    expect(after.tickers).toBe(before.tickers)
    expect(after.stage).not.toBe(before.stage)
    const address = parseSearch('tickers=MP,UUUU&sort=nonsense')
    expect(read(address)).toEqual(readView(address))
    expect(read(parseSearch('')).view.tickers).toBe(plain.tickers)
  })
})

describe('a selection', () => {
  it.each([
    { kind: 'filing' as const, id: 'sec:0001-26-000001' },
    { kind: 'session' as const, date: day('2025-10-09') },
    null,
  ])('survives the address: %o', (selection) => {
    expect(selectionOf(readView(writeView(selecting(selection))).view)).toEqual(selection)
  })

  it('is one thing: an event comes before a filing and a day', () => {
    const { view } = viewOf('event=us-2025-07-10-dod-mp&filing=x&day=2025-07-10')
    expect(selectionOf(view)).toEqual({ kind: 'event', id: 'us-2025-07-10-dod-mp' })
  })
})
