/** A browser on a running Oreline, for the tests of the page: what it complains about is kept. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

export type Visit = {
  readonly page: Page
  /** Uncaught errors, console errors and refusals of the Content-Security-Policy, in order. */
  readonly complaints: () => readonly string[]
  readonly close: () => Promise<void>
}

/** Opens an address in a context of its own (no storage, no cache) and waits until the four lines are drawn, unless told not to. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions & {
    readonly prepare?: (page: Page) => Promise<void>
    readonly awaitChart?: boolean
  } = {},
): Promise<Visit> {
  const { prepare, awaitChart = true, ...context } = options
  const opened = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...context,
  })
  opened.setDefaultTimeout(90_000)
  const page = await opened.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  await prepare?.(page)
  await page.goto(address)
  if (awaitChart) await eventLane(page).waitFor()
  return { page, complaints: () => complaints, close: () => opened.close() }
}

/** The lane of policy events: a list to the keyboard and to a screen reader. */
export const eventLane = (page: Page) => page.getByRole('listbox', { name: 'Policy events' })

/** The panel beside the chart, or over it on a phone. */
export const selection = (page: Page) => page.getByRole('article')

/** The button that opens a filter of the events. */
export const filterButton = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Filter the events' }).getByRole('button', { name })

/** Chooses a segment of a control; the radio itself is too small to hit. */
export const choose = (page: Page, control: string, segment: string) =>
  page.getByRole('radiogroup', { name: control }).getByText(segment, { exact: true }).click()
