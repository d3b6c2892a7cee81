/** Announcements that several sources list, and what amends what, as the API shows them (providers.md 3.2, 3.3, 9.3). */
import { getFilings } from '@oreline/shared/api/filings.ts'
import { chineseNotice } from '@oreline/shared/domain/filings/chinese-notice.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { FastifyInstance } from 'fastify'
import { describe, expect } from 'vitest'
import { read, test } from '../../support/app.ts'
import { day, instant } from '../../support/brands.ts'
import { aFiling, takeInReference, writeFilings } from '../../support/store-rows.ts'

const hour = (of: number): Instant => instant(`2026-08-28T${String(of).padStart(2, '0')}:00:00.000Z`)
/** When what was written in that hour is stored. */
const after = (of: number): string => hour(of).replace(':00:00', ':30:00')
const shown = async (app: FastifyInstance, query = '') =>
  (await read(app, getFilings, `/api/v1/filings?${query}`)).data

/** As the exchange lists it: uploaded the evening before its day of disclosure. */
const bulletin = (id: string, title: string, more: Partial<Filing> = {}): Filing =>
  aFiling(id, '2026-08-27', {
    title,
    publishedAt: instant('2026-08-27T10:02:11.000Z'),
    precision: 'instant',
    details: { disclosedOn: '2026-08-28' },
    ...more,
  })
const notice = (id: string, title: string, on = '2026-08-28'): Filing => ({
  ...aFiling(id, on),
  ...chineseNotice(title, day(on)),
})
const ticker = '600111.SS'

describe('F46: the same notice from the exchange, cninfo and Eastmoney', () => {
  test('is one, once: the id of the first seen, the row and link of the best; as of each hour what was known', async ({
    app,
    db,
  }) => {
    await takeInReference(db, hour(1))
    await writeFilings(db, { at: hour(2), ticker, source: 'cninfo' }, [
      notice('1', '<em>北方稀土</em>：关于２０２６年 半年度报告的公告(600111)'),
    ])
    await writeFilings(db, { at: hour(3), ticker, source: 'eastmoney-notices' }, [
      notice('AN1', '北方稀土:北方稀土关于2026年半年度报告的公告'),
    ])
    await writeFilings(db, { at: hour(4), ticker, source: 'sse' }, [
      bulletin('/a.pdf', '北方稀土关于2026年半年度报告的公告'),
    ])
    const views = [2, 3, 4].map(after).map(async (at) => shown(app, `as_of=${at}`))
    const [first, second, third] = await Promise.all(views)
    const common = { id: 'cninfo:1', first_seen_at: expect.stringMatching(/^2026-08-28T02:00/) }
    expect(first).toMatchObject([{ ...common, source: 'cninfo', sources: ['cninfo'] }])
    expect(second).toMatchObject([{ ...common, source: 'cninfo', sources: ['cninfo', 'eastmoney-notices'] }])
    expect(third).toMatchObject([
      {
        ...common,
        source: 'sse',
        sources: ['sse', 'cninfo', 'eastmoney-notices'],
        url: 'https://example.org//a.pdf',
        published_on: '2026-08-27',
        published_at: '2026-08-27T10:02:11.000Z',
      },
    ])
    expect(await shown(app)).toEqual(third)
    // Bounds and filters are those of the row shown.
    expect(await shown(app, 'from=2026-08-28')).toEqual([])
    expect(await shown(app, 'to=2026-08-27')).toEqual(third)
    const { meta } = await read(app, getFilings, '/api/v1/filings')
    expect(meta.sources).toEqual(['sse', 'cninfo', 'eastmoney-notices'])
  })

  test('two of another day or title, or of one source, are two; pages of one show each once', async ({
    app,
    db,
  }) => {
    await takeInReference(db, hour(1))
    const titles = ['关于甲的公告', '关于乙的公告', '关于乙的公告', '关于乙的更正公告']
    await writeFilings(
      db,
      { at: hour(2), ticker, source: 'sse' },
      titles.map((title, i) => bulletin(`/${i}.pdf`, `北方稀土${title}`)),
    )
    await writeFilings(db, { at: hour(3), ticker, source: 'cninfo' }, [
      ...titles.map((title, i) => notice(`${i}`, title)),
      notice('later', '关于甲的公告', '2026-09-28'),
    ])
    const all = await shown(app)
    expect(all.map(({ id, sources }) => [id, sources.length])).toEqual([
      ['cninfo:later', 1],
      ['sse:/3.pdf', 2],
      ['sse:/2.pdf', 2],
      ['sse:/1.pdf', 2],
      ['sse:/0.pdf', 2],
    ])
    const rows: unknown[] = []
    let next: string | null = ''
    while (next !== null && rows.length < 9) {
      const page: { data: unknown[]; meta: { next: string | null } } = await read(
        app,
        getFilings,
        `/api/v1/filings?limit=1${next === '' ? '' : `&next=${next}`}`,
      )
      rows.push(...page.data)
      next = page.meta.next
    }
    expect(rows).toEqual(all)
  })
})

