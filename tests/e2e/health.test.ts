import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { answerHealthy, meta, quarantined } from '../support/health-answers.ts'
import { describePage } from '../support/page-suite.ts'
import { visit } from '../support/page-visit.ts'

const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' })
const ribbon = (page: Page) => page.getByText(/^You are looking at what Oreline had stored on/).last()
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

describePage('data health and the past', ({ browser, at }) => {
  it('of an Oreline without a network: says what is wrong in order of weight, each with a way to it', async () => {
    const { page, complaints, close } = await visit(browser(), at('/health'), { awaitChart: false })
    const told = verdict(page)
    await told.getByText(/^Not everything is fine: \d+ things to look at\.$/).waitFor()
    expect(await told.getByRole('link').first().innerText()).toBe(
      'Oreline was started offline: no source is asked',
    )
    await told.getByRole('link', { name: /series are not fresh/ }).click()
    await expect.poll(() => page.url()).toMatch(/\/health#series$/)
    await part(page, 'Series of prices').getByRole('rowheader', { name: /^MP / }).waitFor()
    expect(complaints()).toEqual([])
    await close()
  })

  it('says that everything is fine when it is, and not once an answer fails to come', async () => {
    const { page, close } = await visit(browser(), at('/health'), {
      awaitChart: false,
      prepare: async (opened) => {
        await opened.clock.install()
        await answerHealthy(opened)
      },
    })
    await verdict(page).getByText('Everything is fine.').waitFor()
    await page.route('**/api/v1/gaps', (route) => route.abort())
    await page.clock.runFor(20_000)
    await verdict(page)
      .getByText('Nobody can say whether everything is fine: the gaps could not be loaded.')
      .waitFor()
    expect(await verdict(page).getByText('Everything is fine.').count()).toBe(0)
    await close()
  })

  it('asks before an answer that was kept out is accepted; Escape leaves it, a refusal is shown, success is announced', async () => {
    const decided: unknown[] = []
    let refuse = true
    const { page, close } = await visit(browser(), at('/health'), {
      awaitChart: false,
      prepare: async (opened) => {
        await answerHealthy(opened, { quarantine: [quarantined] })
        await opened.route('**/api/v1/quarantine/7/decision', (route) => {
          decided.push(route.request().postDataJSON())
          return refuse
            ? route.fulfill({
                status: 409,
                contentType: 'application/problem+json',
                json: {
                  type: 'x',
                  title: 'Too late',
                  status: 409,
                  detail: 'A newer answer has come.',
                  code: 'x',
                },
              })
            : route.fulfill({
                json: { data: { id: 7, decision: 'accepted', rows_written: 1_700 }, meta: meta },
              })
        })
      },
    })
    const list = part(page, 'Answers kept out')
    await list.getByRole('img', { name: /^From 16 Nov 2026 to 17 Nov 2026 the held closes/ }).waitFor()
    await list.getByRole('button', { name: 'Accept the answer about MP' }).click()
    const dialog = page.getByRole('dialog', { name: 'Accept the answer about MP?' })
    await dialog.getByText(/stored anew as Yahoo Finance sent it/).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(decided).toEqual([])

    await list.getByRole('button', { name: 'Accept the answer about MP' }).click()
    await dialog.getByRole('button', { name: 'Accept' }).click()
    await dialog.getByText('Not done: A newer answer has come.').waitFor()
    refuse = false
    await page.route('**/api/v1/quarantine', (route) => route.fulfill({ json: { data: [], meta: meta } }))
    await dialog.getByRole('button', { name: 'Accept' }).click()
    await list.getByText('The answer about MP was accepted: 1,700 rows written.').waitFor()
    expect(decided).toEqual([{ decision: 'accept' }, { decision: 'accept' }])
    await list.getByText('No answer waits for a decision.').waitFor()
    await close()
  })

  it('overrules a day of a calendar, and takes it back', async () => {
    const { page, complaints, close } = await visit(browser(), at('/health'), { awaitChart: false })
    const calendars = part(page, 'Trading calendars')
    const form = calendars.getByRole('form', { name: 'Overrule a day' })
    await form.getByRole('button', { name: 'Overrule the calendar' }).click()
    await form.getByText('Which day?').waitFor()
    await form.getByLabel('Day', { exact: true }).fill('2026-12-23')
    await form.getByLabel('What is true').selectOption('early-close')
    await form.getByLabel('Why, and where it was announced').fill('a notice of the exchange')
    await form.getByRole('button', { name: 'Overrule the calendar' }).click()
    await form.getByText('Stored: New York, 23 Dec 2026: closes early at 13:00.').waitFor()
    await calendars.getByRole('button', { name: /^Take back: New York, 23 Dec 2026/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
    await calendars.getByText(/^Taken back: New York, 23 Dec 2026/).waitFor()
    await calendars.getByText('No day is overruled: the shipped calendars hold.').waitFor()
    expect(complaints()).toEqual([])
    await close()
  })

  it('chooses the source of a series after asking, and goes back to the usual order', async () => {
    const { page, close } = await visit(browser(), at('/health'), { awaitChart: false })
    const source = page.getByLabel('Source of 600111.SS')
    await source.selectOption('tencent')
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => source.inputValue()).toBe('')
    await source.selectOption('tencent')
    await page.getByRole('dialog').getByRole('button', { name: 'Use Tencent Finance' }).click()
    await expect.poll(() => source.inputValue()).toBe('tencent')
    await page.reload()
    await expect.poll(() => source.inputValue()).toBe('tencent')
    await source.selectOption('')
    await page.getByRole('dialog').getByRole('button', { name: 'Use the usual order' }).click()
    await expect.poll(() => source.inputValue()).toBe('')
    await close()
  })

  it('asks for prices, filings and events of that moment; nothing of now stands beside them, on paper neither', async () => {
    const asked: string[] = []
    const { page, complaints, close } = await visit(browser(), at('/?tz=utc'))
    page.on('request', (request) => asked.push(request.url()))
    await page.getByText('As Oreline had it then').click()
    await expect.poll(() => page.url()).toContain('as_of=')
    await page.getByRole('button', { name: 'As stored on…' }).click()
    const form = page.getByRole('form', { name: 'As stored on' })
    await form.getByLabel('Time, if it matters').fill('')
    await form.getByRole('button', { name: 'Show' }).click()
    await ribbon(page).waitFor()
    await page.getByRole('listbox', { name: 'Policy events' }).waitFor()
    expect(asked.filter((url) => /as_of=/.test(url)).map((url) => /v1\/([a-z-]+)/.exec(url)?.[1])).toEqual(
      expect.arrayContaining(['prices', 'filings', 'policy-events']),
    )
    expect(await page.getByRole('button', { name: 'Refresh now' }).count()).toBe(0)
    expect(await page.getByRole('list', { name: 'Exchanges now' }).count()).toBe(0)
    await page.emulateMedia({ media: 'print' })
    expect(await ribbon(page).isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('link', { name: 'Data health' }).click()
    await verdict(page)
      .getByText(/^Not everything is fine: \d/)
      .waitFor()
    expect(await ribbon(page).count()).toBe(0)
    await page.goBack()
    await page.getByRole('button', { name: 'Back to now' }).click()
    await page.getByRole('button', { name: 'Refresh now' }).waitFor()
    expect(page.url()).not.toContain('as_of')
    expect(complaints()).toEqual([])
    await close()
  })

  it('before the first row: says that nothing was stored, and since when something is', async () => {
    const { page, close } = await visit(browser(), at('/?as_of=2026-01-05&tz=utc'), { awaitChart: false })
    const notice = page.getByRole('status').filter({ hasText: 'had stored no prices of these stocks' })
    expect(await notice.innerText()).toContain('on 5 Jan 2026, 23:59 UTC')
    await notice.getByText(/^The oldest row it holds was stored on \d+ \w+ \d{4}/).waitFor()
    expect(await page.getByRole('listbox', { name: 'Policy events' }).count()).toBe(0)
    await close()
  })

  it('tells every revision of a bar on demand, and of a moment ahead that now is shown', async () => {
    const { page, close } = await visit(browser(), at('/?day=2026-10-06&as_of=2999-01-01'))
    await page.getByText('The moment in the address has not come yet').waitFor()
    expect(await ribbon(page).count()).toBe(0)
    const panel = page.getByRole('article')
    await panel.getByRole('button', { name: 'MP', exact: true }).click()
    const table = panel.getByRole('table', { name: 'Revisions of MP' })
    expect(await table.innerText()).toMatch(/Starter history[\s\S]*First stored, final\./)
    await close()
  })
})
