/** Asking for everything again when nothing has changed: what it writes, and how long Oreline itself takes over it. */
import { jobs as jobDescriptions } from '@oreline/shared/domain/jobs/job.ts'
import { rehearseJobs, type JobsRehearsal } from '../support/rehearse-jobs.ts'
import { quantile, type Bench } from './bench.ts'
import { withSeededStore } from './bench-store.ts'

const RUNS = 5
const priceAndRateJobs = jobDescriptions
  .map(({ name }) => name)
  .filter((name) => /^(quotes-x|fx-)/.test(name))

/**
 * Every price series and the rates, in virtual time: the politeness between requests (1.5 s at Yahoo) is not counted, the
 * answers, the parsing, the judging and the store are.
 */
export const refreshBench: Bench = {
  name: 'refresh',
  run: async () =>
    withSeededStore(async (store) => {
      const undos: (() => Promise<void>)[] = []
      try {
        const rehearsal = await rehearseJobs(store, (undo) => undos.push(undo))
        await refreshAll(rehearsal)
        const before = await revisions(rehearsal)
        const seconds: number[] = []
        for (let run = 0; run < RUNS; run += 1) {
          rehearsal.time.advance(60_000)
          const began = performance.now()
          await refreshAll(rehearsal)
          seconds.push((performance.now() - began) / 1_000)
        }
        return [
          { what: 'revisions written', value: (await revisions(rehearsal)) - before, limit: 0, unit: 'rows' },
          {
            what: `all series, nothing new (median of ${RUNS})`,
            value: quantile(seconds, 0.5),
            limit: 1,
            unit: 's',
          },
        ]
      } finally {
        for (const undo of undos) await undo()
      }
    }),
}

async function refreshAll({ run }: JobsRehearsal): Promise<void> {
  for (const name of priceAndRateJobs) {
    const { outcome, sources } = await run(name)
    if (outcome !== 'ok') throw new Error(`${name}: ${JSON.stringify(sources)}`)
  }
}

async function revisions({ store }: JobsRehearsal): Promise<number> {
  const [row] = await store.sql<{ rows: number }[]>`
    select (select count(*) from bars)::int + (select count(*) from second_bars)::int
      + (select count(*) from corporate_actions)::int + (select count(*) from fx_rates)::int as rows`
  return row?.rows ?? 0
}
