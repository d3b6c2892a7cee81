/** From the providers' hosts to the API: a whole Oreline against hosts that are played by one process on this machine. */
import { jobs, type JobName } from '@oreline/shared/domain/jobs/job.ts'
import { isOnByDefault } from '@oreline/shared/domain/sources/source.ts'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { startOreline, type OrelineProcess } from '../support/oreline-process.ts'
import { allRoutes } from '../support/stand-in/all-routes.ts'
import { startStandIn, type StandIn } from '../support/stand-in/stand-in.ts'

const runsSchema = z.object({
  data: z.array(z.object({ job: z.string(), outcome: z.string().nullable(), rows_written: z.int() })),
})
const rowsSchema = z.object({ data: z.array(z.record(z.string(), z.unknown())) })

async function rehearse(plan: (standIn: StandIn) => void): Promise<OrelineProcess> {
  const standIn = await startStandIn({ routes: allRoutes() })
  onTestFinished(() => standIn.close())
  plan(standIn)
  const dataDir = path.join(tmpdir(), `oreline-e2e-${crypto.randomUUID()}`)
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const oreline = await startOreline({
    dataDir,
    offline: false,
    env: { ORELINE_HOST_MAP: JSON.stringify(standIn.hostMap()), SEC_CONTACT: 'tests@oreline.invalid' },
  })
  onTestFinished(async () => {
    await oreline.stop()
  })
  return oreline
}

const rows = async ({ url }: OrelineProcess, address: string) =>
  rowsSchema.parse(await (await fetch(`${url}/api/v1/${address}`)).json()).data

/** Without those whose source is off until somebody wants it. */
const everyJob = jobs.filter(({ source }) => source === null || isOnByDefault(source)).map(({ name }) => name)

/** Waits until these jobs have had their first run, and gives the outcomes by job. */
async function firstRuns(
  { url }: OrelineProcess,
  names: readonly JobName[] = everyJob,
): Promise<Record<string, string | null>> {
  let outcomes: Record<string, string | null> = {}
  await expect
    .poll(
      async () => {
        const { data } = runsSchema.parse(await (await fetch(`${url}/api/v1/jobs/runs`)).json())
        outcomes = Object.fromEntries(data.toReversed().map(({ job, outcome }) => [job, outcome]))
        return names.every((name) => typeof outcomes[name] === 'string')
      },
      { timeout: 180_000, interval: 500 },
    )
    .toBe(true)
  return outcomes
}

describe('a fresh Oreline', () => {
  test('pulls quotes, filings and rates from every provider by itself', async () => {
    const oreline = await rehearse(() => {})
    expect(new Set(Object.values(await firstRuns(oreline)))).toEqual(new Set(['ok']))

    const prices = await rows(oreline, 'prices?tickers=MP,UUUU,LYC.AX,600111.SS')
    expect(new Set(prices.map((row) => row['ticker'])).size).toBe(4)
    expect(new Set(prices.map((row) => row['source']))).toEqual(new Set(['yahoo']))
    expect(prices.find((row) => row['ticker'] === 'LYC.AX')?.['date']).toBe('2020-01-02')

    const filings = await rows(oreline, 'filings')
    expect(new Set(filings.map((row) => `${String(row['source'])} ${String(row['ticker'])}`))).toEqual(
      new Set(['sec MP', 'sec UUUU', 'asx LYC.AX', 'sse 600111.SS']),
    )
    expect((await rows(oreline, 'fx?pairs=AUDUSD,CNYUSD')).length).toBeGreaterThan(100)
    const dollars = await rows(oreline, 'prices?tickers=LYC.AX&currency=USD&from=2026-10-01&to=2026-10-31')
    expect(dollars.length).toBeGreaterThan(15)
    for (const row of dollars) expect(row).toMatchObject({ currency: 'USD', close: expect.any(Number) })

    const states = (await rows(oreline, 'sources')).map((row) => [row['source'], row['state']])
    for (const source of ['yahoo', 'sec', 'asx', 'sse', 'ecb'])
      expect(states).toContainEqual([source, 'fresh'])
  })

  test('names a provider that is blocked, keeps what is stored, and pulls from the others', async () => {
    const oreline = await rehearse((standIn) => standIn.scenario('yahoo', 'H04-challenge', 1_000))
    // Of Shanghai's line Tencent tells meanwhile.
    const held = 'prices?tickers=MP,UUUU,LYC.AX'
    const before = await rows(oreline, held)
    const outcomes = await firstRuns(oreline, ['quotes-xnys', 'filings-sec', 'filings-asx', 'fx-ecb'])
    expect(outcomes).toMatchObject({
      'quotes-xnys': 'failed',
      'filings-sec': 'ok',
      'fx-ecb': 'ok',
      'filings-asx': 'ok',
    })
    expect(await rows(oreline, held)).toEqual(before)
    const yahoo = (await rows(oreline, 'sources')).find((row) => row['source'] === 'yahoo')
    expect(yahoo).toMatchObject({
      state: 'blocked',
      since: expect.any(String),
      next_attempt_at: expect.any(String),
    })
    const again = await fetch(`${oreline.url}/api/v1/jobs/quotes-xnys/runs`, {
      method: 'POST',
      headers: { origin: oreline.url },
    })
    expect(again.status).toBe(409)
    expect(await again.json()).toMatchObject({ code: 'held-back', until: expect.any(String) })
  })
})
