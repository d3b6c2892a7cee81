/** Whatever sources say, take back and say again: what the API showed after each answer it shows for ever. */
import { getFilings } from '@oreline/shared/api/filings.ts'
import { chineseNotice } from '@oreline/shared/domain/filings/chinese-notice.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import { markRemoved, noteAbsences } from '@oreline/server/db/absent-filings.ts'
import { upsertFilings, type FilingWrite } from '@oreline/server/db/filings.ts'
import { listInstrumentIds } from '@oreline/server/db/instrument-list.ts'
import { withRevision } from '@oreline/server/db/revision.ts'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { read, test } from '../../support/app.ts'
import { day, instant } from '../../support/brands.ts'
import { aFiling, takeInReference } from '../../support/store-rows.ts'

type Step = Pick<FilingWrite, 'authority' | 'source'> & {
  readonly ticker: string
  readonly filings: readonly Filing[]
  /** Whether the list is complete, so that what it lacks is missing. */
  readonly complete: boolean
}

const few = fc.nat(3)
const moment = fc.option(fc.nat(2).map((hour) => instant(`2026-08-27T1${hour}:02:11.000Z`)))
const at = (publishedAt: Filing['publishedAt']) => ({
  publishedAt,
  precision: publishedAt === null ? ('day' as const) : ('instant' as const),
})
const list = (filing: fc.Arbitrary<Filing>) =>
  fc.uniqueArray(filing, { selector: ({ sourceId }) => sourceId, minLength: 1, maxLength: 3 })
const step = (
  of: Pick<Step, 'source' | 'ticker' | 'authority'>,
  filing: fc.Arbitrary<Filing>,
): fc.Arbitrary<Step> =>
  fc.record({ filings: list(filing), complete: fc.boolean() }).map((drawn) => ({ ...of, ...drawn }))

const titles = ['北方稀土年度报告', '北方稀土年度报告摘要', '北方稀土关于年度报告的更正公告', '年度报告']
const chinese = fc.tuple(few, few, fc.nat(1), moment).map(([id, title, on, published]) => {
  const notice = {
    ...aFiling(`${id}`, '2026-08-28'),
    ...chineseNotice(titles[title] ?? '', day(`2026-08-2${8 + on}`)),
  }
  return { ...notice, ...at(published) }
})
const american = fc.tuple(few, fc.nat(1), fc.nat(2), moment).map(([id, form, period, published]) =>
  aFiling(`${id}`, '2026-08-27', {
    form: ['10-K', '10-K/A'][form] ?? '',
    details: period === 0 ? {} : { reportDate: `2025-12-3${period - 1}` },
    ...at(published),
  }),
)
const australian = fc.tuple(few, few, fc.boolean(), moment).map(([id, title, isSensitive, published]) =>
  aFiling(`${id}`, '2026-08-27', {
    title: `Headline ${title % 2}`,
    priceSensitive: isSensitive,
    ...at(published ?? instant('2026-08-27T10:02:00.000Z')),
  }),
)
const steps = fc.oneof(
  ...['sse', 'cninfo', 'eastmoney-notices'].map((source) => step({ source, ticker: '600111.SS' }, chinese)),
  ...['asx', 'asx-html'].map((source) => step({ source, ticker: 'LYC.AX' }, australian)),
  step({ source: 'sec', ticker: 'MP', authority: 'two-readings' }, american),
  step({ source: 'sec', ticker: 'MP', authority: 'hint' }, american),
)

test('weeks of answers of all sources, merged, amended, removed and back: every view reads the same afterwards', async ({
  app,
  db,
}) => {
  let now = Date.parse('2026-09-01T00:00:00Z')
  await takeInReference(db, instantOf(now))
  const ids = await listInstrumentIds(db)
  const view = async (query = '') => read(app, getFilings, `/api/v1/filings?${query}`)
  const views: Awaited<ReturnType<typeof view>>[] = []
  for (const { ticker, filings, complete, ...how } of fc.sample(steps, { numRuns: 32, seed: 20_260_828 })) {
    now += 12 * 3_600_000
    const clock = () => instantOf(now)
    const instrumentId = ids.get(ticker) ?? 0
    await withRevision(db, { scope: 'filings', clock }, async (revision) => {
      const { source } = how
      const written = await upsertFilings(revision, { ...how, instrumentId, filings, payloadId: null })
      const listed = { source, instrumentId, ids: filings.map(({ sourceId }) => sourceId) }
      if (complete) await noteAbsences(revision, { ...listed, after: day('2026-08-01') })
      const { removed, returned } = await markRemoved(revision, { source, instrumentId })
      return written + removed + returned
    })
    views.push(await view())
  }
  const rows = views.flatMap(({ data }) => data)
  // The answers do come to what is meant: several sources, amendments, removals.
  expect(rows.some(({ sources }) => sources.length === 3)).toBe(true)
  expect(rows.some(({ amends }) => amends !== null)).toBe(true)
  expect(rows.some(({ removed_upstream: removed }) => removed)).toBe(true)
  for (const { data, meta } of views) {
    expect((await view(`as_of=${meta.as_of}`)).data).toEqual(data)
    const of = data.map(({ id, ticker }) => `${id} ${ticker}`)
    expect(new Set(of).size).toBe(of.length)
  }
})
