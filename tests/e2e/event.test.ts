import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describePage } from '../support/page-suite.ts'
import { visit } from '../support/page-visit.ts'

const announcement61 = '/events/cn-2025-10-09-mofcom-61-extraterritorial'

/** Serious and critical findings, by rule and place. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

describePage('the page of an event', ({ browser, at }) => {
  it('tells everything about Announcement 61, prints without buttons, and leads to what suspended it', async () => {
    const { page, complaints, close } = await visit(browser(), at(announcement61), { awaitChart: false })
    await page.getByRole('heading', { level: 1, name: /licensing power over foreign goods/ }).waitFor()
    await page.getByText('Pause ended 10 Nov 2026, outcome unconfirmed.').waitFor()
    const picture = page.getByRole('img', { name: /The four stocks 45 days around/ })
    await picture.waitFor()
    // The picture is there, not a broken frame.
    await expect
      .poll(() => page.evaluate(`document.querySelector('main img').naturalWidth`), { timeout: 60_000 })
      .toBe(1200)
    const moves = page.getByRole('table').filter({ hasText: 'Less its index' })
    await moves.getByRole('row', { name: /600111\.SS.*open.*\+10\.0 %/ }).waitFor()
    const dates = page.getByRole('region', { name: 'Dates' })
    await dates.getByText('items of Chinese origin exported from third countries').waitFor()
    await dates.getByText('foreign-made items containing or made with listed Chinese items').waitFor()
    expect(await page.getByRole('link', { name: 'Picture (PNG)' }).getAttribute('href')).toBe(
      `${announcement61}/picture.png`,
    )
    expect(await findings(page)).toEqual([])

    // On a day of one's choice nothing was unconfirmed yet; and back.
    await page.goto(at(`${announcement61}?at=2025-12-01`))
    await page.getByText('On 1 Dec 2025').waitFor()
    expect(await page.getByText(/outcome unconfirmed/).count()).toBe(0)
    await page.getByRole('button', { name: 'As of today' }).click()
    await page.getByText('Pause ended 10 Nov 2026, outcome unconfirmed.').waitFor()
    expect(new URL(page.url()).search).toBe('')

    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })

    await page.getByRole('link', { name: 'China suspends its 9 October controls for a year' }).click()
    await page
      .getByRole('heading', { level: 1, name: 'China suspends its 9 October controls for a year' })
      .waitFor()
    expect(new URL(page.url()).pathname).toBe('/events/cn-2025-11-07-mofcom-70-suspension')
    await page.getByRole('link', { name: 'Record it with a source' }).first().waitFor()
    expect(complaints()).toEqual([])
    await close()
  })

  it('shows sources that contradict each other side by side, dark, on a phone', async () => {
    const { page, complaints, close } = await visit(
      browser(),
      at('/events/us-2026-02-04-critical-minerals-ministerial-forge'),
      { awaitChart: false, colorScheme: 'dark', viewport: { width: 360, height: 740 } },
    )
    const claims = page.getByRole('region', { name: 'What sources say against each other' })
    await claims.getByText('2 Feb 2026', { exact: true }).waitFor()
    await claims.getByText('4 Feb 2026', { exact: true }).waitFor()
    // Nothing sticks out of a narrow page.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(await findings(page)).toEqual([])
    expect(complaints()).toEqual([])
    await close()
  })
})
