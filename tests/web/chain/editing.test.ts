import { describe, expect, it } from 'vitest'
import {
  differences,
  draftOf,
  entriesIn,
  readRowDraft,
  withEntry,
  withoutEntry,
} from '../../../web/features/chain/row-draft.ts'
import { rowNodes, rowPathWords } from '../../../web/features/chain/row-fields.ts'
import { newRowId } from '../../../web/features/chain/row-name.ts'
import { readChainView, writeChainView } from '../../../web/features/chain/chain-view.ts'
import { chainPartSchemas } from '@oreline/shared/domain/chain/records.ts'
import { seedJson } from '../../support/seed-files.ts'
import { chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { chainMap, coverageRow } from './chain-rows.ts'

const chain = chainSchema.parse(seedJson('chain'))
const rows = {
  coverage: chain.coverage,
  share: chain.china_share,
  money: chain.announced_money,
  disclosed: chain.disclosed,
} as const

describe('a row in a form', () => {
  it.each(['coverage', 'share', 'money', 'disclosed'] as const)(
    'every shipped row of %s comes out of the form as it went in',
    (part) => {
      for (const row of rows[part]) {
        const read = readRowDraft(part, draftOf(part, row))
        expect(read.kind === 'row' ? chainPartSchemas[part].parse(read.row) : read.errors).toEqual(row)
      }
    },
  )

  it('every shipped element comes out as it went in, but for how its controls stood, which the store keeps', () => {
    for (const element of chain.elements) {
      const read = readRowDraft('element', draftOf('element', element))
      const controls = element.controls.map(({ announcement, event_id, related_event_ids }) => ({
        announcement,
        event_id,
        related_event_ids,
      }))
      expect(read.kind === 'row' ? chainPartSchemas.element.parse(read.row) : read.errors).toEqual({
        ...element,
        controls,
      })
    }
  })

  it('a control is added and taken out, and its fault named in its place', () => {
    const dysprosium = chainMap('2026-11-22').elements.find(({ symbol }) => symbol === 'Dy')
    const list = rowNodes('element').find((node) => node.control === 'list')
    if (list?.control !== 'list') throw new Error('an element has controls')
    const held = draftOf('element', dysprosium)
    const longer = withEntry(held, list)
    expect([entriesIn(held, 'controls'), entriesIn(longer, 'controls')]).toEqual([1, 2])
    const read = readRowDraft('element', longer)
    expect(read.kind === 'faulty' ? Object.keys(read.errors) : read).toEqual([
      'row.controls.1.announcement',
      'row.controls.1.event_id',
    ])
    const named = {
      ...longer,
      'controls.1.announcement': 'MOFCOM No. 1 of 2027',
      'controls.1.event_id': 'cn-2025-10-09-mofcom-61-foreign-made',
    }
    expect(differences(held, named)).toEqual(['controls.1.announcement', 'controls.1.event_id'])
    expect(rowPathWords('controls.1.event_id')).toBe('Control 2: its event, by its short name')
    expect(readRowDraft('element', withoutEntry(named, 'controls', 0))).toMatchObject({
      kind: 'row',
      row: { symbol: 'Dy', controls: [{ announcement: 'MOFCOM No. 1 of 2027', related_event_ids: [] }] },
    })
    expect(withoutEntry(longer, 'controls', 1)).toEqual(held)
  })

  it('names the field: a capacity that is no number, a source that is no web address, nothing where something must be', () => {
    const draft = {
      ...draftOf('coverage', coverageRow({})),
      'capacity.value': '1,000',
      'source.url': 'ftp://x',
      site: ' ',
    }
    const read = readRowDraft('coverage', draft)
    expect(read.kind === 'faulty' ? Object.keys(read.errors).toSorted() : read).toEqual([
      'row.capacity.value',
      'row.site',
      'row.source.url',
    ])
  })

  it('a capacity taken out as a whole is none; half of one is a fault', () => {
    const draft = draftOf('coverage', coverageRow({}))
    const without = { ...draft, 'capacity.value': '', 'capacity.unit': '', 'capacity.basis': '' }
    expect(readRowDraft('coverage', without)).toMatchObject({ kind: 'row', row: { capacity: null } })
    expect(readRowDraft('coverage', { ...without, 'capacity.value': '5' }).kind).toBe('faulty')
  })

  it('a new row is called as the shipped ones are, and differently where the name is taken', () => {
    const [first] = chain.announced_money
    if (first === undefined) throw new Error('the chain ships with money')
    const id = newRowId('money', first, [])
    expect(id).toBe('money/2011-03-30-lynas-jare-sojitz-and-jogmec-equity')
    expect(newRowId('money', first, [id])).toBe(`${id}-usd-million`)
    expect(readRowDraft('money', draftOf('money', {})).kind).toBe('faulty')
  })

  it('tells the fields in which two people differ', () => {
    const one = draftOf('coverage', coverageRow({ status: 'planned', elements: ['Nd'] }))
    const other = draftOf('coverage', coverageRow({ status: 'operating', elements: ['Nd', 'Pr'] }))
    expect(differences(one, other)).toEqual(['elements', 'status'])
    expect(differences(one, one)).toEqual([])
  })
})

describe('the address of the screen', () => {
  it('names what is chosen as the Timeline does, and takes what the Timeline brings', () => {
    expect(writeChainView({ stage: ['separation'], element: ['Dy'], tickers: [] })).toEqual({
      stage: 'separation',
      element: 'Dy',
      tickers: undefined,
    })
    const brought = readChainView({ stage: 'mining,magnet', element: 'Ga,Dy', range: '3y' })
    expect(brought.unreadable).toEqual([])
    expect(brought.values).toMatchObject({ stage: ['mining', 'magnet'], element: ['Ga', 'Dy'] })
  })

  it('takes the Timeline’s moment over: its last second for a day alone', () => {
    const { values } = readChainView({ as_of: '2026-11-18', at: '2025-12-01' })
    expect(values).toMatchObject({ as_of: '2026-11-18T23:59:59Z', at: '2025-12-01' })
    expect(writeChainView({ as_of: values.as_of })).toEqual({ as_of: '2026-11-18T23:59:59Z' })
    expect(writeChainView({ as_of: null })).toEqual({ as_of: undefined })
  })

  it('names what it cannot read', () => {
    const { unreadable } = readChainView({ stage: 'smelting', at: '2026-13-01', as_of: 'yesterday' })
    expect(unreadable.toSorted()).toEqual(['as_of', 'at', 'stage'])
  })
})
