import { AxeBuilder } from '@axe-core/playwright'
import { openReadyStore } from '@oreline/server/db/ready-store.ts'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { systemClock } from '../support/clock.ts'
import { silentLog } from '../support/database.ts'
import { aDocument, federalRegister, mofcom, takeIn } from '../support/documents.ts'
import { describePage } from '../support/page-suite.ts'
import { visit } from '../support/page-visit.ts'

const card = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title })
const head = (page: Page, title: string) => page.getByRole('button', { name: title })

/** Serious and critical findings, by rule and place. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

const suspension = mofcom('2026-71', {
  title: '商务部公告2026年第71号 公布继续暂停实施商务部公告2025年第61号',
  publishedOn: '2026-11-19',
})
const motors = federalRegister('2026-20400', {
  type: 'rule',
  title: 'Standards for Electric Motors',
  publishedOn: '2026-11-18',
  excerpt:
    'motors with <b onclick="x">rare earth</b> permanent magnets <script>document.title = "gone"</script>',
})

describePage('the inbox', ({ browser, at, oreline }) => {
  beforeAll(async () => {
    const store = await openReadyStore({
      databaseUrl: undefined,
      dataDir: oreline().dataDir,
      log: silentLog,
      clock: systemClock,
      beside: true,
    })
    const into = { db: store.db, clock: systemClock }
    await takeIn(into, 'mofcom', [suspension])
    await takeIn(into, 'mofcom-en', [
      mofcom('2026-71', { sourceId: 'en', language: 'en', title: 'Announcement No. 71 of 2026' }),
    ])
    await takeIn(into, 'federal-register', [
      motors,
      federalRegister('2026-2', { title: 'Sunshine Act Meetings' }),
    ])
    await takeIn(into, 'white-house', [
      aDocument({ title: 'A statement on critical minerals', publishedOn: '2026-11-17' }),
    ])
    await store.close()
  })
  const open = (address: string) => visit(browser(), at(address), { awaitChart: false })

  it('is worked with the keyboard: opened, linked in one press, dismissed with a reason, reopened', async () => {
    const { page, complaints, close } = await open('/inbox')
    await page.getByRole('link', { name: 'Inbox 3 open' }).waitFor()
    await head(page, 'Announcement No. 71 of 2026').waitFor()
    expect(await findings(page)).toEqual([])

    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const first = card(page, 'Announcement No. 71 of 2026')
    await first.getByText('English text available').waitFor()
    expect(new URL(page.url()).searchParams.get('candidate')).toBe('1')
    expect(await first.locator('mark').innerText()).toBe('暂停实施')
    expect(await findings(page)).toEqual([])
    // The first time it asks who decides, and from then on it takes one press.
    await first.getByRole('button', { name: /^Link to China claims licensing power/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Link' }).click()
    await dialog.getByText('Say who decides').waitFor()
    await dialog.getByLabel('Your name').fill('Ann')
    expect(await findings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Link' }).click()
    await page.getByRole('link', { name: 'Inbox 2 open' }).waitFor()
    await page.getByText(/^Linked by Ann on /).waitFor()
    // The button pressed has gone with its candidate; what was done is told, and has the focus.
    expect(await page.locator('output:focus').innerText()).toMatch(/^Linked: Announcement No\. 71 of 2026/)
    await page.getByRole('link', { name: 'Show the event' }).waitFor()

    await page.keyboard.press('Escape')
    await head(page, motors.title).click()
    // What a feed contains is text, whatever it looks like.
    const second = card(page, motors.title)
    await second.getByText('<b onclick="x">').first().waitFor()
    expect(await page.title()).toBe('Oreline: inbox')
    await second.getByRole('button', { name: 'Dismiss…' }).click()
    await dialog.getByRole('button', { name: 'Dismiss' }).click()
    await dialog.getByText('Say why').waitFor()
    await dialog.getByRole('textbox', { name: 'Why' }).fill('motors, not magnets')
    await dialog.getByRole('button', { name: 'Dismiss' }).click()
    await page.locator('output:focus').getByText(`Dismissed: ${motors.title}`).waitFor()
    await page.getByRole('button', { name: 'Dismissed 1' }).click()
    await head(page, motors.title).click()
    await page.getByText(/^Dismissed by Ann on .*: motors, not magnets$/).waitFor()
    await page.getByRole('button', { name: 'Reopen…' }).click()
    await dialog.getByRole('button', { name: 'Reopen' }).click()
    await page.getByRole('button', { name: 'Open 2' }).waitFor()
    expect(complaints()).toEqual([])
    await close()
  })

  it('says why a list is empty, and takes a chosen candidate to the form', async () => {
    const { page, close } = await open('/inbox?q=nothing+of+the+kind')
    await page.getByRole('heading', { name: 'No candidate fits these filters' }).waitFor()
    await page.getByRole('button', { name: 'Clear the filters' }).click()
    await head(page, 'A statement on critical minerals').click()
    await page.getByText('5 documents read, 1 of them without any term').waitFor()
    expect(await page.getByRole('link', { name: 'Create event' }).getAttribute('href')).toMatch(
      /^\/events\/new\?from=\d+$/,
    )
    await close()
  })
})
