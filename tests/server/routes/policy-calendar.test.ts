import { getPolicyCalendar } from '@oreline/shared/api/policy-calendar.ts'
import { describe, expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'

const list = '/api/v1/policy-calendar'
const on = '2026-11-21'
const PAUSE = 'cn-2025-11-07-mofcom-70-suspension'

describe('the calendar on 21 November 2026', () => {
  test('has 10 November 2026 as passed and unconfirmed, and 27 November six days ahead', async ({
    shipped,
  }) => {
    const { data } = await read(shipped, getPolicyCalendar, `${list}?at=${on}&days=30`)
    const passed = data.filter(({ passed_unconfirmed }) => passed_unconfirmed)
    expect(passed.filter(({ date }) => date === '2026-11-10')).toHaveLength(7)
    expect(passed.find(({ event }) => event === PAUSE)).toMatchObject({
      kind: 'end',
      days_left: -11,
      confidence: 'verified',
      state: { value: 'effective', unconfirmed: true },
    })
    expect(data.find(({ id }) => id === 'cn-2025-11-09-mofcom-72-suspension.end')).toMatchObject({
      date: '2026-11-27',
      last_day: '2026-11-27',
      precision: 'day',
      days_left: 6,
      confidence: 'verified',
      source: { name: 'MOFCOM Announcement No. 72 of 2025, seen at clarkhill.com' },
      passed_unconfirmed: false,
    })
    const keys = data.map(({ date, id }) => `${date} ${id}`)
    expect(keys).toEqual(keys.toSorted())
    expect(data.every(({ date }) => date <= '2026-12-21')).toBe(true)
    for (const { source } of data) expect(source.name).not.toBe('')
  })

  test('is read on any day that may be asked about', async ({ shipped }) => {
    for (const [at, days] of [
      ['1000-01-01', 0],
      ['8999-12-31', 40_000],
    ] as const)
      await read(shipped, getPolicyCalendar, `${list}?at=${at}&days=${days}`)
  })

  test('bounds what lies ahead by `days`, never what has passed; filters narrow it', async ({ shipped }) => {
    const passedOf = (rows: readonly { passed_unconfirmed: boolean }[]) =>
      rows.filter((row) => row.passed_unconfirmed).length
    const all = (await read(shipped, getPolicyCalendar, `${list}?at=${on}`)).data
    const today = (await read(shipped, getPolicyCalendar, `${list}?at=${on}&days=0`)).data
    expect(today).toHaveLength(passedOf(all))
    const asked = async (query: string) =>
      (await read(shipped, getPolicyCalendar, `${list}?at=${on}&${query}`)).data
    expect(new Set((await asked('jurisdiction=CN')).map((row) => row.jurisdiction))).toEqual(new Set(['CN']))
    expect((await asked('kind=results,activities')).map(({ basis }) => basis)).toEqual(
      Array.from({ length: 18 }, () => 'deadline'),
    )
    expect((await asked('ticker=600111.SS&kind=ex-date'))[0]).toMatchObject({
      date: '2027-06-10',
      precision: 'approximate',
      source: { date: '2026-06-11' },
    })
    expect(await ask(shipped, `${list}?ticker=XYZ`)).toMatchObject({
      status: 404,
      json: { parameter: 'ticker' },
    })
  })
})
