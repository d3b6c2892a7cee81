/** No answer of the interface was recorded: formats and traps stand on its source and its users' reports. */
import { policyDocumentSchema } from '@oreline/shared/domain/inbox/document.ts'
import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { describe, expect, test } from 'vitest'
import { federalRegister } from '../../jobs/providers/federal-register.ts'
import { entrySchema } from '../../jobs/providers/federal-register/entry.ts'
import { parseDocuments } from '../../jobs/providers/federal-register/parse-documents.ts'
import { monthsOf, spanNamed, spansBackTo } from '../../jobs/providers/federal-register/spans.ts'
import { answerOf } from '../support/answers.ts'
import { day, instant } from '../support/brands.ts'
import { okOf, rehearseProvider } from '../support/provider-rehearsal.ts'
import { entry } from '../support/register-entry.ts'
import { federalRegisterRoute } from '../support/stand-in/federal-register.ts'

/** A Friday evening in Washington: Monday's issue is listed. */
const now = '2026-11-20T22:00:00Z'
const recent = { since: day('2026-10-01') }
const rehearse = async () => rehearseProvider(federalRegister, [federalRegisterRoute()], { now })
/** Both searches meet the fault. */
const meet = async (fault: string) => (await rehearse()).meet(fault, recent, { times: 2 })
const settings = { secContact: null, yahooUserAgent: null, eodhdApiToken: null }
const addresses = (at: string, since: string | null) =>
  federalRegister
    .asks({ since: since === null ? null : day(since) }, { now: instant(at), settings })
    .map(({ request }) => new URL(request.url))

describe('asking the Federal Register', () => {
  test('by words and by offices, fields named, a hundred to a page', async () => {
    const r = await rehearse()
    expect(okOf(await r.ask(recent)).complete).toBe(true)
    const [terms, offices, ...others] = r.standIn.log()
    expect(others).toEqual([])
    expect(terms?.query.get('conditions[term]')).toContain('"rare earth"|"rare earths"|"critical mineral"')
    expect(offices?.query.getAll('conditions[agencies][]')).toContain('industry-and-security-bureau')
    for (const request of [terms, offices])
      expect(Object.fromEntries(request?.query ?? [])).toMatchObject({
        'conditions[publication_date][gte]': '2026-10-01',
        per_page: '100',
        page: '1',
        order: 'newest',
      })
    expect(terms?.query.getAll('fields[]')).toEqual(
      expect.arrayContaining(['document_number', 'excerpts', 'executive_order_number', 'correction_of']),
    )
    expect(terms?.query.has('conditions[publication_date][lte]')).toBe(false)
  })

  test('what reaches further back by years, and first of all whether the offices are still called so', async () => {
    const r = await rehearse()
    const { items, complete } = okOf(await r.ask({ since: day('2024-03-01') }))
    const asked = r.standIn
      .log()
      .map(({ path, query }) => [
        path.replace(/\?.*/, '').replace('/api/v1/', ''),
        query.get('conditions[publication_date][gte]'),
        query.get('conditions[publication_date][lte]'),
      ])
    const years = [
      ['documents.json', '2026-01-01', null],
      ['documents.json', '2025-01-01', '2025-12-31'],
      ['documents.json', '2024-03-01', '2024-12-31'],
    ]
    expect(asked).toEqual([['agencies.json', null, null], ...years, ...years])
    expect({ complete, many: items.length > 60 }).toEqual({ complete: true, many: true })
  })

  test('P03: a year of more pages than can be asked for in a row is asked for by months', () => {
    const asked: string[] = []
    const reading = parseDocuments(
      answerOf(JSON.stringify({ count: 2_100, total_pages: 21, results: [entry()] })),
      {
        search: 'terms',
        span: { name: '2025', from: day('2025-01-01'), to: day('2025-12-31') },
        page: 1,
        firstIds: new Set(),
      },
      {
        page: () => {
          throw new Error('no further page was due')
        },
        months: () => {
          asked.push('months')
          return [federalRegister.asks(recent, { now: instant(now), settings })[0]].flatMap(
            (ask) => ask ?? [],
          )
        },
      },
    )
    expect(reading).toMatchObject({ kind: 'lead' })
    expect(asked).toEqual(['months'])
    const year = { name: '2025', from: day('2025-11-10'), to: day('2025-12-31') }
    expect(monthsOf(year, day('2026-11-20'))).toEqual([
      { name: '2025-12', from: '2025-12-01', to: '2025-12-31' },
      { name: '2025-11', from: '2025-11-10', to: '2025-11-30' },
    ])
  })

  test('years and months together hold every day once, and their names find them again', () => {
    const today = day('2026-11-20')
    for (let back = 101; back < 1_600; back += 97) {
      const since = addDays(today, -back)
      const spans = spansBackTo(since, today).toReversed()
      for (const pieces of [spans, spans.flatMap((span) => monthsOf(span, today).toReversed())]) {
        expect(pieces[0]?.from).toBe(since)
        expect(pieces.at(-1)?.to).toBeNull()
        for (const [place, piece] of pieces.slice(1).entries())
          expect(addDays(pieces[place]?.to ?? today, 1)).toBe(piece.from)
        for (const { name, from, to } of pieces.slice(1, -1))
          expect(spanNamed(name, today)).toEqual({ name, from, to })
      }
    }
    expect(spansBackTo(addDays(today, -100), today)).toHaveLength(1)
    for (const name of ['', '20', '2026-13', '2026-1', 'soon']) expect(spanNamed(name, today)).toBeNull()
  })

  test('P15: asks from another day every day, so that no cache answers for yesterday', () => {
    const url = (at: string) => addresses(at, at.slice(0, 10))[0]?.href
    expect(url('2026-11-16T14:00:00Z')).not.toBe(url('2026-11-17T14:00:00Z'))
  })

  test('a page that was kept is known again by the name of its question', () => {
    const again = (key: string) =>
      federalRegister.followUp?.(recent, { key, url: '', fetchedAt: instant(now) })?.key ?? null
    for (const key of ['terms/recent/1', 'agencies/2025/3', 'terms/2024-02/50']) expect(again(key)).toBe(key)
    for (const key of ['offices', 'terms/soon/1', 'words/recent/1']) expect(again(key)).toBeNull()
  })

  test('an office that the register knows no more is said, before anything is missed', async () => {
    const [ask] = federalRegister.asks({ since: null }, { now: instant(now), settings })
    expect(ask?.read(answerOf('[{"slug":"industry-and-security-bureau"}]'))).toMatchObject({
      kind: 'broken',
      urgent: true,
      detail: expect.stringContaining('geological-survey'),
    })
    expect(ask?.read(answerOf('<html></html>'))).toMatchObject({ kind: 'lead', warnings: [{ code: 'P13' }] })
  })
})

