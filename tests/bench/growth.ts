/**
 * How much the store grows. One working day at the real cadence, in virtual time and against the stand-in, through the
 * very jobs; what it added is taken for every working day of a year. Bodies of raw answers live thirty days, so they
 * come to a level and stay there. 5,000 instruments are reckoned from what one benchmark series added (asked after the
 * close and once more the next morning): measuring them would take a day of such days.
 */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { instantSchema } from '@oreline/shared/kernel/brand.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import type { Store } from '@oreline/server/db/open.ts'
import { jobs } from '../../jobs/jobs/index.ts'
import { buildReferenceShelf, type Reference } from '../../jobs/reference-shelf.ts'
import { nextDueSlot } from '../../jobs/slots.ts'
import { rehearseJobs } from '../support/rehearse-jobs.ts'
import type { Bench, Figure } from './bench.ts'
import { withSeededStore } from './bench-store.ts'

/** A Monday on which all three exchanges trade. */
const day = {
  begins: instantSchema.parse('2026-11-23T00:00:00.000Z'),
  ends: instantSchema.parse('2026-11-24T00:00:00.000Z'),
}
const workingDays = 261
const bodyDays = 30
const many = 5_000

/** Bytes of a store without air, the bodies of answers apart from everything else; `rows`: the answers noted. */
type Size = { readonly bodies: number; readonly rest: number; readonly rows: number }

export const growthBench: Bench = {
  name: 'growth',
  run: async () =>
    withSeededStore(async (store) => {
      const undos: (() => Promise<void>)[] = []
      try {
        const { run, time } = await rehearseJobs(store, (undo) => undos.push(undo))
        for (const { name } of jobs) await run(name)
        const backfilled = await sizeOf(store)
        time.advance(epochMs(day.begins) - time.nowMs())
        const before = await sizeOf(store)
        const reference = await buildReferenceShelf(store.db)()
        let runs = 0
        for (const { name, slot } of slotsOf(reference)) {
          time.advance(Math.max(0, epochMs(slot) - time.nowMs()))
          await run(name, { slot, trigger: 'schedule' })
          runs += 1
        }
        const after = await sizeOf(store)
        const added = { bodies: after.bodies - before.bodies, rest: after.rest - before.rest }
        const one = await oneSeries(store, after)
        return [
          megabytes(
            'four tickers: after the first start, whole histories',
            backfilled.rest + backfilled.bodies,
          ),
          { what: 'four tickers: runs on a working day', value: runs, limit: null, unit: 'runs' },
          megabytes('four tickers: a year adds', added.rest * workingDays),
          megabytes('four tickers: answers kept for 30 days, a level', (added.bodies * (bodyDays * 5)) / 7),
          megabytes(`${many} instruments: whole histories since 2020`, one.history * many),
          megabytes(`${many} instruments: a year adds`, one.rest * workingDays * many),
          megabytes(`${many} instruments: answers kept for 30 days`, (one.bodies * many * bodyDays * 5) / 7),
        ]
      } finally {
        for (const undo of undos) await undo()
      }
    }),
}

const megabytes = (what: string, bytes: number): Figure => ({
  what,
  value: bytes / 1e6,
  limit: null,
  unit: 'MB',
})

/** The moments of a day at which jobs are due, in their order. */
function slotsOf(reference: Reference) {
  return jobs
    .flatMap((job) => {
      const slots: { readonly name: (typeof job)['name']; readonly slot: Instant }[] = []
      let slot = nextDueSlot(job, reference, day.begins)
      while (slot !== null && epochMs(slot) < epochMs(day.ends)) {
        slots.push({ name: job.name, slot })
        slot = nextDueSlot(job, reference, slot)
      }
      return slots
    })
    .toSorted((a, b) => epochMs(a.slot) - epochMs(b.slot))
}

/** Compacted first: what updates leave behind is used again, and no growth. */
async function sizeOf({ sql }: Store): Promise<Size> {
  await sql`vacuum full`
  const [row] = await sql<[Size]>`
    select sum(pg_total_relation_size(c.oid))::float8 - max(kept.bodies) as rest, max(kept.bodies) as bodies,
      max(kept.rows) as rows
    from pg_class c,
      (select coalesce(sum(pg_column_size(body)), 0)::float8 as bodies, count(*)::int as rows from raw_payloads) kept
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`
  return row
}

/** What a series that is asked twice a day takes: its share of rows, by the bytes that a row of each table takes here. */
async function oneSeries(
  { sql }: Store,
  { rows, bodies }: Size,
): Promise<{ readonly history: number; readonly rest: number; readonly bodies: number }> {
  const [row] = await sql<[{ bar: number; payload: number; body: number; history: number; entry: number }]>`
    select pg_total_relation_size('bars')::float8 / (select count(*) from bars) as bar,
      (pg_total_relation_size('raw_payloads') - ${bodies}::float8) / ${rows}::int as payload,
      (select avg(pg_column_size(body))::float8 from raw_payloads
        where body is not null and request_key = 'SPY/chart' and fetched_at >= ${day.begins}) as body,
      (select count(*)::float8 from bars join instruments on id = instrument_id where ticker = 'SPY') as history,
      (select avg(pg_column_size(sources)::float8 / greatest(jsonb_array_length(sources), 1)) from job_runs
        where job = 'quotes-xnys') as entry`
  // Two answers a day: a provisional bar and the final one, a row for each answer, a line in the ledger for each.
  return {
    history: row.history * row.bar,
    rest: 2 * (row.bar + row.payload + row.entry),
    bodies: 2 * row.body,
  }
}
