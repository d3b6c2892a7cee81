import { describe, expect, it } from 'vitest'
import { facetOptions, isFiltered, matchingEvents } from '../../../web/features/timeline/facets.ts'
import { readView } from '../../../web/features/timeline/view.ts'
import { day } from '../../support/brands.ts'
import { eventRow } from '../rows.ts'

const today = day('2026-11-21')
const events = [
  eventRow({
    id: 'us-a',
    jurisdiction: 'US',
    instrument_type: 'tariff',
    stages: ['mining'],
    elements: ['Nd'],
  }),
  eventRow({
    id: 'cn-a',
    jurisdiction: 'CN',
    instrument_type: 'export-control',
    stages: ['magnet'],
    elements: ['Dy', 'Tb'],
  }),
  eventRow({
    id: 'cn-b',
    jurisdiction: 'CN',
    instrument_type: 'quota',
    stages: ['mining', 'separation'],
    elements: ['Nd'],
  }),
  eventRow({
    id: 'cn-c',
    jurisdiction: 'CN',
    instrument_type: 'tariff',
    stages: [],
    elements: [],
    context_only: true,
  }),
]
const view = (search: Record<string, string>) => readView(search).view
const ids = (search: Record<string, string>) =>
  matchingEvents(events, view(search), today).map(({ id }) => String(id))
const counts = (facet: Parameters<typeof facetOptions>[0], search: Record<string, string>) =>
  facetOptions(facet, events, view(search), today).map(({ name, count }) => [name, count])

describe('matchingEvents', () => {
  it('hides background events until they are asked for', () => {
    expect(ids({})).toEqual(['us-a', 'cn-a', 'cn-b'])
    expect(ids({ context: 'true' })).toEqual(['us-a', 'cn-a', 'cn-b', 'cn-c'])
  })

  it('takes any name within a filter and narrows from filter to filter', () => {
    expect(ids({ element: 'Dy,Nd' })).toEqual(['us-a', 'cn-a', 'cn-b'])
    expect(ids({ element: 'Nd', jurisdiction: 'CN' })).toEqual(['cn-b'])
    expect(ids({ element: 'W' })).toEqual([])
  })
})

describe('facetOptions', () => {
  it('count what each name would show, most frequent jurisdiction first', () => {
    expect(counts('jurisdiction', {})).toEqual([
      ['CN', 2],
      ['US', 1],
    ])
  })

  it('take the other filters into account, and not their own', () => {
    expect(counts('jurisdiction', { stage: 'mining', jurisdiction: 'US' })).toEqual([
      ['CN', 1],
      ['US', 1],
    ])
  })

  it('stand in the order of the field', () => {
    expect(counts('stage', {})).toEqual([
      ['mining', 2],
      ['separation', 1],
      ['magnet', 1],
    ])
    expect(counts('element', {}).map(([name]) => name)).toEqual(['Nd', 'Tb', 'Dy'])
  })

  it('count states on the day asked for', () => {
    const on = (date: string) =>
      facetOptions('status', events, view({}), day(date)).map(({ name, count }) => [name, count])
    expect(on('2026-11-21')).toEqual([['announced', 3]])
    expect(on('2024-01-09')).toEqual([])
    expect(ids({ status: 'announced' })).toEqual(['us-a', 'cn-a', 'cn-b'])
    expect(ids({ status: 'effective,suspended' })).toEqual([])
  })

  it('keep a chosen name that shows nothing, so that it can be taken back', () => {
    expect(counts('element', { element: 'W' })).toContainEqual(['W', 0])
  })
})

describe('isFiltered', () => {
  it('background events are no filter', () => {
    expect(isFiltered(view({ context: 'true' }))).toBe(false)
    expect(isFiltered(view({ stage: 'magnet' }))).toBe(true)
  })
})
