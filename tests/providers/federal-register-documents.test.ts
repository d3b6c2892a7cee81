/** What becomes of one row of the Federal Register's search (providers.md 4.1, 9.4). */
import type { PolicyDocument } from '@oreline/shared/domain/inbox/document.ts'
import { describe, expect, test } from 'vitest'
import { federalRegister } from '../../jobs/providers/federal-register.ts'
import {
  documentFromEntry,
  registerNumber,
} from '../../jobs/providers/federal-register/document-from-entry.ts'
import { entrySchema } from '../../jobs/providers/federal-register/entry.ts'
import { day } from '../support/brands.ts'
import { okOf, rehearseProvider } from '../support/provider-rehearsal.ts'
import { entry } from '../support/register-entry.ts'
import { federalRegisterRoute } from '../support/stand-in/federal-register.ts'

/** A Friday evening in Washington: Monday's issue is listed. */
const now = '2026-11-20T22:00:00Z'
const recent = { since: day('2026-10-01') }
const rehearse = async () => rehearseProvider(federalRegister, [federalRegisterRoute()], { now })
const meet = async (fault: string) => (await rehearse()).meet(fault, recent, { times: 2 })
const addedBy = async (fault: string): Promise<PolicyDocument | undefined> =>
  okOf(await meet(fault)).items.find(({ sourceId }) => /-99\d{3}$/.test(sourceId))
const read = (cells: object) => documentFromEntry(entrySchema.parse(entry(cells)), day('2026-11-20'))

describe('a document of the Federal Register', () => {
  test('as it is listed', () => {
    expect(read({ effective_on: '2026-12-01', comments_close_on: '2026-12-20' })).toEqual({
      sourceId: '2026-7333',
      type: 'rule',
      title: 'Export Controls on Rare Earth Items',
      language: 'en',
      url: 'https://www.federalregister.gov/documents/2026/11/20/2026-07333/export-controls',
      publishedOn: '2026-11-20',
      publishedAt: null,
      precision: 'day',
      stage: 'published',
      abstract: null,
      excerpt: null,
      issuers: ['Industry and Security Bureau'],
      numbers: [{ scheme: 'federal-register', number: '2026-7333' }],
      signedOn: null,
      effectiveOn: '2026-12-01',
      commentsCloseOn: '2026-12-20',
      correctionOf: null,
    })
  })

  test.for([
    ['Rule', 'rule'],
    ['RULE', 'rule'],
    ['Proposed Rule', 'proposed-rule'],
    ['PRORULE', 'proposed-rule'],
    ['Notice', 'notice'],
    ['Presidential Document', 'presidential-document'],
    ['Correction', 'correction'],
    ['Uncategorized Document', 'notice'],
    [null, 'notice'],
  ] as const)('type %s is %s', ([type, said]) => {
    expect(read({ type })?.type).toBe(said)
  })

  test.for([
    ['2012-07333', '2012-7333'],
    ['2012-7333', '2012-7333'],
    ['c1-2026-00123', 'C1-2026-123'],
    ['E9-01234', 'E9-1234'],
    [' 2026–07333 ', '2026-7333'],
    ['2026-10000', '2026-10000'],
  ] as const)('P08: number %s is %s', ([raw, number]) => {
    expect(registerNumber(raw)).toBe(number)
  })

  test('a number from before 2016 may have been given twice: it is known with its day', () => {
    expect(read({ document_number: '2012-07333', publication_date: '2012-03-28' })).toMatchObject({
      sourceId: '2012-7333/2012-03-28',
      numbers: [],
    })
  })

  test('P05: one of Monday’s issue is scheduled on Friday', async () => {
    const { items } = okOf(await (await rehearse()).ask(recent))
    expect(items.map(({ publishedOn, stage }) => [publishedOn, stage]).slice(0, 2)).toEqual([
      ['2026-11-23', 'scheduled'],
      ['2026-11-03', 'published'],
    ])
  })

  test('P06: a correction is a document of its own, linked by address or by its number', async () => {
    expect(await addedBy('P06')).toMatchObject({
      sourceId: 'C1-2026-99000',
      type: 'correction',
      correctionOf: '2026-99000',
    })
    expect(read({ document_number: 'C2-2026-00555', type: 'Rule' })).toMatchObject({
      type: 'correction',
      correctionOf: '2026-555',
    })
    const long = 'https://www.federalregister.gov/documents/2026/11/02/2026-00777/a-rule'
    expect(read({ correction_of: long })?.correctionOf).toBe('2026-777')
  })

  test('P10: an order has its number and the day it was signed', async () => {
    expect(await addedBy('P10')).toMatchObject({
      type: 'presidential-document',
      numbers: [
        { scheme: 'federal-register', number: '2026-99001' },
        { scheme: 'executive-order', number: '14399' },
      ],
      signedOn: '2026-11-19',
    })
    expect(read({ executive_order_number: 14_400 })?.numbers[1]?.number).toBe('14400')
    expect(read({ executive_order_number: 'n/a' })?.numbers).toHaveLength(1)
  })

  test('P11: entities, line breaks and markup of a title go, an abstract may be missing', async () => {
    expect(await addedBy('P11')).toMatchObject({
      title: 'Rare Earth Magnets & Alloys: Notice',
      abstract: null,
    })
  })

  test('P12: an office without a name has the printed one', async () => {
    expect(await addedBy('P12')).toMatchObject({ issuers: ['Office of Strategic Minerals'] })
    expect(okOf(await meet('P12')).warnings).toEqual([
      { code: 'P12', detail: 'an office known by its printed name alone: Office of Strategic Minerals' },
    ])
  })

  test('P14: found in its text alone: the passage without its markup', async () => {
    expect((await addedBy('P14'))?.excerpt).toBe('… imaging agents with gadolinium, a rare earth')
    expect(read({ excerpts: 'The beginning of the abstract' })?.excerpt).toBeNull()
  })

  test('found by both searches it is one, with its passage', async () => {
    const { items } = okOf(await (await rehearse()).ask(recent))
    const ids = items.map(({ sourceId }) => sourceId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(items[0]).toMatchObject({
      excerpt: '… supply of rare earth magnets & alloys …',
      issuers: ['Industry and Security Bureau', 'Energy Department'],
    })
  })
})
