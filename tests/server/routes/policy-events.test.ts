import { getPolicyEvent, getPolicyEvents } from '@oreline/shared/api/policy-events.ts'
import { policyEventSchema } from '@oreline/shared/domain/policy/event.ts'
import { seedReference } from '@oreline/server/db/seed/seed-reference.ts'
import { describe, expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { takeInReference } from '../../support/store-rows.ts'
import { seedEvent, seedEvents } from '../../support/seed-files.ts'

const list = '/api/v1/policy-events'

describe('the catalogue', () => {
  test('holds every shipped event, background only when asked for, ascending', async ({ shipped }) => {
    const shown = await read(shipped, getPolicyEvents, list)
    const all = await read(shipped, getPolicyEvents, `${list}?context=true`)
    const events = seedEvents()
    expect(all.data).toHaveLength(events.length)
    expect(shown.data).toHaveLength(events.filter((event) => !event.context_only).length)
    const keys = all.data.map(({ announced_date, id }) => `${announced_date} ${id}`)
    expect(keys).toEqual(keys.toSorted())
    expect(policyEventSchema.strip().parse(all.data[0])).toEqual(
      events.find(({ id }) => id === all.data[0]?.id),
    )
  })

  test.for([
    ['jurisdiction=CN&instrument=export-control', 'jurisdiction', 'CN'],
    ['instrument=price-floor,quota', 'instrument_type', /price-floor|quota/],
    ['from=2025-10-01&to=2025-10-31', 'announced_date', /"2025-10/],
    ['ticker=UUUU', 'tickers', /UUUU/],
    ['stage=magnet', 'stages', /magnet/],
    ['element=Dy,Tb', 'elements', /"Dy"|"Tb"/],
  ] as const)('%s narrows it', async ([query, member, expected], { shipped }) => {
    const { data } = await read(shipped, getPolicyEvents, `${list}?${query}`)
    expect(data.length).toBeGreaterThan(0)
    for (const event of data) expect(JSON.stringify(event[member])).toMatch(expected)
  })

  test('page after page gives what one page gives', async ({ shipped }) => {
    const whole = await read(shipped, getPolicyEvents, `${list}?context=true`)
    const first = await read(shipped, getPolicyEvents, `${list}?context=true&limit=100`)
    const second = await read(
      shipped,
      getPolicyEvents,
      `${list}?context=true&limit=100&next=${first.meta.next}`,
    )
    expect([...first.data, ...second.data]).toEqual(whole.data)
    expect(second.meta.next).toBeNull()
  })
})

describe('Announcement 70 (Friday 7 November 2025, evening in Beijing)', () => {
  const address = `${list}/cn-2025-11-07-mofcom-70-suspension`

  test('moves New York the same day, Sydney and Shanghai the next Monday (design, worked cases)', async ({
    shipped,
  }) => {
    const { data } = await read(shipped, getPolicyEvent, address)
    expect(data.event_sessions).toMatchObject({
      XNYS: { date: '2025-11-07' },
      XASX: { date: '2025-11-10' },
      XSHG: { date: '2025-11-10' },
    })
  })

  test('had no state before it was public, and one on the day', async ({ shipped }) => {
    const state = async (at: string) =>
      (await read(shipped, getPolicyEvent, `${address}?at=${at}`)).data.state
    expect(await state('2025-11-06')).toBeNull()
    expect(await state('2025-11-07')).toMatchObject({ since: '2025-11-07' })
  })

  test('its pause is unconfirmed from the day after its last day', async ({ shipped }) => {
    const state = async (at: string) =>
      (await read(shipped, getPolicyEvent, `${address}?at=${at}`)).data.state
    const { data } = await read(shipped, getPolicyEvent, address)
    expect(data.end_date ?? data.suspended_until).toBe('2026-11-10')
    expect(await state('2026-11-10')).not.toHaveProperty('unconfirmed')
    expect(await state('2026-11-11')).toHaveProperty('unconfirmed', true)
  })
})

test('a corrected event reads as it stood', async ({ app, db }) => {
  const monday = instant('2026-11-16T08:00:00.000Z')
  const tuesday = instant('2026-11-17T08:00:00.000Z')
  await takeInReference(db, monday)
  const event = seedEvent('cn-2025-11-07-mofcom-70-suspension')
  const documents = [{ key: event.id, body: { ...event, title: 'Corrected' } }]
  await db.transaction((tx) => seedReference(tx, { kind: 'policy-event', documents, at: tuesday }))

  const address = `${list}/${event.id}`
  const corrected = await read(app, getPolicyEvent, address)
  expect(corrected.data).toMatchObject({ title: 'Corrected', origin: 'seed', recorded_at: tuesday })
  const pinned = await read(app, getPolicyEvent, `${address}?as_of=${monday}`)
  expect(pinned).toMatchObject({ data: { title: event.title, recorded_at: monday }, meta: { as_of: monday } })
})

test('an unknown event and an unknown ticker are refused by name', async ({ shipped }) => {
  expect(await ask(shipped, `${list}/no-such-event`)).toMatchObject({
    status: 404,
    json: { code: 'unknown-event', parameter: 'id' },
  })
  expect(await ask(shipped, `${list}?ticker=XYZ`)).toMatchObject({
    status: 404,
    json: { code: 'unknown-ticker', parameter: 'ticker' },
  })
})
