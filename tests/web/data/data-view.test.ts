import { describe, expect, it } from 'vitest'
import { readDataView, writeDataView } from '../../../web/features/data/data-view.ts'

describe('the address of the screen', () => {
  it('is the files without parameters, and says nothing of defaults', () => {
    expect(readDataView({}).values).toMatchObject({ part: 'files', price: 'published', form: 'published' })
    expect(writeDataView({ part: 'files', price: 'published' })).toEqual({
      part: undefined,
      price: undefined,
    })
  })

  it('reads back what it writes', () => {
    const search = writeDataView({
      part: 'commodities',
      series: ['nd-metal', 'nd-oxide'],
      price: 'usd-kg',
      form: 'oxide',
    })
    expect(search).toEqual({
      part: 'commodities',
      series: 'nd-metal,nd-oxide',
      price: 'usd-kg',
      form: 'oxide',
    })
    expect(readDataView(search).values).toMatchObject({ series: ['nd-metal', 'nd-oxide'], form: 'oxide' })
  })

  it('names what it cannot read, days that run backwards included', () => {
    expect(readDataView({ part: 'nothing', from: '2026-02-01', to: '2026-01-01' })).toMatchObject({
      values: { part: 'files', from: null, to: null },
      unreadable: ['part', 'from', 'to'],
    })
  })
})
