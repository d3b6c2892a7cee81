/** Rows of the ugly list (providers.md 9.3) for EDGAR, as the stand-in sends them: what is stored, what is said. */
import { describe, expect, test } from 'vitest'
import { instrumentSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import type { FilingQuery } from '../../jobs/providers/define-provider.ts'
import { sec } from '../../jobs/providers/sec.ts'
import { day } from '../support/brands.ts'
import { okOf, rehearseProvider, seedInstrument } from '../support/provider-rehearsal.ts'
import { secRoute } from '../support/stand-in/sec.ts'

const query: FilingQuery = { instrument: seedInstrument('MP'), since: day('2026-08-01') }
const rehearse = async () => rehearseProvider(sec, [secRoute()], { now: '2026-11-20T22:00:00Z' })
const meet = async (fault: string) => (await rehearse()).meet(fault, query)

describe('EDGAR at its worst', () => {
  test('F01: "Undeclared Automated Tool" is a matter of the contact, broken until it changes', async () => {
    expect(await meet('F01')).toMatchObject({ kind: 'broken', why: 'auth' })
    const r = await rehearseProvider(sec, [secRoute()], {
      now: '2026-11-20T22:00:00Z',
      settings: { secContact: 'nobody' },
    })
    expect(await r.ask(query)).toMatchObject({ kind: 'broken', why: 'auth' })
  })

  test('F02: "Request Rate Threshold Exceeded" silences both hosts for eleven minutes', async () => {
    const r = await rehearse()
    expect(await r.meet('F02', query)).toMatchObject({ kind: 'blocked', why: '403-waf' })
    r.time.advance(10 * 60_000)
    expect(await r.ask(query)).toMatchObject({ kind: 'blocked' })
    expect(r.standIn.log()).toHaveLength(1)
    r.time.advance(90_000)
    expect(await r.ask(query)).toMatchObject({ kind: 'ok' })
  })

  test('F03: S3’s NoSuchKey is an unknown CIK, in the tests and of a real unknown one', async () => {
    expect(await meet('F03')).toMatchObject({ kind: 'notFound', why: 'EDGAR knows no CIK 0001801368' })
    const unknown = instrumentSchema.parse({ ...query.instrument, cik: '0000000001' })
    const r = await rehearse()
    expect(await r.ask({ ...query, instrument: unknown })).toMatchObject({ kind: 'notFound' })
  })

  test('F04: empty columns and no older part: proven empty', async () => {
    expect(await meet('F04')).toMatchObject({ kind: 'empty' })
  })

  test('F05: columns of unequal length, with their lengths', async () => {
    expect(await meet('F05')).toMatchObject({
      kind: 'broken',
      why: 'schema',
      detail: expect.stringContaining('"accessionNumber":'),
    })
  })

  test('F06: a new column is passed over, and said once', async () => {
    const { items, warnings } = okOf(await meet('F06'))
    expect(items.length).toBeGreaterThan(30)
    expect(warnings).toEqual([{ code: 'H25', detail: 'new column isXBRLNumeric2' }])
  })

  test('F07: an unknown form is stored by its code, in category other', async () => {
    const { items, warnings } = okOf(await meet('F07'))
    expect(items[0]).toMatchObject({ form: 'XYZ-1', category: 'other', title: 'XYZ-1: SOMETHING NEW' })
    expect(warnings).toEqual([{ code: 'F07', detail: 'form XYZ-1' }])
  })

  test('F10: all acceptance times shift by four or five hours: nothing a reader sees changes but moments', async () => {
    const r = await rehearse()
    const before = okOf(await r.ask(query)).items
    const after = okOf(await r.meet('F10', query)).items
    const seen = before.map(
      ({ publishedAt: _at, precision: _precision, details: _details, ...filing }) => filing,
    )
    expect(
      after.map(({ publishedAt: _at, precision: _precision, details: _details, ...filing }) => filing),
    ).toEqual(seen)
    const moments = new Map(before.map(({ sourceId, publishedAt }) => [sourceId, publishedAt]))
    const told = after.filter(({ publishedAt }) => publishedAt !== null)
    expect(
      told.filter(({ sourceId, publishedAt }) => (moments.get(sourceId) ?? publishedAt) !== publishedAt),
    ).toEqual([])
  })

  test('F11: a moment that can be read twice is none, precision day', async () => {
    const ambiguous = okOf(await meet('F10')).items.filter(({ form }) => form === '10-Q')
    // 16:05 in New York printed as 16:05Z might as well be 11:05 or 12:05 there.
    expect(ambiguous.every(({ publishedAt, precision }) => publishedAt === null && precision === 'day')).toBe(
      true,
    )
  })

  test('F12: a moment in the future of our clock is the other reading, or none', async () => {
    const [newest] = okOf(await meet('F12')).items
    expect(newest?.publishedAt).toBeNull()
  })

  test('F18: rows pushed out of the newer part take nothing with them', async () => {
    const { items, complete } = okOf(await meet('F18'))
    expect({ complete, some: items.length > 0 }).toEqual({ complete: true, some: true })
  })

  test('H24: one bad row is kept apart with its reason; a third of them breaks the answer', async () => {
    expect(await meet('H24')).toMatchObject({
      kind: 'ok',
      rejects: [{ index: 3, row: { filingDate: 'soon' } }],
    })
    expect(await meet('H24-many')).toMatchObject({ kind: 'broken', why: 'schema' })
  })

  test.for(['H01', 'H02', 'H05', 'H20'])(
    '%s: nothing is stored, the answer is kept for diagnosis',
    async (fault) => {
      const r = await rehearse()
      expect(await r.meet(fault, query, { times: 9 })).toMatchObject({ kind: 'broken' })
      expect(r.payloads.kept().every(({ parseFailed }) => parseFailed)).toBe(true)
    },
  )
})
