/**
 * Panning the timeline with 2,000 events and four series of twenty years, in headless Chromium: how long each frame takes
 * while the chart is dragged back and forth. Series are made up; events are the catalogue once a year, thirteen times over.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import * as z from 'zod'
import { launchBrowser } from '../support/browser.ts'
import { startOreline } from '../support/oreline-process.ts'
import { quantile, type Bench } from './bench.ts'
import { answerSchema, drawn, madeUpSeries } from './draw.ts'

const EVENTS = 2_000
const POINTS = 5_000
const FRAMES = 240
/** How far the mouse goes to either side: beyond what is drawn in advance, so that the chart is drawn anew on the way. */
const REACH_PX = 500
/** A frame of a sixtieth of a second, with the jitter of the clock that tells it. */
const FRAME_MS = 17.2

/** The days begun with; all lie within the twenty years, so that there is somewhere to go on both sides. */
const views = [
  ['3 years', 'from=2016-01-01&to=2018-12-31'],
  ['18 years', 'from=2008-01-01&to=2025-12-31'],
] as const

export const panBench: Bench = {
  name: 'pan',
  run: async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'oreline-bench-'))
    const oreline = await startOreline({ dataDir, offline: true })
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      await giveMuch(page, oreline.url)
      const figures = []
      for (const [words, days] of views) {
        await page.goto(`${oreline.url}/?${days}&context=true`)
        await drawn(page)
        const busy = await busyMeter(page)
        const frames = await panned(page)
        const busyMs = await busy()
        // It did move: the days it came to rest on are others.
        await page.waitForFunction(`!location.search.includes(${JSON.stringify(days)})`)
        const what = `${words} of 4 x ${POINTS} points and ${EVENTS} events in view, frame`
        figures.push(
          { what: `${what}, median`, value: quantile(frames, 0.5), limit: FRAME_MS, unit: 'ms' },
          { what: `${what}, p95`, value: quantile(frames, 0.95), limit: FRAME_MS, unit: 'ms' },
          { what: `${what}, main thread’s work`, value: busyMs / frames.length, limit: FRAME_MS, unit: 'ms' },
          {
            what: `${what}s a second`,
            value: (frames.length / frames.reduce((sum, ms) => sum + ms, 0)) * 1_000,
            limit: null,
            unit: '/s',
          },
        )
      }
      return figures
    } finally {
      await browser.close()
      await oreline.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}

/** Twenty years of four lines, and the catalogue of every year from 2014 on. */
async function giveMuch(page: Page, url: string): Promise<void> {
  const events = answerSchema.parse(await (await fetch(`${url}/api/v1/policy-events?context=true`)).json())
  const years = Math.ceil(EVENTS / events.data.length)
  const copies = Array.from({ length: years }, (_, back) => yearsBack(events.data, back)).flat()
  const manyEvents = { ...events, data: copies.slice(0, EVENTS) }
  await page.route('**/api/v1/policy-events?**', (route) => route.fulfill({ json: manyEvents }))
  await page.route('**/api/v1/instruments**', async (route) => {
    const answer = answerSchema.parse(await (await route.fetch()).json())
    await route.fulfill({
      json: { ...answer, data: answer.data.map((row) => ({ ...row, first_date: '2007-01-01' })) },
    })
  })
  await page.route('**/api/v1/prices?**', async (route) => {
    const answer = answerSchema.parse(await (await route.fetch()).json())
    const tickers = new URL(route.request().url()).searchParams.get('tickers')?.split(',') ?? []
    const data = tickers.flatMap((ticker, offset) => madeUpSeries(ticker, offset, POINTS, '2007-01-01'))
    await route.fulfill({ json: { ...answer, data } })
  })
}

/** The same events so many years earlier, under ids of their own; all that is a day is moved. */
function yearsBack(events: readonly { id?: string | undefined }[], back: number): readonly object[] {
  if (back === 0) return events
  const moved = JSON.stringify(events).replace(
    /"(20\d\d)(-(?!02-29)\d\d-\d\d)"/g,
    (_, year: string, rest: string) => `"${Number(year) - back}${rest}"`,
  )
  return z
    .array(z.looseObject({ id: z.string() }))
    .parse(JSON.parse(moved))
    .map((event) => ({ ...event, id: `${event.id}-${back}`, announced_from: null, announced_to: null }))
}

/** What the page's main thread works from now on, in milliseconds of the processor: other processes do not count. */
async function busyMeter(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const taskMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000
  }
  const before = await taskMs()
  return async () => (await taskMs()) - before
}

/** Drags the prices to and fro with the mouse, and gives the length of each frame meanwhile in milliseconds. */
async function panned(page: Page): Promise<readonly number[]> {
  const box = await page.getByRole('slider', { name: 'Prices by session' }).boundingBox()
  if (box === null) throw new Error('there is no chart to drag')
  const [x, y] = [box.x + box.width / 2, box.y + 100]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const times = page.evaluate(frameLengths(FRAMES))
  const measuring = { isOver: false }
  void times.finally(() => {
    measuring.isOver = true
  })
  for (let step = 1; !measuring.isOver; step += 1)
    await page.mouse.move(x + REACH_PX * Math.sin(step / 20), y)
  await page.mouse.move(x + REACH_PX / 2, y)
  await page.mouse.up()
  return z.array(z.number()).parse(await times)
}

/** A script for the page: the times between so many frames. */
const frameLengths = (frames: number) => `new Promise((resolve) => {
  const times = []
  let last = null
  const step = (now) => {
    if (last !== null) times.push(now - last)
    last = now
    if (times.length < ${frames}) requestAnimationFrame(step)
    else resolve(times)
  }
  requestAnimationFrame(step)
})`
