import { AxeBuilder } from '@axe-core/playwright'
import { chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { expect, it } from 'vitest'
import { describePage } from '../support/page-suite.ts'
import { filterButton, visit } from '../support/page-visit.ts'
import { seedJson } from '../support/seed-files.ts'

describePage('the chain', ({ browser, at }) => {
  it('a cell chosen by keyboard tells who covers it and on what basis, and the Timeline follows', async () => {
    const { page, complaints, close } = await visit(browser(), at('/chain'), { awaitChart: false })
    const grid = page.getByRole('grid', { name: 'Stages by elements' })
    await grid.getByRole('button', { name: /^Mining, lanthanum: MP operating/ }).focus()
    await page.keyboard.press('ArrowRight')
    for (let row = 0; row < 10; row++) await page.keyboard.press('ArrowDown')
    const cell = page.locator(':focus')
    await expect.poll(() => cell.innerText()).toMatch(/^Separation, dysprosium: MP planned/)
    expect(await grid.locator('button[tabindex="0"]').count()).toBe(1)
    await page.keyboard.press('Enter')
    const chosen = page.getByRole('article', { name: 'Separation · Dysprosium' })
    await chosen.getByText('feed the circuit can treat, not oxide output').waitFor()
    await chosen.getByText('48 t Dy oxide a year').waitFor()
    expect(new URL(page.url()).search).toBe('?stage=separation&element=Dy')

    const act = chosen.getByRole('link', { name: /^China controls exports of seven/ })
    expect(await act.first().getAttribute('href')).toContain('/events/cn-2025-04-04-mofcom-18')
    expect(await act.last().getAttribute('href')).toContain('event=cn-2025-04-04-mofcom-18')
    await chosen.getByRole('link', { name: 'Show on the Timeline' }).click()
    await filterButton(page, 'Stage').getByText('Separation').waitFor()
    await filterButton(page, 'Element').getByText('Dy').waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    expect(complaints()).toEqual([])
    await close()
  })

  it('an earlier day has its own states; a row is edited with its fault named, and two who edit it are told', async () => {
    const address = at('/chain?stage=separation&element=Tb&tickers=UUUU&at=2025-12-01')
    const one = await visit(browser(), address, { awaitChart: false })
    const other = await visit(browser(), address, { awaitChart: false })
    await one.page.getByText('since 7 Nov 2025. Suspended until 10 Nov 2026').waitFor()
    const open = async ({ page }: typeof one) => {
      await page.getByRole('button', { name: 'Edit UUUU, White Mesa Mill pilot, Utah' }).click()
      return page.getByRole('dialog', { name: /^Edit what/ })
    }
    const mine = await open(one)
    const theirs = await open(other)
    const capacity = (form: typeof mine) => form.getByRole('textbox', { name: 'Capacity', exact: true })
    const save = (form: typeof mine) => form.getByRole('button', { name: 'Save' }).click()

    await capacity(mine).fill('sixteen')
    await save(mine)
    await mine.getByText('A number, without thousands separators').waitFor()
    await mine.getByText('two sources, or the reason why one is enough', { exact: false }).waitFor()
    const giveReason = async (form: typeof mine) => {
      await form.getByLabel('Your name').fill('Ada')
      await form.getByLabel('What this change is for').fill('a newer goal')
      const source = form.getByRole('group', { name: 'Source 1' })
      await source.getByLabel('Name').fill('The company')
      await source.getByLabel('Day').fill('2026-11-20')
      await source.getByLabel('Address').fill('https://example.com/goal')
      await form.getByLabel('Or why one source is enough').fill('it is its own goal')
    }
    for (const [form, figure] of [
      [mine, '16'],
      [theirs, '17'],
    ] as const) {
      await capacity(form).fill(figure)
      await giveReason(form)
      await save(form)
    }
    await one.page.getByText('16 t Tb oxide a year').waitFor()
    await theirs.getByText('Somebody else has changed this row meanwhile').waitFor()
    await theirs.getByText(/Capacity:\s*16, you: 17/).waitFor()
    await theirs.getByRole('button', { name: 'Go on with mine' }).click()
    await save(theirs)
    await other.page.getByText('17 t Tb oxide a year').waitFor()
    expect(one.complaints()).toEqual([])
    await one.close()

    // An element is edited like the rest: a control that names no event is refused at its field.
    const { page } = other
    await page.getByRole('button', { name: 'Edit Terbium and its controls' }).click()
    const element = page.getByRole('dialog', { name: 'Edit an element and its controls' })
    expect(await element.getByLabel('Symbol').isDisabled()).toBe(true)
    await element.getByRole('button', { name: 'Add a control' }).click()
    const added = element.getByRole('group', { name: 'Control 2' })
    await added.getByLabel('Act, as it is cited').fill('MOFCOM No. 1 of 2027')
    await added.getByLabel('Its event, by its short name').fill('cn-2027-01-01-nothing')
    await element.getByLabel('Note').fill('Also in green phosphors.')
    await giveReason(element)
    await save(element)
    await added.getByText('No such event: cn-2027-01-01-nothing').waitFor()
    await element.getByRole('button', { name: 'Take out control 2' }).click()
    await save(element)
    await page.getByRole('article').getByText('Also in green phosphors.', { exact: false }).waitFor()

    // The past has the row of then, and nobody edits it.
    const history = at('/api/v1/chain/rows/coverage/uuuu-separation-white-mesa-mill-pilot-utah-tb/history')
    const revisions = await page.evaluate<{ data: { recorded_at: string }[] }>(
      `fetch(${JSON.stringify(history)}).then((answer) => answer.json())`,
    )
    await page.goto(`${address}&as_of=${revisions.data[1]?.recorded_at ?? ''}`)
    await page.getByText('16 t Tb oxide a year').waitFor()
    await page.getByText('You are looking at what Oreline had stored on', { exact: false }).last().waitFor()
    await page.getByText('The whole chain as a file').waitFor()
    expect(await page.getByRole('button', { name: /^(Edit|Add) / }).count()).toBe(0)
    await page.getByRole('button', { name: 'Back to now' }).click()
    await page.getByText('17 t Tb oxide a year').waitFor()
    expect(await page.getByRole('button', { name: /^Edit / }).count()).toBeGreaterThan(0)
    await page.goto(`${address}&as_of=2020-01-01`)
    await page.getByText('Oreline held no chain yet then').waitFor()
    await page.getByRole('button', { name: 'That day, as known today' }).click()
    await page.getByText('17 t Tb oxide a year').waitFor()
    await other.close()
  })

  it('axe finds nothing serious, light and dark; 360 pixels are enough; a phone has a list and a sheet', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await visit(browser(), at('/chain?stage=magnet&element=Sc'), {
        colorScheme,
        awaitChart: false,
      })
      await page.getByRole('heading', { name: 'Upstream against downstream' }).waitFor()
      // The scheme changes colours and nothing else.
      const axe = new AxeBuilder({ page })
      const { violations } = await (colorScheme === 'light' ? axe : axe.withRules('color-contrast')).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(
        serious.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
      ).toEqual([])
      await close()
    }
    const { page, close } = await visit(browser(), at('/chain'), {
      viewport: { width: 360, height: 740 },
      awaitChart: false,
    })
    await page.getByRole('heading', { name: 'Upstream against downstream' }).waitFor()
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await page.getByLabel('Stage', { exact: true }).selectOption('magnet')
    await page.getByRole('button', { name: /^Magnets, neodymium: MP commissioning or pilot/ }).click()
    await page.getByRole('dialog').getByRole('heading', { name: 'Magnets · Neodymium' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.url()).not.toContain('stage=')
    await close()
  })

  it('takes a file of the chain in after a look, naming each fault by its place', async () => {
    const { page, complaints, close } = await visit(browser(), at('/data?part=chain'), { awaitChart: false })
    const chain = chainSchema.parse(seedJson('chain'))
    const [first, ...others] = chain.china_share
    if (first === undefined) throw new Error('the chain ships with shares')
    const choose = (share: typeof first) =>
      page.locator('input[type=file]').setInputFiles({
        name: 'chain.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify({ ...chain, china_share: [share, ...others] })),
      })
    await choose({ ...first, year: '2026-2025' })
    await page.getByText('china_share.0.year').waitFor()
    await page.getByText('Nothing can be taken in until the file is mended.').waitFor()
    await page.getByRole('button', { name: 'Choose another' }).click()
    await choose({ ...first, note: 'From a file' })
    const take = page.getByRole('button', { name: /^Take in \d+ change/ })
    await take.waitFor()
    const axe = await new AxeBuilder({ page }).analyze()
    expect(axe.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
    await page.getByLabel('Your name').fill('Ada')
    await page.getByLabel('What this change is for').fill('a test')
    const source = page.getByRole('group', { name: 'Source 1' })
    await source.getByLabel('Name').fill('The file')
    await source.getByLabel('Day').fill('2026-11-20')
    await source.getByLabel('Address').fill('https://example.com/file')
    await page.getByLabel('Or why one source is enough').fill('a test')
    await take.click()
    await page.getByText('Taken in', { exact: true }).waitFor()
    expect(await (await fetch(at('/chain.json'))).text()).toContain('"note": "From a file"')
    expect(complaints()).toEqual([])
    await close()
  })
})
