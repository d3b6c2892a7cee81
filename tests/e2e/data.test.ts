import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describePage } from '../support/page-suite.ts'
import { visit } from '../support/page-visit.ts'

const days = Array.from({ length: 20 }, (_, place) => `2026-03-${String(place + 2).padStart(2, '0')}`)
const ndpr = ['date,ndpr_oxide_cny_t', ...days.map((day, place) => `${day},${600_000 + 1_000 * place}`)].join(
  '\n',
)

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const state = (page: Page) => page.locator('#import-state')
const dialog = (page: Page) => page.getByRole('dialog')

async function choose(page: Page, name: string, text: string | Buffer): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

async function sayWhence(page: Page): Promise<void> {
  await field(page, 'Who published the figures').fill('a test')
  await field(page, 'Terms or licence').fill('for testing')
}

/** Serious and critical findings, by rule and place. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

describePage('the screen on data', ({ browser, at }) => {
  const open = (address: string) => visit(browser(), at(address), { awaitChart: false })

  it('takes a file in once, shows what it stands on and how it is converted, and takes it back', async () => {
    const { page, complaints, close } = await open('/data')
    await choose(page, 'ndpr.csv', ndpr)
    await page.getByRole('button', { name: 'Check the file' }).click()
    // What is missing is said at its field, the first of which has the focus.
    expect(await field(page, 'Published').and(page.locator(':focus')).count()).toBe(1)
    expect(await field(page, 'Published').getAttribute('aria-invalid')).toBe('true')
    const told = (await field(page, 'Published').getAttribute('aria-describedby')) ?? ''
    expect(await page.locator(`#${told.split(' ').at(-1) ?? ''}`).innerText()).toBe(
      'Say how often it is published',
    )
    expect(await field(page, 'Currency').inputValue()).toBe('CNY')
    expect(await findings(page)).toEqual([])

    await field(page, 'Published').selectOption('daily')
    await field(page, 'Name').fill('NdPr oxide of a test')
    await sayWhence(page)
    await page.getByRole('button', { name: 'Check the file' }).click()
    await state(page).getByText('20 rows read without a problem, 2 Mar 2026 to 21 Mar 2026').waitFor()
    await page.getByRole('button', { name: 'Import 20 rows' }).dblclick()
    await page.getByText('Imported: 20 rows of ndpr-oxide-of-a-test').waitFor()
    await page.getByRole('button', { name: 'Undo the import of ndpr.csv' }).first().waitFor()
    expect(await page.getByRole('button', { name: 'Undo the import of ndpr.csv' }).count()).toBe(1)

    await page.getByRole('link', { name: 'See the series' }).click()
    await page.locator('path.recharts-line-curve').first().waitFor({ state: 'attached' })
    await page.getByText('In CNY/t, VAT not known, oxide.').waitFor()
    await page.getByRole('listbox', { name: 'Policy events' }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 360, height: 740 })
    await expect.poll(() => page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360)
    expect(await findings(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('radiogroup', { name: 'Form' }).getByText('As metal').click()
    await page.getByText(/per metal contained: .* % metal by mass/).waitFor()
    await page.getByRole('radiogroup', { name: 'Price' }).getByText('USD/kg without VAT').click()
    await page.getByText('NdPr oxide of a test is not shown like this').waitFor()
    expect(new URL(page.url()).search).toContain('form=metal&price=usd-kg')

    await page.getByRole('tab', { name: 'Files' }).click()
    await page.getByRole('button', { name: 'Undo the import of ndpr.csv' }).click()
    await dialog(page).getByText('The 20 rows that ndpr.csv wrote').waitFor()
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    await expect
      .poll(() => page.locator(':focus').getAttribute('aria-label'))
      .toBe('Undo the import of ndpr.csv')
    await page.getByRole('button', { name: 'Undo the import of ndpr.csv' }).click()
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByText('ndpr.csv was taken back: 20 rows undone.').waitFor()
    // The browser itself notes the conversion that Oreline refused.
    expect(complaints().filter((one) => !one.includes('status of 400'))).toEqual([])
    await close()
  })

  it('refuses what is no text, is empty or too large, without sending it; reads what is not UTF-8 as told', async () => {
    const { page, close } = await open('/data')
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url())
    })
    await choose(page, 'book.xlsx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]))
    await page.getByText('book.xlsx: This is no text: it is an Excel workbook').waitFor()
    await choose(page, 'nothing.csv', '')
    await page.getByText('nothing.csv: The file is empty.').waitFor()
    await page.evaluate(`(() => {
      const input = document.querySelector('input[type=file]')
      const chosen = new DataTransfer()
      chosen.items.add(new File([new Uint8Array(50 * 1024 * 1024)], 'large.csv'))
      input.files = chosen.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })()`)
    await page.getByText('large.csv: The file has 50 MB; at most 18 MB are taken in at once.').waitFor()
    // 日期,价格 in GB18030.
    await choose(page, 'gbk.csv', Buffer.from([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xbc, 0xdb, 0xb8, 0xf1]))
    await page.getByText('日期,价格', { exact: true }).waitFor()
    await page.getByLabel('The file is not UTF-8. Read it as').selectOption('windows-1252')
    await page.getByText('ÈÕÆÚ,¼Û¸ñ', { exact: true }).waitFor()
    expect(sent).toEqual([])
    await close()
  })

  it('names problems by line, lets nothing in with one, keeps the form when Oreline is away, and asks before leaving', async () => {
    const { page, close } = await open('/data')
    await page.getByText('or paste the text').click()
    await page.getByLabel('CSV text').fill('date,close\n2026-03-02,30\n2026-03-03,thirty')
    await page.getByRole('button', { name: 'Use this text' }).click()
    await field(page, 'Instrument').selectOption('LYC.AX')
    await field(page, 'Prices are').selectOption('raw')
    await field(page, 'Currency').fill('USD')
    await sayWhence(page)
    const check = page.getByRole('button', { name: 'Check the file' })

    await page.route('**/api/v1/imports/preview', (route) => route.abort())
    await check.click()
    await page.getByText('Nothing was written: Oreline does not answer').waitFor()
    await page.unroute('**/api/v1/imports/preview')

    // What Oreline refuses stands at its field.
    await check.click()
    await state(page).getByText('1 field to look at above').waitFor()
    expect(await field(page, 'Currency').getAttribute('aria-invalid')).toBe('true')
    await field(page, 'Currency').fill('AUD')
    await check.click()
    const problems = page.getByRole('alert').filter({ hasText: 'Problems' })
    expect(await problems.getByRole('row').nth(1).innerText()).toMatch(/^3\s+close\s/)
    expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true)

    await page.getByRole('link', { name: 'Sources', exact: true }).click()
    await dialog(page).getByText('pasted.csv has not been taken in').waitFor()
    await page.getByRole('button', { name: 'Stay' }).click()
    expect(await field(page, 'Currency').inputValue()).toBe('AUD')
    await page.getByRole('tab', { name: 'Instruments' }).click()
    await page.getByRole('tab', { name: 'Files' }).click()
    expect(await field(page, 'Currency').inputValue()).toBe('AUD')
    await page.getByRole('link', { name: 'Sources', exact: true }).click()
    await page.getByRole('button', { name: 'Leave' }).click()
    await page.getByRole('heading', { name: 'Sources and terms' }).waitFor()
    await close()
  })

  it('gives tables out as addresses that answer in CSV', async () => {
    const { page, close } = await open('/data')
    const link = page.getByRole('link', { name: 'Daily prices' })
    const address = (await link.getAttribute('href')) ?? ''
    const answer = await page.request.get(at(address))
    expect(answer.headers()['content-type']).toContain('text/csv')
    expect(await answer.text()).toMatch(/^ticker,date,open[\s\S]*\r\nMP,2024-/)
    await close()
  })

  it('follows a symbol as far as it can, refuses in words, pauses and resumes as stored', async () => {
    const { page, close } = await open('/data?part=instruments')
    const symbol = page.getByLabel('Symbol')
    await symbol.fill('no symbol!')
    await page.getByRole('button', { name: 'Follow it' }).click()
    await page.getByText('Write a symbol as Yahoo writes it').waitFor()
    expect(await symbol.getAttribute('aria-invalid')).toBe('true')
    await symbol.fill('mp')
    await page.keyboard.press('Enter')
    await page.getByText('MP is followed already.').waitFor()
    await symbol.fill('usar')
    await page.keyboard.press('Enter')
    const asked = page.getByRole('row').filter({ hasText: 'USAR' })
    expect(await asked.getByText(/offline/).innerText()).toContain('Yahoo is not asked now')
    await page.getByRole('button', { name: 'Pause UUUU' }).click()
    await page.getByText('UUUU is paused').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Resume UUUU' }).click()
    await page.getByRole('button', { name: 'Pause UUUU' }).waitFor()
    expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0)
    await close()
  })

  it('an added instrument has a button on the timeline, and is removed after a question', async () => {
    const { page, close } = await open('/data?part=instruments')
    const removed: string[] = []
    await page.route('**/api/v1/instruments', async (route) => {
      const response = await route.fetch()
      const { data, meta }: { data: { ticker: string }[]; meta: unknown } = await response.json()
      const [first] = data
      const added = { ...first, ticker: 'USAR', name: 'USA Rare Earth', role: 'context', added: true }
      await route.fulfill({ response, json: { data: [...data, added], meta } })
    })
    await page.route('**/api/v1/instruments/USAR', (route) => {
      removed.push(route.request().method())
      return route.abort()
    })
    await page.reload()
    await page.getByRole('button', { name: 'Remove USAR' }).click()
    await dialog(page).getByText('Nothing stored is deleted').waitFor()
    await page.getByRole('button', { name: 'Remove it' }).click()
    await page.getByText(/^USAR: Oreline does not answer/).waitFor()
    expect(removed).toEqual(['DELETE'])
    await page.getByRole('link', { name: 'Timeline', exact: true }).click()
    await page.getByRole('group', { name: 'Lines' }).getByRole('button', { name: 'USAR' }).click()
    await expect.poll(() => page.url()).toContain('USAR')
    await close()
  })
})
