import { getFilings } from '@oreline/shared/api/filings.ts'
import { describe, expect } from 'vitest'
import { ask, read, test } from '../../support/app.ts'
import { instant } from '../../support/brands.ts'
import { csvRecords } from '../../support/csv-records.ts'
import { aFiling, takeInReference, writeFilings } from '../../support/store-rows.ts'

const monday = instant('2026-11-16T08:00:00.000Z')
const tuesday = instant('2026-11-17T08:00:00.000Z')
const at = (moment: string) => ({ publishedAt: instant(moment), precision: 'instant' as const })

describe('filings', () => {
  test('newest first; of a day those without an hour last; of all tickers or some', async ({ app, db }) => {
    await takeInReference(db, monday)
    await writeFilings(db, { at: tuesday, ticker: 'MP' }, [
      aFiling('a', '2026-11-12'),
      aFiling('b', '2026-11-13', at('2026-11-13T21:00:00.000Z')),
      aFiling('c', '2026-11-13'),
      aFiling('d', '2026-11-13', at('2026-11-13T22:00:00.000Z')),
    ])
    await writeFilings(db, { at: tuesday, ticker: 'LYC.AX', source: 'asx' }, [
      aFiling('e', '2026-11-14', { form: 'Quarterly', priceSensitive: true }),
    ])
    const ids = async (query: string) =>
      (await read(app, getFilings, `/api/v1/filings?${query}`)).data.map(({ id }) => id)
    expect(await ids('')).toEqual(['asx:e', 'sec:d', 'sec:b', 'sec:c', 'sec:a'])
    expect(await ids('tickers=MP&from=2026-11-13')).toEqual(['sec:d', 'sec:b', 'sec:c'])
    expect(await ids('to=2026-11-12')).toEqual(['sec:a'])
    expect(await ids('form=Quarterly,10-K')).toEqual(['asx:e'])
    expect(await ids('sensitive=true')).toEqual(['asx:e'])
    expect(await ids('sensitive=false')).toEqual([])
  })

  test('page after page gives what one page gives, days without an hour included', async ({ app, db }) => {
    await takeInReference(db, monday)
    const filings = Array.from({ length: 11 }, (_, i) =>
      aFiling(`f${i}`, `2026-11-1${i % 3}`, i % 2 === 0 ? {} : at(`2026-11-1${i % 3}T10:00:00.000Z`)),
    )
    await writeFilings(db, { at: tuesday, ticker: 'MP' }, filings)
    const whole = await read(app, getFilings, '/api/v1/filings')
    const rows: unknown[] = []
    let next: string | null = null
    do {
      const page: { data: unknown[]; meta: { next: string | null } } = await read(
        app,
        getFilings,
        `/api/v1/filings?limit=2${next === null ? '' : `&next=${next}`}`,
      )
      rows.push(...page.data)
      next = page.meta.next
    } while (next !== null && rows.length < 20)
    expect(rows).toEqual(whole.data)
  })

  test('a title that was changed reads as it stood', async ({ app, db }) => {
    await takeInReference(db, monday)
    await writeFilings(db, { at: tuesday, ticker: 'MP' }, [aFiling('a', '2026-11-12', { title: 'Old' })])
    const before = await read(app, getFilings, '/api/v1/filings')
    await writeFilings(db, { at: instant('2026-11-18T08:00:00.000Z'), ticker: 'MP' }, [
      aFiling('a', '2026-11-12', { title: 'New' }),
    ])
    expect((await read(app, getFilings, '/api/v1/filings')).data).toMatchObject([{ title: 'New' }])
    const pinned = await read(app, getFilings, `/api/v1/filings?as_of=${before.meta.as_of}`)
    expect(pinned.data).toMatchObject([{ title: 'Old' }])
  })

  test('a title that a spreadsheet would run comes as text, commas and quotes whole', async ({ app, db }) => {
    await takeInReference(db, monday)
    const title = '=HYPERLINK("http://example.org","北方稀土, 公告")'
    await writeFilings(db, { at: tuesday, ticker: 'MP' }, [aFiling('a', '2026-11-12', { title })])
    const { text } = await ask(app, '/api/v1/filings?format=csv')
    const [header = [], record = []] = csvRecords(text)
    expect(record[header.indexOf('title')]).toBe(`'${title}`)
    expect(record[header.indexOf('published_at')]).toBe('')
    expect((await read(app, getFilings, '/api/v1/filings')).data[0]?.title).toBe(title)
  })
})
