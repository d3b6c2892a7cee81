import { expect, it } from 'vitest'
import { describePage } from '../support/page-suite.ts'
import { choose, eventLane, selection, visit } from '../support/page-visit.ts'

describePage('the address', ({ browser, at }) => {
  it('restores the whole state in another browser', async () => {
    const address = at(
      '/?tickers=MP,LYC.AX,SPY&from=2025-06-02&to=2025-12-31&base=2025-07-09&stage=magnet&context=true' +
        '&event=us-2025-07-10-dod-mp-equity-package&list=filings&tz=sydney',
    )
    const { page, close } = await visit(browser(), address)
    for (const [ticker, pressed] of [
      ['MP', 'true'],
      ['LYC.AX', 'true'],
      ['UUUU', 'false'],
      ['600111.SS', 'false'],
    ]) {
      const toggle = page.getByRole('button', { name: String(ticker), exact: true })
      expect(await toggle.getAttribute('aria-pressed')).toBe(pressed)
    }
    expect(await page.getByRole('button', { name: 'Against SPY' }).count()).toBe(1)
    expect(await page.locator('input[title="First day shown"]').inputValue()).toBe('2025-06-02')
    expect(await page.locator('input[title="Last day shown"]').inputValue()).toBe('2025-12-31')
    expect(await page.getByLabel('Day that reads 100').inputValue()).toBe('2025-07-09')
    expect(await page.getByRole('button', { name: 'Stage Magnets' }).count()).toBe(1)
    expect(await page.getByRole('switch', { name: /Background/ }).isChecked()).toBe(true)
    expect(await page.getByRole('tab', { name: /Filings/ }).getAttribute('aria-selected')).toBe('true')
    expect(await page.getByLabel('Show times in').inputValue()).toBe('sydney')
    expect(await selection(page).getByRole('heading', { level: 2 }).count()).toBe(1)
    expect(page.url()).toBe(address)
    await close()
  })

  it('follows every choice, keeps defaults out, and goes back step by step', async () => {
    const { page, close } = await visit(browser(), at('/'))
    await choose(page, 'Range', '1Y')
    await choose(page, 'Scale', 'Price')
    await page.getByRole('button', { name: 'UUUU', exact: true }).click()
    await expect
      .poll(() => new URL(page.url()).search)
      .toBe('?range=1y&mode=price&tickers=MP,LYC.AX,600111.SS')
    await page.goBack()
    await expect.poll(() => new URL(page.url()).search).toBe('?range=1y&mode=price')
    await page.goBack()
    await page.goBack()
    await expect.poll(() => new URL(page.url()).search).toBe('')
    expect(await page.getByRole('radio', { name: '3Y' }).isChecked()).toBe(true)
    await close()
  })

  it('survives nonsense: names what it could not read and shows the usual view', async () => {
    const { page, complaints, close } = await visit(
      browser(),
      at('/?range=forever&from=yesterday&tickers=%3Cscript%3E&currency=XAU&event=no-such-event'),
    )
    await page.getByText('Parts of the address could not be read').waitFor()
    await page.getByText('tickers, range, from, currency: the usual view is shown instead.').waitFor()
    await selection(page).getByRole('heading', { name: 'No such event' }).waitFor()
    expect(await eventLane(page).count()).toBe(1)
    expect(complaints()).toEqual([])
    await close()
  })

  it('keeps the view on the way to the sources and back', async () => {
    const { page, close } = await visit(browser(), at('/?range=1y&tz=utc'))
    await page.getByRole('link', { name: 'Sources', exact: true }).click()
    await page.getByRole('heading', { name: 'Sources and terms' }).waitFor()
    expect(await page.getByLabel('Show times in').inputValue()).toBe('utc')
    await page.getByRole('link', { name: 'Timeline' }).click()
    await eventLane(page).waitFor()
    expect(await page.getByRole('radio', { name: '1Y' }).isChecked()).toBe(true)
    await close()
  })

  it('that leads nowhere says so', async () => {
    const { page, close } = await visit(browser(), at('/no/such/page'), { awaitChart: false })
    const heading = page.getByRole('heading', { name: 'There is nothing at this address' })
    await expect.poll(() => heading.isVisible()).toBe(true)
    await close()
  })
})