describe('an announcement of the ASX from its API and its page', () => {
  test('F33, F34: is one by Sydney’s minute and headline, in the hour that comes twice too; a replacement is another', async ({
    app,
    db,
  }) => {
    await takeInReference(db, hour(1))
    const lynas = { ticker: 'LYC.AX' }
    const api = (id: string, title: string, at: string, more: Partial<Filing> = {}) =>
      aFiling(id, '2026-04-05', { title, publishedAt: instant(at), precision: 'instant', ...more })
    // 02:30 on 5 April 2026 is 15:30Z and 16:30Z; a wall clock cannot tell.
    await writeFilings(db, { at: hour(2), ...lynas, source: 'asx' }, [
      api('key-1', "Change of Director's Interest", '2026-04-04T16:30:12.000Z', { url: null }),
      api('key-2', "Change of Director's Interest", '2026-04-04T16:30:40.000Z'),
      api('key-3', 'Quarterly', '2026-04-04T16:31:00.000Z'),
    ])
    await writeFilings(db, { at: hour(3), ...lynas, source: 'asx-html' }, [
      api('0111', 'Change of Director’s Interest', '2026-04-04T15:30:00.000Z', { precision: 'minute' }),
    ])
    const all = await shown(app)
    expect(all.map(({ id, sources, url }) => [id, sources, url])).toEqual([
      ['asx:key-3', ['asx'], 'https://example.org/key-3'],
      ['asx:key-2', ['asx'], 'https://example.org/key-2'],
      // It has no document yet at the API: the page's link leads on.
      ['asx:key-1', ['asx', 'asx-html'], 'https://example.org/0111'],
    ])
  })
})

describe('what amends what', () => {
  test('F08: by form and report date, where one filing alone has them; as of then', async ({ app, db }) => {
    await takeInReference(db, hour(1))
    const report = (id: string, form: string, on: string, reportDate: string) =>
      aFiling(id, on, { form, details: reportDate === '' ? {} : { reportDate } })
    await writeFilings(db, { at: hour(2), ticker: 'MP' }, [
      report('k', '10-K', '2026-02-25', '2025-12-31'),
      report('ka', '10-K/A', '2026-04-29', '2025-12-31'),
      report('g', 'SCHEDULE 13G/A', '2026-04-01', ''),
      report('e1', '8-K', '2026-03-01', '2026-03-01'),
      report('ea', '8-K/A', '2026-03-09', '2026-03-01'),
    ])
    await writeFilings(db, { at: hour(2), ticker: 'UUUU' }, [report('u', '10-K', '2026-02-25', '2025-12-31')])
    await writeFilings(db, { at: hour(3), ticker: 'MP' }, [report('e2', '8-K', '2026-03-02', '2026-03-01')])
    const links = async (query = '') =>
      Object.fromEntries((await shown(app, query)).map(({ id, amends }) => [id.slice(4), amends]))
    expect(await links(`as_of=${after(2)}&tickers=MP`)).toEqual({
      k: null,
      ka: 'sec:k',
      g: null,
      e1: null,
      ea: 'sec:e1',
    })
    // Two reports of one day: nobody knows which.
    expect((await links())['ea']).toBeNull()
    // The page need not hold what it links to.
    expect(await links('form=10-K/A')).toEqual({ ka: 'sec:k' })
  })

  test('F48: a Chinese correction by the stem of its title, where it is the only one, never merged', async ({
    app,
    db,
  }) => {
    await takeInReference(db, hour(1))
    await writeFilings(db, { at: hour(2), ticker, source: 'sse' }, [
      bulletin('/year.pdf', '北方稀土2025年年度报告', { publishedOn: day('2026-04-20') }),
      bulletin('/short.pdf', '北方稀土2025年年度报告摘要', { publishedOn: day('2026-04-20') }),
      bulletin('/meeting1.pdf', '北方稀土关于召开股东大会的公告', { publishedOn: day('2026-05-01') }),
      bulletin('/meeting2.pdf', '北方稀土关于召开股东大会的公告', { publishedOn: day('2026-06-01') }),
      bulletin('/fix.pdf', '北方稀土关于2025年年度报告的更正公告'),
      bulletin('/more.pdf', '北方稀土关于召开股东大会的补充公告'),
    ])
    const links = (await shown(app)).map(({ id, amends }) => [id, amends])
    expect(Object.fromEntries(links)).toEqual({
      'sse:/year.pdf': null,
      'sse:/short.pdf': null,
      'sse:/meeting1.pdf': null,
      'sse:/meeting2.pdf': null,
      'sse:/fix.pdf': 'sse:/year.pdf',
      'sse:/more.pdf': null,
    })
  })
})