describe('the Federal Register at its worst', () => {
  test('P01: a count of nothing without a list is empty, but not over months', async () => {
    expect(await meet('P01')).toMatchObject({ kind: 'empty' })
    const r = await rehearse()
    expect(await r.meet('P01', { since: day('2026-08-20') }, { times: 2 })).toMatchObject({
      kind: 'broken',
      urgent: true,
      detail: 'nothing found by terms in 92 days',
    })
  })

  test('P02: a count without a list is broken', async () => {
    expect(await meet('P02')).toMatchObject({
      kind: 'broken',
      why: 'schema',
      detail: 'no results, though there are 12',
    })
  })

  test('P03: a page that comes again ends it, incomplete', async () => {
    const r = await rehearse()
    const outcome = okOf(await r.meet('P03', recent, { times: 9 }))
    expect(outcome).toMatchObject({ complete: false })
    expect(outcome.warnings).toContainEqual({ code: 'P03', detail: 'page 2 is one that came before' })
    expect(r.standIn.log()).toHaveLength(4)
  })

  test('P03: a page that is refused beyond the last ends it, incomplete', async () => {
    const outcome = okOf(await (await rehearse()).meet('P03-beyond', recent, { times: 4 }))
    expect(outcome).toMatchObject({ complete: false })
    expect(outcome.warnings).toContainEqual({ code: 'P03', detail: 'page 2 is refused (HTTP 400)' })
    expect(outcome.items.length).toBeGreaterThan(2)
  })

  test('P03: page 50 is the last that is asked for', () => {
    const reading = parseDocuments(
      answerOf(JSON.stringify({ count: 6_000, total_pages: 60, results: [entry()] })),
      {
        search: 'terms',
        span: { name: '2025-01', from: day('2025-01-01'), to: day('2025-01-31') },
        page: 50,
        firstIds: new Set(),
      },
      {
        page: () => {
          throw new Error('page 51 is page 1')
        },
        months: () => [],
      },
    )
    expect(reading).toMatchObject({ kind: 'ok', complete: false, next: [], warnings: [{ code: 'P03' }] })
  })

  test('P04: a short page with more behind it is told', async () => {
    const outcome = okOf(await (await rehearse()).meet('P04', recent, { times: 4 }))
    expect(outcome.warnings).toContainEqual({
      code: 'P04',
      detail: 'a page of 2 documents instead of 100, with more to come',
    })
  })

  test('P13: a refusal by name means that our question is wrong', async () => {
    const r = await rehearse()
    expect(await r.meet('P13', recent)).toMatchObject({
      kind: 'broken',
      urgent: true,
      detail: 'our question is refused: agencies is not a valid agency',
    })
    expect(r.standIn.log()).toHaveLength(1)
  })

  test('P13: an office passed over lists the whole register: not believed', async () => {
    const outcome = okOf(await meet('P13-ignored'))
    expect(outcome).toMatchObject({ complete: false, warnings: [{ code: 'partial-urgent' }] })
    expect(
      parseDocuments(
        answerOf(
          JSON.stringify({
            count: 1,
            total_pages: 1,
            results: [entry({ agencies: [{ slug: 'coast-guard' }] })],
          }),
        ),
        {
          search: 'agencies',
          span: { name: 'recent', from: day('2026-11-01'), to: null },
          page: 1,
          firstIds: new Set(),
        },
        { page: () => expect.fail('no page is due'), months: () => [] },
      ),
    ).toMatchObject({ kind: 'broken', why: 'filter-ignored', urgent: true })
  })

  test('H24: one bad document is kept apart, a third are too many', async () => {
    expect(okOf(await (await rehearse()).meet('H24', recent))).toMatchObject({
      rejects: [{ index: 1, reason: expect.stringContaining('publication_date') }],
    })
    expect(await (await rehearse()).meet('H24-many', recent)).toMatchObject({ kind: 'broken', why: 'schema' })
  })

  test('addresses of another scheme are refused', () => {
    expect(entrySchema.safeParse(entry({ html_url: 'javascript:alert(1)' })).success).toBe(false)
  })

  test('every document is one', async () => {
    for (const document of okOf(await (await rehearse()).ask({ since: day('2020-01-01') })).items)
      expect(policyDocumentSchema.parse(document)).toEqual(document)
  })
})
