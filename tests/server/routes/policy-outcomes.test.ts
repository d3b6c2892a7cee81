import { getPolicyCalendar } from '@oreline/shared/api/policy-calendar.ts'
import { getPolicyEventHistory } from '@oreline/shared/api/policy-edits.ts'
import { getPolicyEvent } from '@oreline/shared/api/policy-events.ts'
import { postPolicyOutcome } from '@oreline/shared/api/policy-outcomes.ts'
import ICAL from 'ical.js'
import { expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { takeInReference } from '../../support/store-rows.ts'

const list = '/api/v1/policy-calendar'
const on = '2026-11-21'
const seededAt = instant('2026-11-20T08:00:00.000Z')
const PAUSE = 'cn-2025-11-07-mofcom-70-suspension'
const outcomes = `/api/v1/policy-events/${PAUSE}/outcomes`
const reason = {
  by: 'Ada',
  why: 'the ministry has published an extension',
  sources: [
    { name: 'MOFCOM', url: 'https://example.org/a', date: '2026-11-20' },
    { name: 'A newspaper', url: 'https://example.org/b', date: '2026-11-21' },
  ],
}

test('an outcome with its source ends the doubt, moves the date, and stands in the history', async ({
  app,
  db,
}) => {
  await takeInReference(db, seededAt)
  const held = async () => (await read(app, getPolicyEvent, `/api/v1/policy-events/${PAUSE}?at=${on}`)).data
  const { revision: base } = await held()
  const outcome = {
    kind: 'end',
    what: 'extended',
    date: '2026-11-10',
    until: '2027-11-10',
    note: 'Extended by a year.',
    base,
    reason,
  }
  const refused = await ask(app, outcomes, { method: 'POST', body: { ...outcome, until: '2026-11-09' } })
  expect(refused).toMatchObject({ status: 400, json: { parameter: 'until' } })
  const early = await ask(app, outcomes, {
    method: 'POST',
    body: { ...outcome, what: 'superseded', until: null, by: 'no-such-event' },
  })
  expect(early).toMatchObject({ status: 400, json: { parameter: 'event.superseded_by.0' } })
  expect((await held()).revision).toBe(base)

  const first = await ask(app, '/calendar.ics')
  const { status, json } = await ask(app, outcomes, { method: 'POST', body: outcome })
  expect([status, postPolicyOutcome.response.parse(json).data]).toMatchObject([
    200,
    { id: PAUSE, state: { value: 'effective', since: '2025-11-07' }, also_changed: [] },
  ])
  expect((await held()).state).toEqual({ value: 'effective', since: '2025-11-07' })
  const { data } = await read(app, getPolicyCalendar, `${list}?at=${on}`)
  expect(data.filter(({ event }) => event === PAUSE)).toMatchObject([
    { kind: 'end', date: '2027-11-10', passed_unconfirmed: false },
  ])
  const history = await read(app, getPolicyEventHistory, `/api/v1/policy-events/${PAUSE}/history`)
  expect(history.data[0]).toMatchObject({ action: 'outcome', by: 'Ada', sources: reason.sources })
  expect(await ask(app, outcomes, { method: 'POST', body: outcome })).toMatchObject({
    status: 409,
    json: { parameter: 'base' },
  })

  const moved = await ask(app, '/calendar.ics')
  expect(moved.headers['etag']).not.toBe(first.headers['etag'])
  const start = (text: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((entry) => new ICAL.Event(entry))
      .find(({ uid }) => uid === `${PAUSE}.end@oreline`)
      ?.startDate.toString()
  expect([start(first.text), start(moved.text)]).toEqual(['2026-11-10', '2027-11-10'])
  const { text: feed } = await ask(app, '/feed.atom?limit=1')
  expect(feed).toContain(`<id>tag:oreline,2026:event:${PAUSE}</id>`)
})
