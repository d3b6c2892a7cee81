import { AxeBuilder } from '@axe-core/playwright'
import { expect, it } from 'vitest'
import { describePage } from '../support/page-suite.ts'
import { filterButton, selection, visit, type Visit } from '../support/page-visit.ts'

const EVENT = '/?event=cn-2025-10-09-mofcom-61-extraterritorial'
const screens = [
  ['the timeline', '/', true],
  ['an open event', EVENT, true],
  ['the data health', '/health', false],
  ['the past', '/?as_of=2026-01-05', false],
  ['the sources', '/sources', false],
  ['files in and out', '/data', false],
  ['instruments', '/data?part=instruments', false],
  ['an address that leads nowhere', '/nowhere', false],
] as const

/** Serious and critical findings, by rule and place. */
async function findings({ page }: Visit): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

describePage('looks', ({ browser, at }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    it.each(screens)(`axe finds nothing serious: %s, ${colorScheme}`, async (_, address, awaitChart) => {
      const seen = await visit(browser(), at(address), { colorScheme, awaitChart })
      await seen.page.getByRole('contentinfo').waitFor()
      expect(await findings(seen)).toEqual([])
      await seen.close()
    })

    it(`axe finds nothing serious on a phone with an event and a filter open, ${colorScheme}`, async () => {
      const seen = await visit(browser(), at('/'), { colorScheme, viewport: { width: 360, height: 740 } })
      await seen.page.getByText('Scale, days and filters').click()
      await filterButton(seen.page, 'Element').click()
      await seen.page.getByRole('checkbox', { name: /^Dy/ }).waitFor()
      expect(await findings(seen)).toEqual([])
      await seen.page.keyboard.press('Escape')
      await seen.page.goto(at(EVENT))
      await seen.page.getByRole('dialog').waitFor()
      expect(await findings(seen)).toEqual([])
      await seen.close()
    })
  }

  it.each(screens)('360 pixels are enough for %s: nothing sticks out', async (_, address, awaitChart) => {
    const { page, close } = await visit(browser(), at(address), {
      viewport: { width: 360, height: 740 },
      awaitChart,
    })
    await page.getByRole('contentinfo').waitFor({ state: 'attached' })
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await close()
  })

  it('the first Tab offers to skip what comes before the content', async () => {
    const { page, close } = await visit(browser(), at('/'))
    await page.keyboard.press('Tab')
    await expect.poll(() => page.locator(':focus').innerText()).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.getByRole('main').and(page.locator(':focus')).waitFor()
    await close()
  })

  it('on a phone an event is a sheet that Escape closes', async () => {
    const { page, close } = await visit(browser(), at(EVENT), { viewport: { width: 360, height: 740 } })
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await selection(page).waitFor({ state: 'detached' })
    await expect.poll(() => page.url()).not.toContain('event=')
    await close()
  })

  it('dark or light as the system says, unless the reader chose; the choice outlives a reload and stays out of the address', async () => {
    const { page, close } = await visit(browser(), at('/'), { colorScheme: 'dark' })
    // A notice that comes late moves what lies under it, and a press may then miss.
    await page.waitForLoadState('networkidle')
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
    const dark = await ground()
    await page.getByRole('button', { name: /Switch to light/ }).click()
    await expect.poll(ground).not.toBe(dark)
    const light = await ground()
    await page.reload()
    await expect.poll(ground).toBe(light)
    expect(new URL(page.url()).search).toBe('')
    await close()
  })

  it('needs no inline style and no eval: a stricter policy than the server’s finds nothing to refuse', async () => {
    const policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'"
    const seen = await visit(browser(), at(EVENT), {
      prepare: async (page) => {
        await page.route(at(EVENT), async (route) => {
          const response = await route.fetch()
          await route.fulfill({
            response,
            headers: { ...response.headers(), 'content-security-policy': policy },
          })
        })
      },
    })
    await filterButton(seen.page, 'Jurisdiction').click()
    await seen.page.getByRole('checkbox', { name: /^China/ }).check()
    await seen.page.getByRole('link', { name: 'Sources', exact: true }).click()
    await seen.page.getByRole('heading', { name: 'Sources and terms' }).waitFor()
    expect(seen.complaints()).toEqual([])
    await seen.close()
  })

  it('a print has the chart and the words, not the controls', async () => {
    const { page, close } = await visit(browser(), at(EVENT), { viewport: { width: 800, height: 1100 } })
    await page.getByRole('dialog').waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await selection(page).isVisible()).toBe(true)
    expect(await filterButton(page, 'Jurisdiction').isVisible()).toBe(false)
    expect(await page.getByRole('navigation').isVisible()).toBe(false)
    await close()
  })
})
