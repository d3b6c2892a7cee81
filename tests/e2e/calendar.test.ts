import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describePage } from '../support/page-suite.ts'
import { choose, visit } from '../support/page-visit.ts'

const passed = (page: Page) => page.getByRole('region', { name: /^Date passed, outcome unconfirmed/ })
const findings = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))

async function fillReason(dialog: Locator): Promise<void> {
  await dialog.getByLabel('Your name').fill('Ada')
  await dialog.getByLabel('What this change is for').fill('It was announced.')
  const source = dialog.getByRole('group', { name: 'Source 1' })
  await source.getByLabel('Name').fill('MOFCOM')
  await source.getByLabel('Day').fill('2026-11-10')
  await source.getByLabel('Address').fill('https://example.org/notice')
  await dialog.getByLabel('Or why one source is enough').fill('It is the official text.')
}

describePage('what comes next', ({ browser, at }) => {
  it('tells dates as exactly as they are known; the filters are in the address and in what is subscribed to', async () => {
    const { page, complaints, close } = await visit(browser(), at('/calendar'), { awaitChart: false })
    await passed(page).getByText('China suspends its 9 October controls for a year').waitFor()
    expect(
      await passed(page)
        .getByRole('region', { name: /^10 Nov 2026/ })
        .getByRole('listitem')
        .count(),
    ).toBe(7)
    const later = page.getByRole('region', { name: /^Later/ })
    expect(await later.innerText()).toMatch(/2027\s+within \d+ months\s+Apple signs/)
    const evidence = page.getByRole('region', { name: 'How company dates are known' })
    await evidence.getByText('600111.SS', { exact: true }).waitFor()
    expect(await evidence.innerText()).toMatch(
      /MP\s+No filings held yet[\s\S]*No dividend seen in the history held/,
    )

    await choose(page, 'Whose dates', 'Companies')
    await expect.poll(() => passed(page).count()).toBe(0)
    expect(page.url()).toContain('about=companies')
    const address = page.getByLabel('Address of the calendar')
    expect(await address.inputValue()).toMatch(/\/calendar\.ics\?kind=results,activities,ex-date,payment$/)
    await page.getByLabel('Remind me').selectOption('7')
    const file = await page.request.get(await address.inputValue())
    expect(file.headers()['content-type']).toContain('text/calendar')
    expect(await file.text()).toContain('TRIGGER:-PT159H')
    expect(await page.getByText('last day the rules allow').count()).toBeGreaterThan(10)

    await page.goto(at('/calendar?jurisdiction=WTO'))
    await page.getByText('Nothing ahead fits these filters.').waitFor()
    expect(complaints()).toEqual([])
    await close()
  })

  it('axe finds nothing serious, light and dark, and 360 pixels are enough', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const viewport = { width: colorScheme === 'light' ? 1280 : 360, height: 800 }
      const { page, close } = await visit(browser(), at('/calendar'), {
        awaitChart: false,
        colorScheme,
        viewport,
      })
      await passed(page).waitFor()
      expect(await findings(page)).toEqual([])
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      expect(width).toBeLessThanOrEqual(viewport.width)
      await close()
    }
  })

  it('records an outcome with its source, and the doubt is gone', async () => {
    const { page, complaints, close } = await visit(browser(), at('/calendar'), { awaitChart: false })
    const row = passed(page)
      .getByRole('listitem')
      .filter({ hasText: 'China suspends its 9 October controls for a year' })
    await row.getByRole('button', { name: 'Record the outcome' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('What happened', { exact: true }).selectOption({ label: 'It was extended' })
    await dialog.getByRole('button', { name: 'Record the outcome' }).click()
    expect(await dialog.getByText('Fill this in').count()).toBeGreaterThan(1)
    const focused = (label: string) =>
      dialog.getByLabel(label).evaluate((field) => field === field.ownerDocument.activeElement)
    expect(await focused('New date')).toBe(true)
    await dialog.getByLabel('Announced on').fill('2026-11-10')
    await dialog.getByLabel('New date').fill('2026-11-09')
    await dialog.getByLabel('What happened, in a sentence').fill('Extended by a year.')
    await fillReason(dialog)
    await dialog.getByRole('button', { name: 'Record the outcome' }).click()
    await dialog.getByText(/Does not lie after 2026-11-10/).waitFor()
    await expect.poll(() => focused('New date')).toBe(true)
    await dialog.getByLabel('New date').fill('2027-11-10')
    // Two clicks record it once: the second is not told as a conflict with the first.
    await dialog
      .getByRole('button', { name: 'Record the outcome' })
      .evaluate((button) =>
        ['', ''].forEach(() => button.dispatchEvent(new Event('click', { bubbles: true }))),
      )
    await expect.poll(() => dialog.count()).toBe(0)
    await expect.poll(() => row.count()).toBe(0)
    expect(await page.evaluate('document.activeElement?.id')).toBe('passed')
    const year = page.getByRole('region', { name: /^Within a year/ })
    await year.getByRole('listitem').filter({ hasText: 'China suspends its 9 October' }).waitFor()

    const results = page
      .getByRole('region', { name: /^Within/ })
      .getByRole('listitem')
      .filter({ hasText: 'MP Materials Corp.: results for the year to 2026-12-31' })
    await results.getByRole('button', { name: /^Record the announced date/ }).click()
    await dialog.getByLabel('Announced date').fill('2027-02-23')
    await fillReason(dialog)
    await dialog.getByRole('button', { name: 'Record the date' }).click()
    await results.getByText('announced by the company').waitFor()
    expect(await results.innerText()).toMatch(/23 Feb 2027[\s\S]*at the latest 1 Mar 2027/)
    // The refusal above is the only complaint: the browser logs every answer of 400.
    expect(complaints().filter((one) => !one.includes('400'))).toEqual([])
    await close()
  })
})
