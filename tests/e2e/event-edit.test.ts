import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { describePage } from '../support/page-suite.ts'
import { visit } from '../support/page-visit.ts'
import { seedEvent, seedEvents } from '../support/seed-files.ts'

const PAUSE = 'cn-2025-11-07-mofcom-70-suspension'
const reason = {
  by: 'Bo',
  why: 'a second opinion',
  sources: [{ name: 'A page', url: 'https://example.org/a', date: '2026-11-20' }],
  one_source_because: 'a test',
}

/** Serious and critical findings, by rule and place. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

const form = (page: Page) => page.getByRole('form', { name: 'The event' })
const field = (page: Page, label: string) => form(page).getByLabel(label, { exact: true })

async function sayWhy(page: Page): Promise<void> {
  await form(page).getByLabel('Your name').fill('Ada')
  await form(page).getByLabel('What this change is for').fill('the gazette of 20 November')
  const source = form(page).getByRole('group', { name: 'Source 1' })
  await source.getByLabel('Name').fill('The gazette')
  await source.getByLabel('Day').fill('2026-11-20')
  await source.getByLabel('Address').fill('https://example.org/gazette')
  await field(page, 'Or why one source is enough').fill('it is the act itself')
}

describePage('the form of an event', ({ browser, at }) => {
  const open = (address: string) => visit(browser(), at(address), { awaitChart: false })

  it('adds an event: what is wrong is said at its field, which has the focus; the draft outlives the page', async () => {
    const { page, complaints, close } = await open('/events/new')
    await page.getByRole('button', { name: 'Add the event' }).click()
    await page.getByText('Not saved: 15 fields to look at').waitFor()
    expect(await page.locator(':focus').getAttribute('id')).toBe('field-title')
    expect(await page.locator('#field-title').getAttribute('aria-invalid')).toBe('true')
    expect(await findings(page)).toEqual([])

    await page.locator('#field-title').fill('A test pauses another')
    await page.locator('#field-summary').fill('Made by a test.')
    await page.locator('#field-instrument_type').selectOption('export-control')
    await page.locator('#field-jurisdiction').fill('CN')
    await page.locator('#field-issuing_body').fill('A ministry')
    await page.locator('#field-id').fill('cn-2026-11-20-test')
    await page.locator('#field-announced_date').fill('2026-11-20')
    await page.locator('#field-end_date').fill('2026-11-19')
    await page.locator('#field-status').selectOption('announced')
    await page.locator('#field-status_history-0-date').fill('2026-11-20')
    await page.locator('#field-status_history-0-status').selectOption('announced')
    await page.locator('#field-confidence').selectOption('verified')
    await page.locator('#field-basis').fill('a test')
    await form(page).getByLabel('Dy', { exact: true }).check()
    await page.getByRole('button', { name: 'Add to “supersedes”' }).click()
    expect(await page.locator(':focus').getAttribute('id')).toBe('field-supersedes-0')
    await page.keyboard.type(PAUSE)
    await page.getByRole('button', { name: 'Add an exposure' }).click()
    await page.locator('#field-tickers-0-ticker').selectOption('MP')
    await page.locator('#field-tickers-0-direction').selectOption('-')
    await page.locator('#field-tickers-0-reason').fill('less scarcity')

    await page.reload()
    await page.getByText('Your draft is back').waitFor()
    expect(await page.locator('#field-supersedes-0').inputValue()).toBe(PAUSE)
    await sayWhy(page)
    await page.getByRole('button', { name: 'Add the event' }).click()
    // The catalogue's own laws are told at the field too.
    await page.getByText('Not saved: 1 field to look at').waitFor()
    expect(await page.locator(':focus').getAttribute('id')).toBe('field-end_date')
    await page.locator('#field-end_date').fill('2027-11-19')
    await page.getByRole('button', { name: 'Add the event' }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/events/cn-2026-11-20-test/edit')
    await page.getByText('Added by Ada').waitFor()
    const other = await fetch(at(`/api/v1/policy-events/${PAUSE}`))
    expect(await other.json()).toMatchObject({ data: { superseded_by: ['cn-2026-11-20-test'] } })
    expect(complaints()).toEqual([])
    await close()
  })

  it('lets two who changed the same event choose field by field, and tells who did what', async () => {
    const { page, close } = await open(`/events/${PAUSE}/edit`)
    await page.locator('#field-title').fill('Mine')
    await page.locator('#field-end_date').fill('2027-11-10')
    await page.getByRole('heading', { name: 'What will change' }).waitFor()
    await page.getByRole('button', { name: 'Save 2 fields' }).waitFor()
    // Leaving asks first.
    await page.getByRole('link', { name: 'Data', exact: true }).click()
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor()
    await page.getByRole('button', { name: 'Stay' }).click()

    const now: { data: { revision: number; superseded_by: string[] } } = JSON.parse(
      await (await fetch(at(`/api/v1/policy-events/${PAUSE}`))).text(),
    )
    const { revision: base, superseded_by } = now.data
    const event = { ...seedEvent(PAUSE), superseded_by, title: 'Theirs', status_note: 'Theirs.' }
    const put = await fetch(at(`/api/v1/policy-events/${PAUSE}`), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event, base, reason }),
    })
    expect(put.status).toBe(200)

    await sayWhy(page)
    await page.getByRole('button', { name: 'Save 2 fields' }).click()
    await page.getByText('Somebody else has changed this event meanwhile').waitFor()
    expect(await page.locator(':focus').getAttribute('id')).toBe('field-conflict')
    const choice = (name: RegExp, side: string) =>
      page.getByRole('group', { name }).getByRole('radio', { name: side })
    expect(await choice(/^Last day in force/, 'Mine').isChecked()).toBe(true)
    expect(await choice(/^About the status/, 'Theirs').isChecked()).toBe(true)
    expect(await page.getByRole('button', { name: 'Go on with this' }).isDisabled()).toBe(true)
    await choice(/^Title/, 'Theirs').check()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Go on with this' }).click()
    expect(await page.locator(':focus').getAttribute('id')).toBe('field-changes')
    await page.getByRole('button', { name: 'Save 1 field', exact: true }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.getByText('Changed by Ada').waitFor()
    await page.getByText('Changed by Bo').waitFor()
    await page.getByText('the catalogue follows this').waitFor()
    await page.getByRole('button', { name: 'Put what another source says beside it' }).click()
    const claim = page.getByRole('form', { name: 'What another source says' })
    await claim.getByRole('button', { name: 'Put it beside the others' }).click()
    expect(await page.locator(':focus').getAttribute('id')).toBe('field-claim-value')
    await claim.getByLabel('About').selectOption('effective_date')
    await claim.getByLabel('What it says it is').fill('2025-11-08')
    await claim.getByLabel('In our words').fill('It begins on a Saturday.')
    await claim.getByLabel('Source', { exact: false }).first().fill('A third paper')
    await claim.getByLabel('Day of the source').fill('2026-11-20')
    await claim.getByLabel('Its address').fill('https://example.org/third')
    await claim.getByRole('button', { name: 'Put it beside the others' }).click()
    await page.getByText('It begins on a Saturday.').waitFor()
    const held = await fetch(at(`/api/v1/policy-events/${PAUSE}`))
    expect(await held.json()).toMatchObject({
      data: { title: 'Theirs', status_note: 'Theirs.', end_date: '2027-11-10' },
    })
    await close()
  })

  it('takes an event off; its page, loaded before, says so and tells its history', async () => {
    const id = 'cn-2026-11-21-short-lived'
    const event = { ...seedEvent(PAUSE), id, related: [], title: 'Short-lived' }
    const steps = event.status_history.map((step) => ({ ...step, related: null }))
    const put = await fetch(at(`/api/v1/policy-events/${id}`), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event: { ...event, status_history: steps }, base: null, reason }),
    })
    expect(put.status).toBe(200)
    const { page, close } = await open(`/events/${id}`)
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await page.getByRole('button', { name: /^Take the event off/ }).click()
    const removal = page.getByRole('form', { name: 'Take the event off the timeline' })
    expect(await page.locator(':focus').getAttribute('id')).toBe('field-remove-by')
    await removal.getByLabel('Your name').fill('Ada')
    await removal.getByLabel('What this change is for').fill('it was a rumour')
    const source = removal.getByRole('group', { name: 'Source 1' })
    await source.getByLabel('Name').fill('The ministry')
    await source.getByLabel('Day').fill('2026-11-21')
    await source.getByLabel('Address').fill('https://example.org/denial')
    await removal.getByLabel('Or why one source is enough').fill('it denies its own act')
    await removal.getByRole('button', { name: 'Take it off' }).click()
    await page.waitForURL(at('/'))
    await page.goBack()
    await page.goBack()
    await page.waitForURL(at(`/events/${id}`))
    await page.getByText('This event was taken off the timeline').waitFor()
    await page.getByText('Taken off the timeline by Ada').waitFor()
    expect(await page.getByRole('heading', { name: 'Short-lived' }).count()).toBe(0)
    await close()
  })

  it('takes a file of the catalogue in after a look, naming each fault by its place', async () => {
    const { page, close } = await open('/data?part=catalogue')
    const choose = (events: readonly object[]) =>
      page.locator('input[type=file]').setInputFiles({
        name: 'events.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(events)),
      })
    const [first] = seedEvents()
    if (first === undefined) throw new Error('the catalogue is empty')
    await choose([{ ...first, end_date: '1999-01-01' }])
    await page.getByText('[0].end_date').first().waitFor()
    await page.getByText('Nothing can be taken in until the file is mended.').waitFor()
    await page.getByRole('button', { name: 'Choose another' }).click()
    await choose([{ ...first, title: 'From a file' }])
    await page.getByText('1 changed event').waitFor()
    await page.getByRole('button', { name: 'Take in 1 change' }).click()
    expect(await page.locator(':focus').getAttribute('id')).toBe('field-reason-by')
    expect(await findings(page)).toEqual([])
    await page.locator('#field-reason-by').fill('Ada')
    await page.locator('#field-reason-why').fill('a test')
    await page.locator('#field-reason-sources-0-name').fill('The file')
    await page.locator('#field-reason-sources-0-date').fill('2026-11-20')
    await page.locator('#field-reason-sources-0-url').fill('https://example.org/file')
    await page.locator('#field-reason-one_source_because').fill('a test')
    await page.getByRole('button', { name: 'Take in 1 change' }).click()
    await page.getByText('Taken in', { exact: true }).waitFor()
    expect(await (await fetch(at('/policy-events.json'))).text()).toContain('"title": "From a file"')
    await close()
  })
})
