/**
 * Whatever part of a history comes in whatever order, on whatever scale it was told at the time: in the end the store
 * holds what the last complete answer says.
 */
import type { Db } from '@oreline/server/db/client.ts'
import { payloadStore } from '@oreline/server/db/payloads.ts'
import { instruments } from '@oreline/server/db/schema/instruments.ts'
import { takeInHistory, type TakenIn } from '@oreline/server/db/take-in-history.ts'
import type { QuoteHistory } from '@oreline/shared/domain/prices/bar.ts'
import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import { test } from '../../support/test.ts'
import { aStory, answerDays, dateOf, pastDays, toldOn, type Story } from '../../support/told-history.ts'
import { virtualTime } from '../../support/virtual-time.ts'

const dayMs = 86_400_000
const time = virtualTime('2026-03-01T00:00:00Z')

/** An answer as it was asked on a day: `back` days before the newest final bar; null: the whole history. */
type Asked = {
  readonly today: number
  readonly back: number | null
  readonly wholeFails: boolean
  readonly delay: number
}

const anAnswer: fc.Arbitrary<Asked> = fc.record({
  today: fc.integer({ min: 0, max: answerDays - 1 }),
  back: fc.constantFrom(null, 8, 8, 8, 14),
  wholeFails: fc.constantFrom(false, false, false, true),
  // By how many others it is overtaken on its way.
  delay: fc.constantFrom(0, 0, 0, 1, 3),
})

/** A series of its own for each run. */
type Series = { readonly db: Db; readonly id: number }

async function newSeries(db: Db): Promise<Series> {
  const made = await db
    .insert(instruments)
    .values({ ticker: `RUN${time.nowMs()}` })
    .returning()
  return { db, id: made[0]?.id ?? 0 }
}

async function keptAnswer({ db, id }: Series, answer: Asked): Promise<number> {
  return payloadStore(db).keep({
    source: 'yahoo',
    requestKey: `${id}/chart`,
    url: 'https://example.org',
    fetchedAt: time.clock(),
    status: 200,
    contentType: null,
    sha256: JSON.stringify(answer),
    parserVersion: 1,
    outcome: 'ok',
    parseFailed: false,
    body: new Uint8Array(),
  })
}

async function takeIn(
  { db, id }: Series,
  told: QuoteHistory,
  {
    from,
    payloadId,
    counted,
  }: { readonly from: number; readonly payloadId: number; readonly counted: boolean },
): Promise<TakenIn> {
  time.advance(1_000)
  const first = dateOf(from)
  return takeInHistory(db, time.clock, {
    instrumentId: id,
    ticker: 'MP',
    source: 'yahoo',
    history: {
      ...told,
      bars: told.bars.filter(({ date }) => date >= first),
      actions: told.actions.filter(({ exDate }) => exDate >= first),
    },
    rejects: [],
    payloadId,
    payloadIds: counted ? [payloadId] : [],
    asked: { from: first, to: null },
    wholeFailed: !counted,
  })
}

/** As the job does: all of it where the answer restates it, and the bars alone where that cannot be had. */
async function refresh(series: Series, story: Story, answer: Asked, payloadId: number): Promise<TakenIn> {
  const { today, back, wholeFails } = answer
  const told = toldOn(story, today, time.clock())
  const from = back === null ? 0 : Math.max(0, pastDays + today - 1 - back)
  const taken = await takeIn(series, told, { from, payloadId, counted: true })
  if (taken.kind !== 'ask-whole') return taken
  if (!wholeFails)
    return takeIn(series, told, { from: 0, payloadId: await keptAnswer(series, answer), counted: true })
  if (taken.because !== 'new-action') return taken
  return takeIn(series, told, { from, payloadId, counted: false })
}

const currentRows = async ({ db, id }: Series) => {
  const rows = await db.query.bars.findMany({
    where: ({ supersededAt, instrumentId }, { and, eq, isNull }) =>
      and(eq(instrumentId, id), isNull(supersededAt)),
    orderBy: ({ sessionDate }, { asc }) => asc(sessionDate),
  })
  return rows.map((row) => {
    const { sessionDate: date, open, high, low, close, adjClose, volume, status, basis, flags, source } = row
    return { date, open, high, low, close, adjClose, volume, status, basis, flags, source }
  })
}

const currentActions = async ({ db, id }: Series) => {
  const rows = await db.query.corporateActions.findMany({
    where: ({ supersededAt, instrumentId }, { and, eq, isNull }) =>
      and(eq(instrumentId, id), isNull(supersededAt)),
    orderBy: ({ exDate, kind }, { asc }) => [asc(exDate), asc(kind)],
  })
  return rows.map(({ exDate, kind, amount, numerator }) => ({ exDate, kind, amount, numerator }))
}

/** Answers come on rising days; some arrive after later ones. */
function arrivals(answers: readonly Asked[]): readonly Asked[] {
  const asked = answers.toSorted((a, b) => a.today - b.today)
  return asked
    .map((answer, place) => ({ answer, at: place + answer.delay + 0.5 * Number(answer.delay > 0) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ answer }) => answer)
}

describe('a series', () => {
  test('law: parts, repeats, late ones and rescaled ones end in what the last complete answer says', async ({
    db,
  }) => {
    await fc.assert(
      fc.asyncProperty(aStory, fc.array(anAnswer, { minLength: 1, maxLength: 7 }), async (story, answers) => {
        const series = await newSeries(db)
        const inOrder = answers.toSorted((a, b) => a.today - b.today)
        // The first answer about a series is its whole history.
        const first: Asked = { today: 0, back: null, wholeFails: false, delay: 0 }
        const kept = new Map<Asked, number>()
        for (const answer of [first, ...inOrder]) kept.set(answer, await keptAnswer(series, answer))
        for (const answer of [first, ...arrivals(inOrder)])
          await refresh(series, story, answer, kept.get(answer) ?? 0)
        const last: Asked = { today: answerDays - 1, back: null, wholeFails: false, delay: 0 }
        const taken = await refresh(series, story, last, await keptAnswer(series, last))
        expect(taken.kind).toBe('stored')

        const told = toldOn(story, answerDays - 1, time.clock())
        expect(await currentRows(series)).toEqual(told.bars.map((bar) => ({ ...bar, source: 'yahoo' })))
        const actions = [
          { exDate: dateOf(pastDays + story.splitOn), kind: 'split', amount: null, numerator: story.ratio },
          { exDate: dateOf(pastDays + story.dividendOn), kind: 'dividend', amount: 0.6, numerator: null },
        ]
        expect(await currentActions(series)).toEqual(expect.arrayContaining(actions))
        expect(
          await db.query.quarantine.findMany({
            where: (row, { and, eq, isNull }) => and(eq(row.instrumentId, series.id), isNull(row.decidedAt)),
          }),
        ).toEqual([])
        // And the same once more writes nothing.
        const again = await refresh(series, story, last, await keptAnswer(series, last))
        expect(again).toMatchObject({ kind: 'stored', written: { rows: 0 } })
        time.advance(dayMs)
      }),
      { numRuns: 20 },
    )
  })
})
