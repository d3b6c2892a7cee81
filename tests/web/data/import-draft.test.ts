import { describe, expect, it } from 'vitest'
import { CallError } from '../../../web/api.ts'
import {
  emptyDraft,
  fieldAt,
  fieldsOf,
  slugOf,
  type ImportDraft,
} from '../../../web/features/data/files/import-draft.ts'
import { refusedFields } from '../../../web/features/data/files/refused-fields.ts'
import { commodityRow } from './commodity-rows.ts'

const provenance = { source_note: 'KOMIS', licence_note: 'for my own use' }
const draft = (given: Partial<ImportDraft>): ImportDraft => ({ ...emptyDraft, ...provenance, ...given })
const errorsOf = (given: ImportDraft, held = [commodityRow({})]) => {
  const read = fieldsOf(given, held)
  return read.kind === 'errors' ? Object.keys(read.errors) : []
}

describe('fieldsOf', () => {
  it('names every field of bars that is missing, and nothing of another kind', () => {
    expect(errorsOf(emptyDraft)).toEqual(['ticker', 'currency', 'basis', 'source_note', 'licence_note'])
  })

  it('gives bars as the contract wants them', () => {
    expect(fieldsOf(draft({ ticker: 'MP', currency: ' usd ', basis: 'raw' }), [])).toEqual({
      kind: 'fields',
      fields: {
        kind: 'bars',
        ticker: 'MP',
        currency: 'USD',
        basis: 'raw',
        volume_unit: 'shares',
        existing: 'fill',
        date_format: 'auto',
        ...provenance,
      },
    })
  })

  it('describes a new series by the fields, empty ones as not known', () => {
    const read = fieldsOf(
      draft({
        kind: 'commodity',
        name: 'NdPr oxide, China',
        elements: 'Nd, Pr',
        form: 'oxide',
        currency: 'CNY',
        per: 't',
        scale: '10000',
        frequency: 'daily',
        value: 'avg',
      }),
      [],
    )
    expect(read).toMatchObject({
      kind: 'fields',
      fields: {
        series: {
          id: 'ndpr-oxide-china',
          elements: ['Nd', 'Pr'],
          scale: 10_000,
          vat_percent: null,
          incoterm: null,
          purity_percent: null,
          source: 'KOMIS',
        },
        columns: { value: 'avg' },
      },
    })
  })

  it('takes a decimal comma, and refuses at its field what is no number or no tax', () => {
    const series = {
      kind: 'commodity',
      name: 'x',
      form: 'metal',
      currency: 'USD',
      per: 'kg',
      frequency: 'daily',
    } as const
    expect(fieldsOf(draft({ ...series, purity_percent: '99,5' }), [])).toMatchObject({
      fields: { series: { purity_percent: 99.5 } },
    })
    expect(errorsOf(draft({ ...series, purity_percent: 'pure' }))).toEqual(['purity_percent'])
    expect(errorsOf(draft({ ...series, vat_percent: '130' }))).toEqual(['vat_percent'])
  })

  it('lets a held series stand on what it stands on, whatever the other fields say', () => {
    const held = commodityRow({ id: 'nd-metal', scale: 1 })
    const read = fieldsOf(draft({ kind: 'commodity', held: 'nd-metal', name: 'other', scale: '10000' }), [
      held,
    ])
    expect(read).toMatchObject({ fields: { series: { id: 'nd-metal', name: held.name, scale: 1 } } })
    expect(read.kind === 'fields' && 'series' in read.fields && 'points' in read.fields.series).toBe(false)
  })
})

describe('slugOf', () => {
  it.each([
    ['NdPr oxide, China', 'ndpr-oxide-china'],
    ['  Nd (99.5 %) ', 'nd-99-5'],
    ['氧化钕', ''],
  ])('%s', (name, id) => {
    expect(slugOf(name)).toBe(id)
  })
})

describe('a refusal', () => {
  it.each([
    ['fields.ticker', 'ticker'],
    ['fields.series.vat_percent', 'vat_percent'],
    ['fields.columns.value', 'value'],
    ['fields.series.source', 'source_note'],
    ['text', null],
  ])('of %s belongs to %s', (parameter, field) => {
    expect(fieldAt(parameter)).toBe(field)
  })

  const problem = { type: 'x', title: 'x', status: 400, detail: 'all of it', code: 'invalid-input' }

  it('stands at its fields, the first word for each', () => {
    const errors = [
      { parameter: 'fields.currency', detail: 'three capital letters' },
      { parameter: 'fields.currency', detail: 'second' },
      { parameter: 'text', detail: 'line 3: no day' },
    ]
    const refused = new CallError('x', { kind: 'problem', problem: { ...problem, errors } })
    expect(refusedFields(refused)).toEqual({ currency: 'three capital letters' })
  })

  it('of one parameter has the whole detail; silence has no field', () => {
    const refused = new CallError('x', {
      kind: 'problem',
      problem: { ...problem, parameter: 'fields.ticker' },
    })
    expect(refusedFields(refused)).toEqual({ ticker: 'all of it' })
    expect(refusedFields(new CallError('x', { kind: 'network' }))).toEqual({})
  })
})
