import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describePage } from '../support/page-suite.ts'
import { visit } from '../support/page-visit.ts'

const description = {
  name: 'NdPr metal of a test',
  elements: ['Nd', 'Pr'],
  form: 'metal',
  currency: 'USD',
  per: 'kg',
  vat_percent: 13,
  incoterm: null,
  purity_percent: null,
  frequency: 'daily',
  source: 'a test',
  licence_note: 'made up for a test',
}
const points = [
  { date: '2026-03-02', value: 113 },
  { date: '2026-03-03', value: 226 },
]

/** Serious and critical findings, by rule and place. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

describePage('the floor against the market', ({ browser, at }) => {
  const send = async (address: string, method: string, body: object) => {
    const { origin } = new URL(at('/'))
    const answer = await fetch(at(address), {
      method,
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(200)
  }

  it('says how to load a market price, refuses one on another footing, and draws it once its steps are stated', async () => {
    const { page, complaints, close } = await visit(browser(), at('/floor'), { awaitChart: false })
    await page.getByText('No market price of NdPr is held').waitFor()
    // What was disclosed is there all the same: 51 million in the fourth quarter of 2025, 917 t in the first of 2026.
    await page.getByRole('button', { name: 'As table' }).click()
    const table = page.getByRole('table').filter({ hasText: 'Figures MP Materials disclosed' })
    await table
      .getByRole('row', { name: /2025 Q4.*Price Protection Agreement income.*51 USD million/ })
      .waitFor()
    await table.getByRole('row', { name: /2026 Q1.*NdPr production.*917 t/ }).waitFor()
    expect(await findings(page)).toEqual([])

    await send('/api/v1/commodities/ndpr-metal-test', 'PUT', description)
    await send('/api/v1/commodities/ndpr-metal-test/points', 'POST', { points })
    await page.reload()
    const refusal = page.getByText('NdPr metal of a test is not drawn against the floor')
    await refusal.waitFor()
    expect(await page.getByRole('slider').count()).toBe(0)
    await page.getByRole('checkbox', { name: /13 % value-added tax/ }).check()
    await page.getByText('Its prices are of metal; the floor is for oxide.').waitFor()
    await page.getByRole('checkbox', { name: /prices of the oxide/ }).check()
    await page.getByText(/Made so: without 13 % value-added tax.*per oxide holding it/).waitFor()
    expect(await refusal.count()).toBe(0)
    expect(new URL(page.url()).search).toContain('without_vat=true')

    // 226 with tax are 200 without, times the 0.8499 of metal in the oxide; the day before, half of it.
    const slider = page.getByRole('slider', { name: 'Day read out' })
    await page.getByText('3 Mar 2026: market $169.99/kg, floor $110.00/kg: $59.99/kg above it').waitFor()
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    await page.getByText('2 Mar 2026: market $84.99/kg, floor $110.00/kg: $25.01/kg below it').waitFor()
    expect(await findings(page)).toEqual([])

    // The past of another screen, carried here, is not passed over in silence.
    await page.goto(at('/floor?as_of=2026-01-01T10:00:00Z'))
    const told = page.getByText(/The address asks for what was stored on 1 Jan 2026/)
    await told.waitFor()
    await page.getByRole('button', { name: 'Leave the past' }).click()
    await told.waitFor({ state: 'detached' })
    expect(new URL(page.url()).search).toBe('')
    expect(complaints()).toEqual([])
    await close()
  })
})
