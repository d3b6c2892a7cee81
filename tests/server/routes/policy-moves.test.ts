/** What stocks did around events, from the shipped history. */
import { getPolicyMoves } from '@oreline/shared/api/policy-moves.ts'
import { describe, expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'

const list = '/api/v1/policy-moves'
const floor = 'us-2025-07-10-dod-mp-price-floor'

describe('moves around events', () => {
  test('on the Pentagon’s floor: MP from 30.03 to 45.23 and 45.11 in New York, Lynas a day later in Sydney', async ({
    shipped,
  }) => {
    const { data, meta } = await read(shipped, getPolicyMoves, `${list}?events=${floor}`)
    const [mp, lynas] = ['MP', 'LYC.AX'].map((name) => data.find(({ ticker }) => ticker === name))
    expect(mp).toMatchObject({
      expected: '+',
      session: '2025-07-10',
      base: '2025-07-09',
      benchmark: 'SPY',
      missing: null,
    })
    expect(mp?.move_session).toBeCloseTo(45.23 / 30.03 - 1, 9)
    expect(mp?.move_two_sessions).toBeCloseTo(45.11 / 30.03 - 1, 9)
    expect(mp?.benchmark_session).toBeCloseTo(625.82 / 624.06 - 1, 4)
    expect(mp?.less_benchmark_session).toBeCloseTo((mp?.move_session ?? 0) - (mp?.benchmark_session ?? 0), 12)
    expect(lynas).toMatchObject({ session: '2025-07-11', base: '2025-07-10', benchmark: 'STW.AX' })
    expect(lynas?.move_session).toBeCloseTo(9.67 / 8.29 - 1, 9)
    expect(meta).toMatchObject({
      adjusted: 'all',
      sources: ['seed', 'starter'],
      units: { move_session: 'fraction', less_benchmark_two_sessions: 'fraction' },
    })
  })

  test('as known on the day itself: one session in New York, none yet in Sydney, nothing the day before', async ({
    shipped,
  }) => {
    const on = async (day: string) =>
      (await read(shipped, getPolicyMoves, `${list}?events=${floor}&tickers=MP,LYC.AX&at=${day}`)).data
    const known = await on('2025-07-10')
    const [mp, lynas] = ['MP', 'LYC.AX'].map((name) => known.find(({ ticker }) => ticker === name))
    expect(mp).toMatchObject({ session: '2025-07-10', move_two_sessions: null, missing: null })
    expect(mp?.move_session).toBeCloseTo(45.23 / 30.03 - 1, 9)
    expect(lynas).toMatchObject({ session: '2025-07-11', missing: 'after-last-close' })
    expect(await on('2025-07-09')).toEqual([])
    const picture = async (day: string) => (await ask(shipped, `/events/${floor}/picture.svg?at=${day}`)).text
    expect(await picture('2025-07-09')).toContain('Not public')
    expect(await picture('2025-07-10')).not.toEqual(await picture('2025-07-11'))
  })

  test('say why there is no figure: no day, or a day before the history held', async ({ shipped }) => {
    const { data } = await read(shipped, getPolicyMoves, `${list}?tickers=MP`)
    const reasons = new Set(data.map(({ missing }) => missing))
    expect(reasons).toEqual(new Set([null, 'no-close-before', 'no-session']))
    for (const row of data) expect(row.move_session === null).toBe(row.missing !== null)
  })

  test('refuse an unknown event and an unknown stock, naming the parameter', async ({ shipped }) => {
    expect((await ask(shipped, `${list}?events=no-such-event`)).json).toMatchObject({
      status: 404,
      parameter: 'events',
    })
    expect((await ask(shipped, `${list}?tickers=NOPE`)).json).toMatchObject({
      status: 404,
      parameter: 'tickers',
    })
  })
})
