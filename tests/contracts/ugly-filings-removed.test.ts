/** F19: a filing that its regulator takes back (providers.md 9.3). It stays, and after three days it is marked. */
import { getFilings } from '@oreline/shared/api/filings.ts'
import { describe, expect } from 'vitest'
import { read } from '../support/app.ts'
import { test, type KeptStore } from '../support/kept-store.ts'

const days = 24 * 3_600_000

const filingsOf = async ({ app }: KeptStore, more = '') =>
  (await read(app, getFilings, `/api/v1/filings?tickers=MP${more}`)).data
const marked = async (kept: KeptStore, more = '') =>
  (await filingsOf(kept, more)).filter((row) => row.removed_upstream).map(({ id }) => id)

describe('F19: a filing that the SEC no longer lists', () => {
  test('stays as it is for three days, then is marked and told once, and unmarked when it is back', async ({
    kept,
  }) => {
    const before = await filingsOf(kept)
    const gone = before[2]?.id
    const meet = async (afterDays: number) => {
      kept.time.advance(afterDays * days)
      kept.standIn.clearScenarios()
      kept.standIn.scenario('sec', 'F19')
      await kept.run('filings-sec')
    }
    for (const afterDays of [0, 1, 1.9]) {
      await meet(afterDays)
      expect(await marked(kept)).toEqual([])
    }
    const third = kept.time.clock()
    await meet(0.2)
    expect(await marked(kept)).toEqual([gone])
    expect((await filingsOf(kept)).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(await marked(kept, `&as_of=${third}`)).toEqual([])
    await meet(1)
    const told = kept.log.lines().filter(({ msg }) => msg === 'filings.removed-upstream')
    expect(told).toMatchObject([{ level: 40, source: 'sec', scope: 'MP', count: 1 }])
    expect(await kept.scopeRow('sec', 'MP')).toMatchObject({ state: 'fresh' })

    kept.standIn.clearScenarios()
    kept.time.advance(days)
    await kept.run('filings-sec')
    expect(await filingsOf(kept)).toEqual(before)
  })

  test('is not to be taken for one that lies before the list begins, or that came with a bad row', async ({
    kept,
  }) => {
    for (let day = 0; day < 5; day += 1) {
      for (const fault of ['F18', 'H24'] as const) {
        kept.standIn.clearScenarios()
        kept.standIn.scenario('sec', fault)
        await kept.run('filings-sec')
        kept.time.advance(days / 2)
      }
      for (const job of ['filings-asx', 'filings-sse'] as const) await kept.run(job)
    }
    const marks = await kept.store.sql`select from filings where removed_upstream`
    expect(marks).toHaveLength(0)
  })
})
