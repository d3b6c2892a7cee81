import { expect, it } from 'vitest'
import { describePage } from '../support/page-suite.ts'
import { visit } from '../support/page-visit.ts'

describePage('the page on sources', ({ browser, at }) => {
  it('says that nothing is advice, and each source’s terms, limits and state in words', async () => {
    const { page, complaints, close } = await visit(browser(), at('/sources'), { awaitChart: false })
    await page.getByText(/^Nothing here is investment advice\. Oreline shows/).waitFor()
    const yahoo = page.getByRole('region', { name: 'Yahoo Finance' })
    expect(await yahoo.innerText()).toMatch(/Never asked[\s\S]*personal use[\s\S]*Limits/)
    const sec = page.getByRole('region', { name: 'SEC EDGAR', exact: true })
    expect(await sec.innerText()).toMatch(/Needs setup[\s\S]*SEC_CONTACT/)
    expect(complaints()).toEqual([])
    await close()
  })

  it('switches a source off and on again, as stored by Oreline and not only as drawn', async () => {
    const first = await visit(browser(), at('/sources'), { awaitChart: false })
    const asx = first.page.getByRole('region', { name: 'ASX announcements', exact: true })
    await asx.getByRole('switch').click({ force: true })
    await asx.getByText('Switched off').waitFor()
    await first.close()
    const second = await visit(browser(), at('/sources'), { awaitChart: false })
    const again = second.page.getByRole('region', { name: 'ASX announcements', exact: true })
    await expect.poll(() => again.getByText('Switched off').isVisible()).toBe(true)
    await again.getByRole('switch').click({ force: true })
    await expect.poll(() => again.getByText('Switched off').count()).toBe(0)
    await second.close()
  })
})
