import {
  getCalendarHorizons,
  getCalendarOverrides,
  putCalendarOverride,
} from '@oreline/shared/api/calendar-overrides.ts'
import { getCalendars } from '@oreline/shared/api/calendars.ts'
import { describe, expect } from 'vitest'
import { buildReferenceShelf } from '../../../jobs/reference-shelf.ts'
import { day, instant } from '../../support/brands.ts'
import { ask, read, test } from '../../support/app.ts'
import { takeInReference } from '../../support/store-rows.ts'

const seededAt = instant('2026-11-20T08:00:00.000Z')
const address = '/api/v1/calendars/XNYS/overrides/2026-11-20'
const mourning = { kind: 'closed', note: 'a day of mourning' }

describe('calendar overrides', () => {
  test('hold for API and jobs alike from when they are put to when they are taken back', async ({
    app,
    db,
  }) => {
    await takeInReference(db, seededAt)
    const holiday = async (asOf = '') => {
      const { data } = await read(app, getCalendars, `/api/v1/calendars${asOf}`)
      return data.calendars.XNYS.holidays.find(({ date }) => date === '2026-11-20')?.name
    }
    const shelf = buildReferenceShelf(db)
    const isSession = async () => (await shelf()).sessions.XNYS.dates.includes(day('2026-11-20'))
    expect([await holiday(), await isSession()]).toEqual([undefined, true])

    const put = await ask(app, address, { method: 'PUT', body: mourning })
    const { data: row } = putCalendarOverride.response.parse(put.json)
    expect(row).toMatchObject({ calendar: 'XNYS', date: '2026-11-20', kind: 'closed', close: null })
    expect([await holiday(), await isSession()]).toEqual(['a day of mourning', false])
    const again = await ask(app, address, { method: 'PUT', body: mourning })
    expect(putCalendarOverride.response.parse(again.json).data).toEqual(row)

    const early = { kind: 'early-close', close: '13:00', note: 'a power cut' }
    await ask(app, address, { method: 'PUT', body: early })
    const listed = await read(app, getCalendarOverrides, '/api/v1/calendars/overrides')
    expect(listed.data).toMatchObject([{ kind: 'early-close', close: '13:00', note: 'a power cut' }])
    expect([await holiday(), await isSession()]).toEqual([undefined, true])

    expect((await ask(app, address, { method: 'DELETE' })).status).toBe(200)
    expect((await ask(app, address, { method: 'DELETE' })).status).toBe(404)
    expect((await read(app, getCalendarOverrides, '/api/v1/calendars/overrides')).data).toEqual([])
    // What was answered then is answered again.
    expect(await holiday(`?as_of=${row.recorded_at}`)).toBe('a day of mourning')
    const then = `/api/v1/calendars/overrides?as_of=${row.recorded_at}`
    expect((await read(app, getCalendarOverrides, then)).data).toEqual([row])
  })

  test('a confirmed day past the horizon moves it, and its end stays in sight', async ({ app, db }) => {
    await takeInReference(db, seededAt)
    const horizons = async () =>
      new Map(
        (await read(app, getCalendarHorizons, '/api/v1/calendars/horizons')).data.map((row) => [
          row.calendar,
          row,
        ]),
      )
    const before = await horizons()
    expect([...before.keys()]).toEqual(['XNYS', 'XASX', 'XSHG', 'TARGET'])
    expect(before.get('XNYS')).toMatchObject({ confirmed_through: '2028-12-31', warn: false })
    expect(before.get('XASX')).toMatchObject({ confirmed_through: '2026-12-31', days_left: 40, warn: true })
    expect(before.get('XSHG')?.expected[0]).toEqual({ date: '2027-01-01', likelihood: 'certain' })
    await ask(app, '/api/v1/calendars/XSHG/overrides/2027-01-01', { method: 'PUT', body: mourning })
    const after = (await horizons()).get('XSHG')
    expect(after).toMatchObject({ confirmed_through: '2027-01-01', days_left: 41, warn: true })
    expect(after?.expected[0]?.date).toBe('2027-02-05')
  })

  test.for([
    ['XNYS/overrides/2019-12-31', mourning, 400, 'date'],
    ['XSHG/overrides/2027-02-20', { kind: 'open', note: 'make-up day' }, 400, 'date'],
    ['XNYS/overrides/2026-11-20', { kind: 'early-close', close: '17:00', note: 'x' }, 400, 'close'],
    ['XNYS/overrides/2026-11-20', { kind: 'early-close', note: 'x' }, 400, 'close'],
    ['XNYS/overrides/2026-11-20', { kind: 'closed', note: ' ' }, 400, 'note'],
    ['XNYS/overrides/2026-11-20', { kind: 'perhaps', note: 'x' }, 400, 'kind'],
    ['XPAR/overrides/2026-11-20', mourning, 404, 'calendar'],
    ['XNYS/overrides/2026-02-30', mourning, 404, 'date'],
  ] as const)(
    '%s with %o is refused, naming the field',
    async ([path, body, status, parameter], { app, db }) => {
      await takeInReference(db, seededAt)
      const reply = await ask(app, `/api/v1/calendars/${path}`, { method: 'PUT', body })
      expect(reply).toMatchObject({ status, json: { parameter } })
      const stored = await db.query.referenceRevisions.findMany({
        where: (row, { eq }) => eq(row.kind, 'calendar-override'),
      })
      expect(stored).toEqual([])
    },
  )
})
