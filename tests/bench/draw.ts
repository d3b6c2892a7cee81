/** First draw of the timeline with four series of 1,500 points and 200 events, in headless Chromium. The data are made up for the bench and marked so. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import * as z from 'zod'
import { launchBrowser } from '../support/browser.ts'
import { startOreline } from '../support/oreline-process.ts'
import { quantile, type Bench } from './bench.ts'

const RUNS = 7
const POINTS = 1_500
const EVENTS = 200

export const answerSchema = z.object({
  data: z.array(z.looseObject({ id: z.string().optional() })),
  meta: z.unknown(),
})

export const drawBench: Bench = {
  name: 'draw',
  run: async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'oreline-bench-'))
    const oreline = await startOreline({ dataDir, offline: true })
    const browser = await launchBrowser()
    try {
      const events = answerSchema.parse(
        await (await fetch(`${oreline.url}/api/v1/policy-events?context=true`)).json(),
      )
      const fullEvents = { ...events, data: grown(events.data) }
      const draws: number[] = []
      const loads: number[] = []
      for (let run = 0; run < RUNS; run += 1) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
        await page.route('**/api/v1/prices?**', async (route) => {
          const answer = answerSchema.parse(await (await route.fetch()).json())
          const tickers = new URL(route.request().url()).searchParams.get('tickers')?.split(',') ?? []
          await route.fulfill({
            json: { ...answer, data: tickers.flatMap((ticker, n) => madeUpSeries(ticker, n)) },
          })
        })
        await page.route('**/api/v1/policy-events?**', (route) => route.fulfill({ json: fullEvents }))
        await page.goto(`${oreline.url}/?range=max&context=true`)
        const { draw, load } = await drawn(page)
        draws.push(draw)
        loads.push(load)
        await page.close()
      }
      return [
        {
          what: `first draw, 4 x ${POINTS} points, ${EVENTS} events (median of ${RUNS})`,
          value: quantile(draws, 0.5),
          limit: 600,
          unit: 'ms',
        },
        {
          what: `from navigation to first chart (median of ${RUNS})`,
          value: quantile(loads, 0.5),
          limit: 1_000,
          unit: 'ms',
        },
      ]
    } finally {
      await browser.close()
      await oreline.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}

/** The chart marks its own first draw: from mounting with data to the frame after its paint. */
export async function drawn(page: Page): Promise<{ draw: number; load: number }> {
  await page.waitForFunction(() => performance.getEntriesByName('timeline:drawn').length > 0)
  return page.evaluate(() => ({
    draw: performance.getEntriesByName('timeline:first-draw')[0]?.duration ?? Number.NaN,
    load: performance.getEntriesByName('timeline:drawn')[0]?.startTime ?? Number.NaN,
  }))
}

/** Closes on weekdays from `from` on. */
export function madeUpSeries(ticker: string, offset: number, points = POINTS, from = '2020-11-18'): object[] {
  const start = Date.parse(from)
  return Array.from({ length: points }, (_, index) => {
    const close = 20 + offset * 5 + 10 * Math.sin(index / 90 + offset) + (index % 13) / 5
    const date = new Date(start + Math.floor((index / 5) * 7) * 86_400_000).toISOString().slice(0, 10)
    return {
      ticker,
      date,
      open: close,
      high: close,
      low: close,
      close,
      adj_close: close,
      volume: 1,
      currency: ticker.endsWith('.AX') ? 'AUD' : ticker.endsWith('.SS') ? 'CNY' : 'USD',
      status: 'final',
      basis: 'splits',
      flags: [],
      fx_date: null,
      source: 'bench',
      recorded_at: '2026-11-21T00:00:00.000Z',
    }
  })
}

function grown(events: readonly { id?: string | undefined }[]): object[] {
  return Array.from({ length: EVENTS }, (_, index) => {
    const event = events[index % events.length]
    return index < events.length ? { ...event } : { ...event, id: `${event?.id}-again` }
  })
}
