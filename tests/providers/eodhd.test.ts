import { describe, expect, test } from 'vitest'
import { rehearseSecond } from '../support/second-quotes.ts'
import { historyOf, quoteQuery } from '../support/yahoo-rehearsal.ts'

const query = quoteQuery('LYC.AX')

describe('asking EODHD', () => {
  test('by its own symbol, and the key stands nowhere but in the request', async () => {
    const r = await rehearseSecond('eodhd')
    await r.ask(query)
    const [asked] = r.standIn.log()
    expect(asked?.path).toMatch(/^\/api\/eod\/LYC\.AU\?/)
    expect(asked?.query.get('api_token')).toBe('good-key-1')
    expect(JSON.stringify([r.payloads.kept(), r.log.lines()])).not.toContain('good-key-1')
    expect(r.payloads.kept()[0]?.url).toContain('api_token=REDACTED')
  })

  test('without a key it is not asked', async () => {
    const r = await rehearseSecond('eodhd', { settings: { eodhdApiToken: null } })
    expect(await r.ask(query)).toMatchObject({ kind: 'blocked', why: 'off' })
    expect(r.standIn.log()).toEqual([])
  })

  test('prices as traded, the vendor’s adjusted closes beside them', async () => {
    const r = await rehearseSecond('eodhd')
    const { bars } = historyOf(await r.meet('Q51', query))
    const [first] = bars
    expect(first).toMatchObject({ basis: 'raw', status: 'final' })
    expect(first?.adjClose).toBeCloseTo((first?.close ?? 0) * 0.9, 3)
  })

  test('a row that only says what the key may not see is a remark', async () => {
    const r = await rehearseSecond('eodhd')
    expect(historyOf(await r.meet('limited', query)).warnings).toMatchObject([{ code: 'limited' }])
  })

  for (const fault of ['unauthenticated', 'forbidden'])
    test(`${fault}: the key is refused, asked once`, async () => {
      const r = await rehearseSecond('eodhd')
      expect(await r.meet(fault, query)).toMatchObject({ kind: 'broken', why: 'auth' })
      expect(r.standIn.log()).toHaveLength(1)
    })

  test('a page in front of it is a wall, not a word about the key', async () => {
    const r = await rehearseSecond('eodhd')
    expect(await r.meet('wall', query)).toMatchObject({ kind: 'blocked', why: '403-waf' })
  })

  test('402: the day’s calls are spent, and six hours nothing is asked', async () => {
    const r = await rehearseSecond('eodhd')
    const met = await r.meet('limit', query)
    expect(met).toMatchObject({ kind: 'blocked', why: 'quota' })
    r.time.advance(5.9 * 3_600_000)
    expect(await r.ask(query)).toMatchObject({ kind: 'blocked', why: 'quota' })
    expect(r.standIn.log()).toHaveLength(1)
  })

  test('404 is "not found", an empty list broken', async () => {
    const r = await rehearseSecond('eodhd')
    expect(await r.meet('unknown', query)).toMatchObject({
      kind: 'notFound',
      why: 'EODHD knows no LYC.AU',
    })
    expect(await r.meet('empty', query)).toMatchObject({ kind: 'broken', why: 'schema' })
    expect(await r.meet('Q46', query)).toMatchObject({ kind: 'broken', urgent: true })
  })
})
