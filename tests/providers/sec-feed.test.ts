import { describe, expect, test } from 'vitest'
import type { FilingQuery } from '../../jobs/providers/define-provider.ts'
import { secFeed } from '../../jobs/providers/sec-feed.ts'
import { parseFeed } from '../../jobs/providers/sec-feed/parse-feed.ts'
import { decodeBody } from '../../jobs/http/decode.ts'
import { recordedAnswer } from '../support/answers.ts'
import { day } from '../support/brands.ts'
import { okOf, rehearseProvider, seedInstrument } from '../support/provider-rehearsal.ts'
import { hasSharedData, recordings } from '../support/shared-data.ts'
import { secRoute } from '../support/stand-in/sec.ts'

const query: FilingQuery = { instrument: seedInstrument('MP'), since: null }
const rehearse = async (settings = {}) =>
  rehearseProvider(secFeed, [secRoute()], { now: '2026-11-20T22:00:00Z', settings })
const meet = async (fault: string, asked = query) => (await rehearse()).meet(fault, asked, { route: 'sec' })

describe('asking EDGAR for a company’s newest filings', () => {
  test('one page, with a contact, whatever the form', async () => {
    const r = await rehearse()
    const { items, complete } = okOf(await r.ask(query))
    expect(r.standIn.log()).toMatchObject([
      {
        path: '/cgi-bin/browse-edgar?action=getcompany&CIK=0001801368&type=&dateb=&owner=include&start=0&count=40&output=atom',
        headers: { 'user-agent': 'Oreline reader@example.org' },
      },
    ])
    expect({ rows: items.length, complete }).toEqual({ rows: 40, complete: true })
  })

  test('F09: a filing listed once for the issuer and once for the owner is one', async () => {
    const { items } = okOf(await (await rehearse()).ask(query))
    const insiders = items.filter(({ form }) => form === '4')
    expect(insiders.length).toBeGreaterThan(10)
    expect(new Set(items.map(({ sourceId }) => sourceId)).size).toBe(items.length)
    expect(insiders.every(({ url }) => url?.includes('/data/1801368/') === true)).toBe(true)
  })

  test('a filing accepted three minutes ago, with the exact moment, as the submissions will have it', async () => {
    const [newest] = okOf(await meet('fresh-in-feed')).items
    expect(newest).toEqual({
      sourceId: '0001801368-26-009999',
      form: '8-K',
      category: 'current-report',
      title: 'Current report: Material agreement',
      titleEn: null,
      publishedOn: '2026-11-20',
      publishedAt: '2026-11-20T21:57:00.000Z',
      precision: 'instant',
      url: 'https://www.sec.gov/Archives/edgar/data/1801368/000180136826009999/0001801368-26-009999-index.htm',
      priceSensitive: null,
      details: { cik: '0001801368', items: ['1.01', '9.01'], accepted: '2026-11-20T16:57:00-05:00' },
    })
  })

  test('F25: ISO-8859-1 is read as such; without a summary form and accession stand in category and id', async () => {
    const { items, warnings } = okOf(await meet('F25'))
    expect([items.length, warnings]).toEqual([40, []])
    // The day of acceptance where the summary would name the day of filing.
    expect(items[0]).toMatchObject({ form: '4', publishedOn: '2026-11-16' })
  })

  test('F26: the form is the category’s, whatever a feed was asked for', async () => {
    const forms = okOf(await meet('F26')).items.map(({ form, title }) => [form, title])
    expect(forms.slice(0, 3)).toEqual([
      ['424B2', 'Prospectus'],
      ['425', 'Business combination communication'],
      ['40-17G', '40-17G'],
    ])
  })

  test('H11: back to a day of long ago, the 503 behind the last page is the end, once the first page was good', async () => {
    const r = await rehearse()
    const { items, complete } = okOf(await r.ask({ ...query, since: day('2001-01-01') }))
    const starts = r.standIn.log().map(({ query: asked }) => Number(asked.get('start')))
    expect(starts).toEqual(starts.map((_, place) => place * 40))
    expect({ some: items.length > 100, complete }).toEqual({ some: true, complete: true })
    expect(await (await rehearse()).meet('H11', query, { route: 'sec', times: 9 })).toMatchObject({
      kind: 'broken',
      why: '5xx',
    })
  })

  test('an empty feed is empty; without a contact nothing is asked', async () => {
    expect(await meet('feed-empty')).toMatchObject({ kind: 'empty' })
    const r = await rehearse({ secContact: null })
    expect(await r.ask(query)).toMatchObject({ kind: 'blocked', why: 'off' })
    expect(r.standIn.log()).toEqual([])
  })
})

describe.skipIf(!hasSharedData)('recorded feeds of EDGAR (skipped where ../shared/data is missing)', () => {
  const feeds = recordings().filter(({ file }) => file.startsWith('edgar/getcurrent'))
  const noFurther = () => {
    throw new Error('no further page was due')
  }
  const read = (part: string, cik: string) => {
    const recording = feeds.find(({ file }) => file.includes(part))
    if (recording === undefined) throw new Error(`no recording ${part}`)
    const answer = recordedAnswer(recording, '2026-01-12T16:28:53Z')
    const { text } = decodeBody(answer.bytes, recording.contentType, {
      expect: { format: 'xml', endTag: '</feed>' },
    })
    return parseFeed({ ...answer, text }, { cik, since: null, start: 900, pageSize: 100 }, noFurther)
  }

  test('hold the insiders of MP and UUUU: one row of three, with the moment of New York', () => {
    expect(read('start_900', '0001801368')).toMatchObject({
      kind: 'ok',
      rejects: [],
      items: [
        {
          sourceId: '0001831746-26-000003',
          form: '4',
          publishedOn: '2026-01-09',
          publishedAt: '2026-01-10T02:48:21.000Z',
          precision: 'instant',
        },
      ],
    })
    expect(read('start_2600', '0001385849')).toMatchObject({
      items: [{ sourceId: '0001385849-25-000052', publishedAt: '2025-12-11T22:32:47.000Z' }],
    })
    expect(read('start_4300', '0001801368')).toMatchObject({ items: [{ form: '4' }] })
  })

  test('F09: 100 entries of all roles, of one registrant one row an accession', () => {
    for (const { file } of feeds) {
      const reading = read(file.replace('edgar/getcurrent_', ''), '0001385849')
      expect([file, reading.kind, 'items' in reading && reading.items.length <= 1]).toEqual([
        file,
        'ok',
        true,
      ])
    }
  })

  test('F26: a feed asked for form 4 delivers 424B2 under its own name', () => {
    const reading = read('start_2600', '0001665650')
    expect(reading.kind === 'ok' && reading.items.map(({ form }) => form)).toContain('424B2')
  })

  test('an effectiveness dated by the staff at a quarter past midnight has its moment all the same', () => {
    expect(read('start_900', '0002083410')).toMatchObject({
      items: [
        {
          form: 'EFFECT',
          publishedOn: '2026-01-09',
          publishedAt: '2026-01-12T05:15:23.000Z',
          details: { filedByStaff: true },
        },
      ],
    })
  })
})
