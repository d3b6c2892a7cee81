/**
 * A week of changes of all that is known of policy, read back: what every path said at each moment of it, it says again for
 * that moment, to the last byte, whatever people and feeds have changed, taken off or brought in since.
 */
import type { FastifyInstance } from 'fastify'
import { expect, onTestFinished } from 'vitest'
import * as z from 'zod'
import { buildApp } from '../../server/app.ts'
import { appParts, ask, test } from '../support/app.ts'
import { aCommodity } from '../support/commodity.ts'
import { FLOOR, NEW, PAUSE, pilot, policyWeek } from '../support/policy-week.ts'
import { virtualTime } from '../support/virtual-time.ts'

const api = '/api/v1'

/** Every path on policy, with the day left to the clock where it has one. */
const questions = [
  `${api}/policy-events?context=true&limit=1000`,
  `${api}/policy-events?status=effective&at=2026-11-24&from=2025-11-01&format=csv`,
  ...['', '/history', '/claims', '/shipped'].map((part) => `${api}/policy-events/${PAUSE}${part}`),
  `${api}/policy-events/${NEW}/documents`,
  `${api}/policy-calendar`,
  `${api}/policy-moves?at=2025-07-11`,
  `${api}/company-dates`,
  ...['map', 'china-share', 'disclosed', 'money', 'money-sums', 'balance'].map(
    (part) => `${api}/chain/${part}`,
  ),
  `${api}/chain?stage=separation&format=csv`,
  `${api}/chain/rows/${pilot}/history`,
  `${api}/floors`,
  `${api}/floors/${FLOOR}/gaps/${aCommodity.id}?vat=without&elements=nd-for-ndpr`,
  `${api}/inbox?state=all`,
  `${api}/inbox/counts`,
  `${api}/inbox/1`,
  `${api}/policy-documents`,
  '/policy-events.json',
  '/chain.json',
  '/calendar.ics',
  '/feed.atom?limit=20',
  `/events/${FLOOR}/picture.svg`,
] as const

/** An answer without what names the moment it was asked at. */
function toldBy({ status, text, json }: Awaited<ReturnType<typeof ask>>): string {
  // A feed names its own address.
  if (typeof json !== 'object' || json === null || !('meta' in json))
    return `${status} ${text.replaceAll(/&amp;as_of=[\w:.-]+/g, '')}`
  const { data, meta } = z.object({ data: z.unknown(), meta: z.looseObject({}) }).parse(json)
  const { as_of: _, data_version: __, ...rest } = meta
  return `${status} ${JSON.stringify({ data, meta: rest })}`
}

async function answersOf(app: FastifyInstance, asOf: string | null): Promise<readonly string[]> {
  const answers: string[] = []
  for (const question of questions) {
    const pinned = `${question}${question.includes('?') ? '&' : '?'}as_of=${asOf ?? ''}`
    const reply = await ask(app, asOf === null ? question : pinned)
    // What is not there is refused in the same words, but for the number of the request.
    answers.push(reply.status === 404 ? '404' : toldBy(reply))
  }
  return answers
}

test(
  'a week of edits, outcomes, claims, documents and decisions reads back as it was, on every path',
  { timeout: 90_000 },
  async ({ store }) => {
    const { clock, advance } = virtualTime('2026-11-23T08:00:00Z')
    const app = await buildApp(appParts({ store, clock }))
    onTestFinished(() => app.close())
    const remembered: { readonly at: string; readonly answers: readonly string[] }[] = []
    for (const step of policyWeek({ app, db: store.db, clock })) {
      // Nights pass between.
      advance(11 * 3_600_000)
      await step()
      advance(60_000)
      remembered.push({ at: clock(), answers: await answersOf(app, null) })
    }
    advance(3_600_000)
    const different: unknown[] = []
    for (const [step, { at, answers }] of remembered.entries()) {
      const again = await answersOf(app, at)
      for (const [place, question] of questions.entries())
        if (again[place] !== answers[place])
          different.push({ step, question, ...whereTheyPart(answers[place] ?? '', again[place] ?? '') })
    }
    expect(different).toEqual([])
    // A path whose answer the week does not change has not been put to the test.
    const unmoved = questions.filter(
      (_, place) => new Set(remembered.slice(1).map(({ answers }) => answers[place])).size === 1,
    )
    expect(unmoved).toEqual([])
  },
)

/** A few words around the first difference. */
function whereTheyPart(former: string, later: string): { readonly former: string; readonly later: string } {
  const place = Array.from(former, (_, index) => index).find((index) => former[index] !== later[index]) ?? 0
  const around = (text: string) => text.slice(Math.max(0, place - 60), place + 80)
  return { former: around(former), later: around(later) }
}
