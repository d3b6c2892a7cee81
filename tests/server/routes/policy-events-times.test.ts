import { getPolicyEvent, getPolicyEvents } from '@oreline/shared/api/policy-events.ts'
import { seedReference } from '@oreline/server/db/seed/seed-reference.ts'
import { expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { seedEvent } from '../../support/seed-files.ts'
import { takeInReference } from '../../support/store-rows.ts'

const list = '/api/v1/policy-events'
const monday = instant('2026-11-16T08:00:00.000Z')
const tuesday = instant('2026-11-17T08:00:00.000Z')
const pause = seedEvent('cn-2025-11-07-mofcom-70-suspension')

test('world time and system time are asked apart: on Tuesday somebody records that Announcement 70 was extended', async ({
  app,
  db,
}) => {
  await takeInReference(db, monday)
  const extended = {
    ...pause,
    end_date: '2027-11-10',
    status_history: [
      ...pause.status_history,
      { date: '2026-11-09', status: 'amended', note: 'until 2027-11-10', related: null },
    ],
  }
  await db.transaction((tx) =>
    seedReference(tx, { kind: 'policy-event', documents: [{ key: pause.id, body: extended }], at: tuesday }),
  )
  const state = async (query: string) =>
    (await read(app, getPolicyEvent, `${list}/${pause.id}?${query}`)).data.state
  const inForce = { value: 'effective', since: '2025-11-07' }

  // The same day, as known on Monday and as known now; and the day as_of alone stands for.
  expect(await state(`at=2026-11-16&as_of=${monday}`)).toEqual({ ...inForce, unconfirmed: true })
  expect(await state(`as_of=${monday}`)).toEqual({ ...inForce, unconfirmed: true })
  expect(await state('at=2026-11-16')).toEqual(inForce)
  // Other days of the same store: before the announcement, in force, ahead.
  expect(await state(`at=2025-11-06&as_of=${monday}`)).toBeNull()
  expect(await state(`at=2025-12-01&as_of=${monday}`)).toEqual(inForce)
  expect(await state('at=2027-11-10')).toEqual(inForce)
  expect(await state('at=2027-11-11')).toEqual({ ...inForce, unconfirmed: true })

  const ids = async (query: string) =>
    (await read(app, getPolicyEvents, `${list}?${query}`)).data.map(({ id }) => id as string)
  const paused = [
    'cn-2024-12-03-us-ban-gallium-germanium-antimony',
    'us-2025-09-29-bis-affiliates-rule',
    'cn-2025-10-09-mofcom-55-58-nonrare',
    'cn-2025-10-09-mofcom-56-equipment',
    'cn-2025-10-09-mofcom-57-five-elements',
    'cn-2025-10-09-mofcom-61-extraterritorial',
    'cn-2025-10-09-mofcom-62-technology',
  ]
  expect(await ids(`status=suspended&at=2025-12-01&as_of=${monday}`)).toEqual(paused)
  expect(await ids('status=suspended&at=2025-11-08')).toEqual(paused.slice(2))
  expect(await ids('status=suspended&at=2025-11-06')).toEqual([])

  // What was not public is listed with no state; before the first record there is nothing to list.
  const early = await read(app, getPolicyEvents, `${list}?at=2009-01-01&as_of=${monday}`)
  expect(early.data.filter((event) => event.state !== null).map(({ id }) => id)).toEqual(
    early.data.filter((event) => event.announced_date <= '2009-01-01').map(({ id }) => id),
  )
  expect(early.data.length).toBeGreaterThan(150)
  expect(early.meta.as_of).toBe(monday)
  expect((await read(app, getPolicyEvents, `${list}?as_of=2026-11-15T00:00:00Z`)).data).toEqual([])

  const csv = `${list}?status=suspended&jurisdiction=US,EU&at=2025-12-01&as_of=${monday}&format=csv`
  const [head, row, ...more] = (await ask(app, csv)).text.trim().split(/\r?\n/)
  expect(head).toMatch(
    /^id,announced_date,.*,title,state\.value,state\.since,state\.unconfirmed,event_sessions\.XNYS\.date,/,
  )
  expect(row).toMatch(/^us-2025-09-29-bis-affiliates-rule,2025-09-29,.*,suspended,2025-11-10,,2025-09-29,/)
  expect(more).toEqual([])
  const doubted = (await ask(app, `${list}?status=suspended&jurisdiction=US&format=csv`)).text
  expect(doubted).toMatch(/\nus-2025-09-29-bis-affiliates-rule,.*,suspended,2025-11-10,true,2025-09-29,/)
  // An event that was not public has empty cells for its state.
  const unborn = (await ask(app, `${list}?from=2026-01-20&to=2026-01-20&at=2025-12-01&format=csv`)).text
  expect(unborn).toMatch(/\nuuuu-2026-01-20-asm-acquisition,.*,,,,2026-01-21,/)

  expect(await ask(app, `${list}?at=2025-02-29`)).toMatchObject({
    status: 400,
    json: { code: 'invalid-input', parameter: 'at' },
  })
})

test('links read both ways, whichever event records them, on the single event and in a filtered list', async ({
  shipped,
}) => {
  const { data } = await read(shipped, getPolicyEvent, `${list}/${pause.id}`)
  expect(data.links.suspends).toHaveLength(5)
  const chosen = await read(shipped, getPolicyEvents, `${list}?from=2025-10-09&to=2025-10-09`)
  for (const event of chosen.data.filter(({ id }) => data.links.suspends.includes(id)))
    expect(event.links.suspended_by).toEqual([pause.id])
})
