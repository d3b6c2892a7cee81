import { currencyCodeSchema } from '@oreline/shared/kernel/brand.ts'
import { describe, expect, test } from 'vitest'
import { frankfurter } from '../../jobs/providers/frankfurter.ts'
import { day } from '../support/brands.ts'
import { okOf, rehearseProvider } from '../support/provider-rehearsal.ts'
import { seedCalendars } from '../support/seed-files.ts'
import { frankfurterRoute } from '../support/stand-in/frankfurter.ts'

const query = {
  from: day('2026-11-07'),
  to: day('2026-11-20'),
  currencies: ['AUD', 'CNY', 'USD'].map((code) => currencyCodeSchema.parse(code)),
  target: seedCalendars().target,
}
// Friday evening in Frankfurt.
const rehearse = async () =>
  rehearseProvider(frankfurter, [frankfurterRoute()], { now: '2026-11-20T17:10:00Z' })
const meet = async (fault: string) => (await rehearse()).meet(fault, query)

describe('Frankfurter', () => {
  test('gives the ECB’s rates per euro, under the days it names', async () => {
    const r = await rehearse()
    const { items, complete } = okOf(await r.ask(query))
    // 7 November is a Saturday: the range begins with the Friday before.
    expect([...new Set(items.map(({ date }) => date))]).toHaveLength(11)
    expect(items[0]).toEqual({ currency: 'AUD', date: '2026-11-06', perEur: expect.closeTo(1.7, 0) })
    expect([items.length, complete]).toEqual([33, true])
    expect(r.standIn.log().map(({ path }) => path)).toEqual([
      '/v1/2026-11-07..2026-11-20?base=EUR&symbols=AUD,CNY,USD',
    ])
  })

  test('X06: rates of another day than asked are of the day the answer names', async () => {
    const { items } = okOf(await meet('X06'))
    expect(items.map(({ date }) => date)).toEqual(['2026-11-19', '2026-11-19', '2026-11-19'])
  })

  test('X07: only v1 is asked, and a rate of a day without the ECB’s is refused', async () => {
    const { items, rejects } = okOf(await meet('X07-sunday'))
    expect(rejects).toMatchObject([{ reason: 'no day on which the ECB publishes', row: { currency: 'USD' } }])
    expect(items).toHaveLength(33)
  })

  test.for([
    ['other-base', 'broken', 'schema', true],
    ['per-hundred', 'broken', 'schema', true],
    ['unreadable', 'broken', '4xx', true],
    ['nothing', 'broken', 'schema', undefined],
    ['H04', 'broken', 'html-instead', undefined],
  ] as const)('%s: %s, %s', async ([fault, kind, why, urgent]) => {
    const outcome = await meet(fault)
    expect(outcome).toMatchObject({ kind, why, ...(urgent === undefined ? {} : { urgent }) })
  })

  test('its word for what it does not have is believed', async () => {
    expect(await meet('not-there')).toMatchObject({ kind: 'notFound', why: 'not found' })
  })
})
