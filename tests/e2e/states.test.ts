import { jobs } from '@oreline/shared/domain/jobs/job.ts'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describePage } from '../support/page-suite.ts'
import { eventLane, visit } from '../support/page-visit.ts'

const prices = '**/api/v1/prices?*'
const answering = (url: string, status: number, body: object) => async (page: Page) => {
  await page.route(url, (route) =>
    route.fulfill({
      status,
      contentType: status === 200 ? 'application/json' : 'application/problem+json',
      body: JSON.stringify(body),
    }),
  )
}

const meta = {
  as_of: '2026-11-21T10:00:00Z',
  data_version: '1',
  sources: [],
  units: {},
  currency: null,
  adjusted: null,
  next: null,
}
const blockedYahoo = {
  source: 'yahoo',
  name: 'Yahoo Finance',
  provides: ['prices'],
  homepage: 'https://finance.yahoo.com/',
  terms: 'personal use',
  limits: 'daily bars',
  enabled: true,
  jobs: ['quotes-xnys'],
  state: 'blocked',
  since: '2026-11-20T15:20:00Z',
  last_attempt_at: '2026-11-21T09:00:00Z',
  last_ok_at: '2026-11-20T15:00:00Z',
  newest_item: '2026-11-20',
  next_attempt_at: '2026-11-21T10:20:00Z',
  why: '429',
  detail: null,
  scopes: [],
}

describePage('states of the page', ({ browser, at, oreline }) => {
  it('started offline: says so, and has no half-finished promises', async () => {
    const { page, close } = await visit(browser(), at('/'))
    await expect.poll(() => page.getByText('Oreline was started offline').isVisible()).toBe(true)
    await close()
  })

  it('a refusal shows what Oreline said, keeps the rest, and tries again', async () => {
    const problem = {
      type: 'x',
      title: 'Something went wrong inside Oreline',
      status: 500,
      detail: 'See the log.',
      code: 'internal',
    }
    const { page, close } = await visit(browser(), at('/'), {
      prepare: answering(prices, 500, problem),
      awaitChart: false,
    })
    await page.getByText('The prices could not be loaded: Something went wrong inside Oreline').waitFor()
    await page.getByText('See the log.').waitFor()
    await page.getByRole('tab', { name: 'Events (157)' }).waitFor()
    expect(await page.getByText('no price yet').count()).toBe(0)
    await page.unroute(prices)
    await page.getByRole('button', { name: 'Try again' }).click()
    await eventLane(page).waitFor()
    await close()
  })

  it('an answer in an unknown shape asks for a reload', async () => {
    const { page, close } = await visit(browser(), at('/'), {
      prepare: answering(prices, 200, { rows: [] }),
      awaitChart: false,
    })
    await expect.poll(() => page.getByRole('button', { name: 'Reload the page' }).isVisible()).toBe(true)
    await close()
  })

  it('no prices at all is not an error, and the events stay readable', async () => {
    const { page, close } = await visit(browser(), at('/'), {
      prepare: answering(prices, 200, { data: [], meta }),
      awaitChart: false,
    })
    await expect.poll(() => page.getByText('No prices are stored yet').isVisible()).toBe(true)
    await page.getByRole('tab', { name: 'Events (157)' }).waitFor()
    await close()
  })

  it('an answer that is not the whole says so', async () => {
    const { page, close } = await visit(browser(), at('/'), {
      prepare: answering('**/api/v1/filings?*', 200, { data: [], meta: { ...meta, next: 'x' } }),
    })
    const notice = page.getByText('Not everything is shown: too many filings for one answer')
    await expect.poll(() => notice.isVisible()).toBe(true)
    await close()
  })

  it('events that failed are never "0 events"', async () => {
    const problem = {
      type: 'x',
      title: 'Oreline is not ready',
      status: 503,
      detail: 'The store does not answer.',
      code: 'not-ready',
    }
    const { page, close } = await visit(browser(), at('/'), {
      prepare: answering('**/api/v1/policy-events?*', 503, problem),
      awaitChart: false,
    })
    await page.getByText('The events could not be loaded: Oreline is not ready').first().waitFor()
    expect(await page.getByText(/of 0 events|Nothing is scheduled|Events \(0\)/).count()).toBe(0)
    await close()
  })

  it('names a blocked source, since when, why, and what is shown meanwhile', async () => {
    const { page, close } = await visit(browser(), at('/?tz=new-york'), {
      prepare: answering('**/api/v1/sources', 200, { data: [blockedYahoo], meta }),
    })
    const notice = page.getByRole('status').filter({ hasText: 'A source does not deliver' })
    expect(await notice.innerText()).toContain(
      'Yahoo Finance blocked since 20 Nov 2026, 10:20 New York: too many requests; showing data to 20 Nov 2026; next attempt 21 Nov 2026, 05:20 New York.',
    )
    await close()
  })

  it('refresh now reports per job what came of it, a refusal with its reason and until when', async () => {
    const held = {
      type: 'x',
      title: 'The provider may not be asked yet',
      status: 409,
      detail: 'Yahoo Finance may be asked again at 2026-11-21T15:20:00.000Z.',
      code: 'held-back',
      until: '2026-11-21T15:20:00.000Z',
    }
    const { page, close } = await visit(browser(), at('/'), {
      prepare: answering('**/api/v1/jobs/*/runs', 409, held),
    })
    await page.getByRole('button', { name: 'Refresh now' }).click()
    const card = page.getByRole('region', { name: 'Progress of the refresh' })
    await card.getByText('The providers have been asked').waitFor()
    expect(
      await card
        .getByText('Not asked: The provider may not be asked yet, again from 21 Nov 2026, 16:20 your time')
        .count(),
    ).toBe(jobs.filter(({ source }) => source !== null).length)
    await close()
  })

  // The last one: it stops the Oreline of this file.
  it('when Oreline stops the page says since when, and keeps what it had', async () => {
    const { page, close } = await visit(browser(), at('/?tz=utc'), {
      prepare: (opened) => opened.clock.install(),
    })
    await oreline().stop()
    await page.clock.fastForward(11_000)
    await page
      .getByRole('alert')
      .getByText(/^Oreline has not answered since \d+ \w+ \d{4}, \d\d:\d\d UTC$/)
      .waitFor({ timeout: 90_000 })
    expect(await eventLane(page).count()).toBe(1)
    await close()
  })
})
