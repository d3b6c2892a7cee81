import { expect, it } from 'vitest'
import { describePage } from '../support/page-suite.ts'
import { seedEvents } from '../support/seed-files.ts'
import { eventLane, filterButton, selection, visit } from '../support/page-visit.ts'

const lines = 'path.recharts-curve.recharts-line-curve'
const CONTROLS = 'cn-2025-10-09-mofcom-61-extraterritorial'

describePage('the timeline', ({ browser, at }) => {
  it('shows four stocks and the catalogue on the first visit, without a network and without a complaint', async () => {
    const { page, complaints, close } = await visit(browser(), at('/'))
    await page.locator(lines).nth(3).waitFor({ state: 'attached' })
    const table = page.getByRole('table', { name: /Newest figures/ })
    for (const ticker of ['MP', 'LYC.AX', 'UUUU', '600111.SS']) {
      const row = table.getByRole('row', { name: new RegExp(`^${ticker.replace('.', '\\.')}`) })
      await expect.poll(() => row.innerText()).toMatch(/Starter history\s*stale/)
    }
    expect(await page.getByText(/^157 of 164 events$/).count()).toBe(1)
    await page.getByRole('listitem').filter({ hasText: 'New York' }).first().waitFor()
    expect(complaints()).toEqual([])
    await close()
  })

  it('by keyboard alone: an event opens its panel, Escape gives the focus back', async () => {
    const { page, close } = await visit(browser(), at('/'))
    await eventLane(page).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await selection(page).waitFor()
    expect(page.url()).toContain('event=')
    const heading = selection(page).getByRole('heading', { level: 2 })
    expect(await heading.and(page.locator(':focus')).count()).toBe(1)
    await page.keyboard.press('Escape')
    await selection(page).waitFor({ state: 'detached' })
    expect(await eventLane(page).and(page.locator(':focus')).count()).toBe(1)
    await close()
  })

  it('tells an event in full: state without a guess, sessions per exchange, judgement, sources', async () => {
    const { page, close } = await visit(browser(), at(`/?event=${CONTROLS}`))
    const panel = selection(page)
    const text = await panel.innerText()
    expect(text).toContain('Pause ended 10 Nov 2026, outcome unconfirmed.')
    expect(text).toMatch(/New York\s+9 Oct 2025\s+certain/)
    expect(text).toContain('no test of chance')
    expect(text).toContain('9 Oct 2025, 08:00 to 11:59 Beijing')
    const links = await panel.locator('a[target=_blank]').all()
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) {
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
      expect(await link.getAttribute('href')).toMatch(/^https?:/)
    }
    await close()
  })

  it('lists the events to read: sorted by title, opened by a link', async () => {
    const { page, close } = await visit(browser(), at('/'))
    await page.getByRole('button', { name: 'Event', exact: true }).click()
    const rows = page.getByRole('table').last().getByRole('row')
    const first = rows.nth(1)
    expect(await page.getByRole('columnheader', { name: 'Event' }).getAttribute('aria-sort')).toBe(
      'ascending',
    )
    const title = await first.getByRole('link').innerText()
    await first.getByRole('link').click()
    await selection(page).getByRole('heading', { name: title }).waitFor()
    expect(page.url()).toContain('sort=title')
    await close()
  })

  it('tells what was in force on 1 December 2025: by address, by keyboard, by dragging, and back to today', async () => {
    const { page, complaints, close } = await visit(browser(), at('/?at=2025-12-01'))
    const bar = page.getByRole('region', { name: 'State on a day' })
    await bar.getByText('On 1 Dec 2025:').waitFor()
    expect(await bar.innerText()).toMatch(/83\s+In force\s+7\s+Suspended/)
    expect(await page.getByRole('cell', { name: 'Not yet public' }).count()).toBeGreaterThan(20)
    expect(await bar.getByText(/^Oreline keeps its records since/).count()).toBe(1)
    expect(await bar.getByRole('radio', { name: 'As Oreline had it then' }).isDisabled()).toBe(true)

    const slider = page.getByRole('slider', { name: 'State of the events on' })
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    await bar.getByText('On 30 Nov 2025:').waitFor()
    await page.keyboard.press('PageDown')
    await expect.poll(() => page.url()).toContain('at=2025-10-30')
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^30 Oct 2025: .*in force/)
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => page.url()).toContain('at=2025-10-31')
    expect(await bar.getByText('On 31 Oct 2025:').count()).toBe(1)

    const box = await slider.boundingBox()
    if (box === null) throw new Error('the slider is not drawn')
    const y = box.y + box.height / 2
    await page.mouse.move(box.x + box.width * 0.3, y)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, y, { steps: 8 })
    const dragged = await bar.getByText(/^On /).innerText()
    // The address is written when the day is let go, not on the way.
    expect(page.url()).toContain('at=2025-10-31')
    await page.mouse.up()
    await expect.poll(() => page.url()).not.toContain('at=2025-10-31')
    expect(await bar.getByText(/^On /).innerText()).toBe(dragged)

    await bar.getByRole('button', { name: /In force$/ }).click()
    await expect.poll(() => page.url()).toContain('status=effective')
    await bar.getByRole('button', { name: 'Today', exact: true }).click()
    await expect.poll(() => page.url()).not.toContain('at=')
    expect(complaints()).toEqual([])
    await close()
  })

  it('filters with counts, says when nothing is left, and clears', async () => {
    const { page, close } = await visit(browser(), at('/'))
    await filterButton(page, 'Jurisdiction').click()
    await page.getByRole('checkbox', { name: /^China/ }).check()
    const chinese = seedEvents().filter((event) => event.jurisdiction === 'CN' && !event.context_only).length
    await page.getByText(`${chinese} of 164 events`, { exact: true }).waitFor()
    expect(page.url()).toContain('jurisdiction=CN')
    await page.keyboard.press('Escape')
    expect(await filterButton(page, 'Jurisdiction').and(page.locator(':focus')).count()).toBe(1)
    await page.goto(at('/?jurisdiction=JP&element=W'))
    await page.getByText('No event passes all filters').waitFor()
    await page.getByRole('status').getByRole('button', { name: 'Clear filters' }).click()
    await page.getByText(/^157 of 164 events$/).waitFor()
    expect(page.url()).not.toContain('element')
    await close()
  })

  it('US dollars without rates: says so, draws only what is in dollars, and leads back', async () => {
    const { page, close } = await visit(browser(), at('/?currency=USD'))
    await page.getByText(/^No exchange rates yet: .*LYC\.AX.* cannot be shown in US dollars$/).waitFor()
    const table = page.getByRole('table', { name: /Newest figures/ })
    expect(await table.getByRole('row', { name: /^LYC\.AX/ }).innerText()).toContain('no price yet')
    expect(await table.getByRole('row', { name: /^MP/ }).innerText()).toContain('$')
    await page.getByRole('button', { name: 'Local currency' }).click()
    await table.getByRole('row', { name: /^LYC\.AX.*A\$/ }).waitFor()
    expect(page.url()).not.toContain('currency')
    await close()
  })
})
