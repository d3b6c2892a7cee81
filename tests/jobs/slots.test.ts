import type { JobName } from '@oreline/shared/domain/jobs/job.ts'
import { plusMs } from '@oreline/shared/kernel/instant.ts'
import { describe, expect, test } from 'vitest'
import { jobs } from '../../jobs/jobs/index.ts'
import type { Reference } from '../../jobs/reference-shelf.ts'
import { lastDueSlot, lastSlot, nextDueSlot } from '../../jobs/slots.ts'
import { instant } from '../support/brands.ts'
import { seedCalendars, seedIndexes } from '../support/seed-files.ts'

const reference: Reference = {
  instruments: [],
  idOf: () => 0,
  chosenSources: new Map(),
  sessions: seedIndexes(),
  target: seedCalendars().target,
}

function jobNamed(name: JobName) {
  const job = jobs.find((one) => one.name === name)
  if (job === undefined) throw new Error(`no job ${name}`)
  return job
}

/** The job's slots of a day in its own zone, counted from its midnight in UTC. */
function slotsOfDay(name: JobName, midnight: string): readonly string[] {
  const job = jobNamed(name)
  const end = plusMs(instant(midnight), 86_400_000 - 1)
  const slots: string[] = []
  for (let slot = nextDueSlot(job, reference, plusMs(instant(midnight), -1)); slot !== null && slot <= end;)
    slot = (slots.push(slot.slice(11, 16)), nextDueSlot(job, reference, slot))
  return slots
}

describe('the slots of a schedule', () => {
  test('a tick stands for the last moment of its schedule, however late it comes', () => {
    const schedule = { cron: '*/10 8-17 * * 1-5', timeZone: 'America/New_York' }
    expect(lastSlot(schedule, instant('2026-11-20T21:20:00.000Z'))).toBe('2026-11-20T21:20:00.000Z')
    expect(lastSlot(schedule, instant('2026-11-20T21:20:00.999Z'))).toBe('2026-11-20T21:20:00.000Z')
    expect(lastSlot(schedule, instant('2026-11-20T21:29:59.000Z'))).toBe('2026-11-20T21:20:00.000Z')
  })

  test('the last due slot before a Sunday is Friday’s after the close, before the end of a golden week that of its eve', () => {
    expect(lastDueSlot(jobNamed('quotes-xnys'), reference, instant('2026-11-22T12:00:00.000Z'))).toBe(
      '2026-11-20T21:20:00.000Z',
    )
    expect(lastDueSlot(jobNamed('quotes-xshg'), reference, instant('2026-10-07T12:00:00.000Z'))).toBe(
      '2026-09-30T07:20:00.000Z',
    )
  })

  test('SEC: every ten minutes from 06:00 to 22:10 in New York, else hourly, hourly at weekends', () => {
    const weekday = slotsOfDay('filings-sec', '2026-11-20T05:00:00.000Z')
    expect(weekday).toHaveLength(6 + 16 * 6 + 2 + 1)
    expect(weekday.slice(5, 8)).toEqual(['10:00', '11:00', '11:10'])
    expect(slotsOfDay('filings-sec', '2026-11-21T05:00:00.000Z')).toHaveLength(24)
  })

  test('ASX: every quarter of an hour from 07:30 to 19:30 in Sydney, on weekdays', () => {
    const weekday = slotsOfDay('filings-asx', '2026-11-19T13:00:00.000Z')
    expect([weekday[0], weekday.at(-1), weekday.length]).toEqual(['20:30', '08:30', 49])
    expect(slotsOfDay('filings-asx', '2026-11-20T13:00:00.000Z')).toEqual([])
  })

  test('SSE: every half hour from 15:30 to 24:00 in Shanghai and at 08:00, every day', () => {
    const sunday = slotsOfDay('filings-sse', '2026-11-21T16:00:00.000Z')
    expect(sunday).toHaveLength(19)
    expect(sunday.slice(0, 3)).toEqual(['16:00', '00:00', '07:30'])
  })

  test('ECB: 16:30 and 18:00 in Frankfurt on TARGET days, none on Good Friday', () => {
    expect(slotsOfDay('fx-ecb', '2026-07-14T22:00:00.000Z')).toEqual(['14:30', '16:00'])
    expect(slotsOfDay('fx-ecb', '2026-04-02T22:00:00.000Z')).toEqual([])
  })

  test('K03: an hour that summer time skips comes an hour later that day, a doubled one comes once', () => {
    const nightly = (cron: string) => ({
      ...jobNamed('store-prune'),
      schedules: [{ cron, timeZone: 'America/New_York' }],
    })
    const after = (cron: string, at: string) => nextDueSlot(nightly(cron), reference, instant(at))
    // 8 March 2026 has no 02:30 in New York, 1 November two 01:30.
    expect(after('30 2 * * *', '2026-03-07T12:00:00.000Z')).toBe('2026-03-08T07:30:00.000Z')
    expect(after('30 2 * * *', '2026-03-08T07:30:00.000Z')).toBe('2026-03-09T06:30:00.000Z')
    expect(after('30 1 * * *', '2026-10-31T12:00:00.000Z')).toBe('2026-11-01T05:30:00.000Z')
    expect(after('30 1 * * *', '2026-11-01T05:30:00.000Z')).toBe('2026-11-02T06:30:00.000Z')
  })

  test('every job has one in the next fortnight, the days of Chinese New Year included', () => {
    const eve = instant('2026-02-13T20:00:00.000Z')
    const idle = jobs.filter((job) => nextDueSlot(job, reference, eve) === null)
    expect(idle.map(({ name }) => name)).toEqual([])
  })
})
