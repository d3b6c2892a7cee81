/** The shipped data read by their schemas, and the laws that no schema of one row can state. */
import { calendarsSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { isWeekday } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { rareEarthSchema } from '@oreline/shared/domain/chain/element.ts'
import { chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { stageSchema } from '@oreline/shared/domain/chain/stage.ts'
import { instrumentsSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import { claimKey, policyClaimsSchema } from '@oreline/shared/domain/policy/claim.ts'
import { policyEventsSchema } from '@oreline/shared/domain/policy/event.ts'
import { describe, expect, it } from 'vitest'
import { seedJson } from '../support/seed-files.ts'

const instruments = instrumentsSchema.parse(seedJson('instruments'))
const calendars = calendarsSchema.parse(seedJson('calendars'))
const events = policyEventsSchema.parse(seedJson('policy-events'))
const chain = chainSchema.parse(seedJson('chain'))

const tickers = new Set<string>(instruments.map(({ ticker }) => ticker))
const eventIds = new Set<string>(events.map(({ id }) => id))
const unknownEvents = (ids: readonly (string | null)[]) =>
  ids.filter((id) => id !== null && !eventIds.has(id))
const repeated = (names: readonly string[]) => names.filter((name, place) => names.indexOf(name) !== place)
const isAscending = (dates: readonly string[]) =>
  dates.every((date, place) => place === 0 || (dates[place - 1] ?? '') <= date)

describe('every seed', () => {
  it.each([
    ['instruments', instrumentsSchema],
    ['calendars', calendarsSchema],
    ['policy-events', policyEventsSchema],
    ['policy-claims', policyClaimsSchema],
    ['chain', chainSchema],
  ] as const)('%s loses nothing when its schema reads it: no key is misspelt or unknown', (name, schema) => {
    // What the seed leaves out has a default; what it says is all there.
    expect(schema.parse(seedJson(name))).toMatchObject(seedJson(name))
  })
})

describe('instruments', () => {
  it('are the four tracked and the four benchmarks, each once', () => {
    expect(repeated(instruments.map(({ ticker }) => ticker))).toEqual([])
    const of = (role: string) => instruments.filter((one) => one.role === role).map(({ ticker }) => ticker)
    expect(of('tracked')).toEqual(['MP', 'UUUU', 'LYC.AX', '600111.SS'])
    expect(of('benchmark')).toEqual(['SPY', 'REMX', 'STW.AX', '000300.SS'])
  })

  it.each(instruments.filter(({ role }) => role === 'tracked'))(
    '$ticker: its benchmark keeps the same sessions and currency, its sector exists',
    ({ benchmark, sector, calendar, currency }) => {
      expect(instruments.find(({ ticker }) => ticker === benchmark)).toMatchObject({ calendar, currency })
      expect(tickers).toContain(sector)
    },
  )

  it.each(instruments)(
    '$ticker: listed on a market of its calendar; all but an index have an ISIN',
    (one) => {
      expect(calendars.calendars[one.calendar].mics).toContain(one.mic)
      expect(one.isin === null).toBe(one.kind === 'index')
    },
  )

  it('no two share an ISIN', () => {
    const isins = instruments.flatMap(({ isin }) => (isin === null ? [] : [isin]))
    expect(repeated([...isins])).toEqual([])
  })
})

describe('calendars', () => {
  it.each(Object.values(calendars.calendars))(
    '$id: holidays are weekdays, ascending, each once',
    (calendar) => {
      const dates = calendar.holidays.map(({ date }) => date)
      expect(dates.filter((date) => !isWeekday(date))).toEqual([])
      expect(isAscending(dates)).toBe(true)
      expect(repeated([...dates])).toEqual([])
      expect(calendars.calendars[calendar.id]).toBe(calendar)
    },
  )

  it.each(Object.values(calendars.calendars))('$id: early closes are sessions that end early', (calendar) => {
    const holidays = new Set(calendar.holidays.map(({ date }) => date))
    const odd = calendar.earlyCloses.filter(
      ({ date, close }) =>
        !isWeekday(date) ||
        holidays.has(date) ||
        close <= calendar.regular.open ||
        close >= calendar.regular.close,
    )
    expect(odd).toEqual([])
  })

  it.each(Object.values(calendars.calendars))(
    '$id: the horizon lies ahead of the data’s own day',
    (calendar) => {
      expect(calendar.coverage.from < calendars.generatedOn).toBe(true)
      expect(calendar.coverage.confirmedThrough > calendars.generatedOn).toBe(true)
      const early = calendar.provisionalHolidays.filter(
        ({ date }) => date <= calendar.coverage.confirmedThrough || !isWeekday(date),
      )
      expect(early).toEqual([])
    },
  )
})

describe('the policy catalogue', () => {
  it('holds 164 events, each once, in order of announcement', () => {
    expect(events).toHaveLength(164)
    expect(repeated(events.map(({ id }) => id))).toEqual([])
    expect(isAscending(events.map((event) => event.announced_date))).toBe(true)
  })

  it.each(events)('$id: its links lead somewhere', (event) => {
    const links = [
      ...event.supersedes,
      ...event.superseded_by,
      ...event.related,
      ...event.status_history.map((step) => step.related),
    ]
    expect(unknownEvents(links)).toEqual([])
    expect(links).not.toContain(event.id)
  })

  it.each(events)('$id: supersession is told on both sides', (event) => {
    const lacking = [
      ...events.filter((one) => event.supersedes.includes(one.id) && !one.superseded_by.includes(event.id)),
      ...events.filter((one) => event.superseded_by.includes(one.id) && !one.supersedes.includes(event.id)),
    ]
    expect(lacking.map(({ id }) => id)).toEqual([])
  })

  it.each(events)('$id: dates run forward', (event) => {
    const runs = (from: string | null, to: string | null) => from === null || to === null || from <= to
    expect(runs(event.effective_date, event.end_date)).toBe(true)
    expect(runs(event.suspended_from, event.suspended_until)).toBe(true)
    expect(event.provisions.every((part) => runs(part.suspended_from, part.suspended_until))).toBe(true)
    expect((event.announced_from === null) === (event.announced_to === null)).toBe(true)
    expect(runs(event.announced_from, event.announced_to)).toBe(true)
    expect(event.suspended_until === null || event.suspended_from !== null).toBe(true)
  })

  it.each(events)('$id: its steps tell what its dates tell', (event) => {
    const dated = event.status_history.flatMap(({ date }) => (date === null ? [] : [date]))
    expect(isAscending(dated)).toBe(true)
    const dateOf = (status: string) =>
      event.status_history.find((step) => step.status === status)?.date ?? null
    expect(dateOf('announced')).toBe(event.announced_date)
    expect(dateOf('effective')).toBe(event.effective_date)
    expect(dateOf('suspended')).toBe(event.suspended_from)
  })

  it.each(events.filter((event) => event.suspended_from !== null))(
    '$id: its pause names the act that brought it, which is related to it',
    (event) => {
      const cause = event.status_history.find((step) => step.status === 'suspended')?.related
      const act = events.find(({ id }) => id === cause)
      const linked = [...event.related, ...(act?.related ?? [])]
      expect(linked.includes(event.id) || linked.some((id) => id === cause)).toBe(true)
    },
  )

  it.each(events)('$id: known tickers once each, no list with repeats, an address as stated', (event) => {
    const exposed = event.tickers.map(({ ticker }) => ticker)
    expect(exposed.filter((ticker) => !tickers.has(ticker))).toEqual([])
    for (const list of [exposed, event.stages, event.elements, event.related, event.supersedes]) {
      expect(repeated([...list])).toEqual([])
    }
    expect(event.official_url === null).toBe(event.official_url_status === 'none')
    expect(repeated(event.provisions.map(({ id }) => id))).toEqual([])
  })

  it('gives the hour only with its zone, and the bounds of an hour given hold it', () => {
    const timed = events.filter((event) => event.announced_time !== null)
    expect(timed).toHaveLength(4)
    expect(timed.filter((event) => event.announced_tz === null || event.announced_from === null)).toEqual([])
  })
})

describe('claims of sources against each other', () => {
  const claims = policyClaimsSchema.parse(seedJson('policy-claims'))

  it('are about events of the catalogue, each once, and never alone', () => {
    expect(unknownEvents(claims.map(({ event_id }) => event_id))).toEqual([])
    expect(repeated(claims.map(claimKey))).toEqual([])
    const about = claims.map(({ event_id, field }) => `${event_id} ${field}`)
    expect(about.filter((one) => about.filter((other) => other === one).length < 2)).toEqual([])
  })
})

describe('the chain', () => {
  it('has every stage in order and every rare earth', () => {
    expect(chain.stages.map(({ id }) => id)).toEqual(stageSchema.options)
    expect(chain.stages.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(chain.elements.map(({ symbol }) => symbol)).toEqual(rareEarthSchema.options)
  })

  it('holds the rows its notes count', () => {
    expect(chain.coverage).toHaveLength(51)
    expect(chain.china_share).toHaveLength(21)
    expect(chain.disclosed).toHaveLength(192)
    expect(chain.announced_money).toHaveLength(35)
  })

  it('names only known events and tickers', () => {
    const named = [
      ...chain.elements.flatMap(({ controls }) =>
        controls.flatMap(({ event_id, related_event_ids }) => [event_id, ...related_event_ids]),
      ),
      ...chain.controls_all_elements.map(({ event_id }) => event_id),
      ...chain.coverage.flatMap(({ event_ids }) => event_ids),
      ...chain.disclosed.map(({ event_id }) => event_id),
      ...chain.announced_money.map(({ event_id }) => event_id),
    ]
    expect(unknownEvents(named)).toEqual([])
    const companies = [...chain.coverage, ...chain.disclosed, ...chain.announced_money].map(
      ({ ticker }) => ticker,
    )
    expect(companies.filter((ticker) => ticker !== null && !tickers.has(ticker))).toEqual([])
  })

  it('keeps a date and its precision together, and periods that run forward', () => {
    const halfDated = chain.coverage.filter(
      (row) =>
        (row.since === null) !== (row.since_precision === null) ||
        (row.expected === null) !== (row.expected_precision === null),
    )
    expect(halfDated).toEqual([])
    expect(chain.disclosed.filter((row) => row.period_start > row.period_end)).toEqual([])
  })
})
