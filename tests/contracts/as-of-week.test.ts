/**
 * A week of changing answers, read back: what the API said at each moment of it, it says again for that moment, to the
 * last digit, whatever has been corrected, rescaled, kept out, decided or confirmed since.
 */
import { getDisagreements } from '@oreline/shared/api/disagreements.ts'
import { getQuarantine } from '@oreline/shared/api/quarantine.ts'
import { confirmSuspects } from '@oreline/server/db/confirm-suspects.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import { upsertSecondBars } from '@oreline/server/db/second-bars.ts'
import { metaSchema } from '@oreline/shared/api/envelope.ts'
import type { JobName } from '@oreline/shared/domain/jobs/job.ts'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { expect } from 'vitest'
import * as z from 'zod'
import { ask, read } from '../support/app.ts'
import { test, type KeptStore } from '../support/kept-store.ts'
import { aBar } from '../support/store-rows.ts'

const hours = 3_600_000
const lynas = 'LYC.AX'
const answerSchema = z.object({ data: z.array(z.unknown()), meta: metaSchema })

const window = `tickers=${lynas},STW.AX,MP&from=2026-10-26`
const questions = [
  ...['none', 'splits', 'all'].map((adjust) => `/api/v1/prices?${window}&adjust=${adjust}`),
  `/api/v1/prices?${window}&currency=USD`,
  '/api/v1/fx?pairs=AUDUSD,USDCNY&from=2026-10-26',
  // Where the range begins follows from the moment asked about.
  `${getDisagreements.path}?tickers=LYC.AX,STW.AX,MP`,
]
const at = (question: string, asOf: string) => `${question}${question.includes('?') ? '&' : '?'}as_of=${asOf}`

async function answersOf({ app }: KeptStore, asOf: string | null) {
  const answers: unknown[] = []
  for (const question of questions) {
    const { status, json } = await ask(app, asOf === null ? question : at(question, asOf))
    expect(status).toBe(200)
    answers.push(answerSchema.parse(json).data)
  }
  return answers
}

const advanceTo = ({ time }: KeptStore, instant: string) => {
  time.advance(Date.parse(instant) - time.nowMs())
}

/** What comes when; the exchanges are those of the week, New York's closed on Thursday. */
type Step = {
  readonly at: string
  readonly job: JobName
  readonly fault?: readonly [route: string, name: string, times: number]
  readonly after?: (kept: KeptStore) => Promise<unknown>
}

async function decideOpen({ app }: KeptStore, decision: string): Promise<void> {
  const { data } = await read(app, getQuarantine, getQuarantine.path)
  for (const { id } of data) {
    const body = { decision }
    const { status } = await ask(app, `/api/v1/quarantine/${id}/decision`, { method: 'POST', body })
    expect(status).toBe(200)
  }
}

/** A second source speaks, and confirms what it can. */
async function confirm(kept: KeptStore): Promise<void> {
  const held = (await kept.bars(lynas)).slice(-3)
  const { instrumentId = 0 } = held[0] ?? {}
  const bars = held.map(({ sessionDate, close }, place) =>
    aBar(sessionDate, place === 0 ? close * 1.02 : close),
  )
  await withRevision(kept.db, { scope: 'prices', clock: kept.time.clock }, async (revision) => {
    const written = await upsertSecondBars(revision, { instrumentId, source: 'eodhd', bars, payloadId: null })
    const timezone = timeZoneSchema.parse('Australia/Sydney')
    return written + (await confirmSuspects(revision, { instrumentId, timezone }))
  })
}

const week: readonly Step[] = [
  { at: '2026-11-23T01:30:00Z', job: 'quotes-xasx' },
  { at: '2026-11-23T06:00:00Z', job: 'quotes-xasx', fault: ['yahoo', 'Q38', 1] },
  { at: '2026-11-23T15:30:00Z', job: 'quotes-xnys' },
  { at: '2026-11-23T22:00:00Z', job: 'quotes-xnys' },
  { at: '2026-11-24T01:30:00Z', job: 'fx-ecb' },
  { at: '2026-11-24T06:00:00Z', job: 'quotes-xasx', fault: ['yahoo', 'Q18', 2] },
  { at: '2026-11-25T06:00:00Z', job: 'quotes-xasx', fault: ['yahoo', 'Q15', 2] },
  { at: '2026-11-25T16:30:00Z', job: 'fx-ecb', fault: ['ecb', 'X04', 1] },
  {
    at: '2026-11-26T06:00:00Z',
    job: 'quotes-xasx',
    fault: ['yahoo', 'Q16', 1],
    after: async (kept) => decideOpen(kept, 'accept'),
  },
  {
    at: '2026-11-26T22:00:00Z',
    job: 'quotes-xnys',
    fault: ['yahoo', 'Q37-unit', 1],
    after: async (kept) => decideOpen(kept, 'discard'),
  },
  { at: '2026-11-27T06:00:00Z', job: 'quotes-xasx', after: confirm },
  { at: '2026-11-27T19:00:00Z', job: 'quotes-xnys' },
]

test(
  'a week of corrections, a dividend, splits, quarantines and decisions reads back as it was',
  { timeout: 90_000 },
  async ({ kept }) => {
    const remembered: { readonly at: string; readonly answers: readonly unknown[] }[] = []
    for (const step of week) {
      advanceTo(kept, step.at)
      if (step.fault !== undefined) kept.standIn.scenario(...step.fault)
      await kept.run(step.job)
      kept.standIn.clearScenarios()
      await step.after?.(kept)
      kept.time.advance(60_000)
      remembered.push({ at: kept.time.clock(), answers: await answersOf(kept, null) })
    }
    const different = new Set(remembered.map(({ answers }) => JSON.stringify(answers)))
    // Nothing of the price or the rate changes by a discarded answer or a repeated one.
    expect(different.size).toBeGreaterThanOrEqual(10)
    const decided = await read(kept.app, getQuarantine, `${getQuarantine.path}?state=all`)
    // What was accepted on Thursday contradicts the answer of Friday.
    expect(decided.data.map(({ decision }) => decision)).toEqual([null, 'discarded', 'accepted'])
    kept.time.advance(hours)
    for (const { at: asOf, answers } of remembered)
      expect([asOf, await answersOf(kept, asOf)]).toEqual([asOf, answers])
  },
)
