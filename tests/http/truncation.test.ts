import * as fc from 'fast-check'
import { zipSync, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { flawIn } from '../../jobs/http/completeness.ts'
import { rehearse } from '../support/http-rehearsal.ts'

const csv = `Date,USD,AUD\n${'2026-11-20,1.1684,1.7812\n'.repeat(60)}`
const xml = `<?xml version="1.0"?><gesmes:Envelope>${"<Cube currency='USD' rate='1.1684'/>".repeat(60)}</gesmes:Envelope>`
const page = `<!DOCTYPE html><html><body>${'<tr><td>Quarterly report</td></tr>'.repeat(60)}</body></html>`

describe('H01: half of a gzip body in intact framing, which Node hands over without an error', () => {
  test.for([
    ['json', JSON.stringify({ rows: Array.from({ length: 500 }, (_, i) => i) }), { format: 'json' }],
    ['xml', xml, { format: 'xml', endTag: '</gesmes:Envelope>' }],
    ['csv', csv, { format: 'csv' }],
    ['html', page, { format: 'html' }],
  ] as const)('%s is broken: truncated, and not asked again', async ([, body, expectation]) => {
    const r = await rehearse({ body })
    const whole = await r.ask({ expect: expectation })
    const cut = await r.meet('H01', { expect: expectation })
    expect(whole).toMatchObject({ kind: 'answer', text: body })
    expect(cut).toMatchObject({ kind: 'broken', why: 'truncated', evidence: { status: 200 } })
    expect(r.standIn.log()).toHaveLength(2)
    const line = r.log.lines().at(-1)
    expect(line).toMatchObject({ level: 40, msg: 'http.request', outcome: 'broken', why: 'truncated' })
    expect(line).toMatchObject({ bytes: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })
})

describe('H02: the connection ends before the body does', () => {
  test.for(['H02', 'H02-reset-before-headers', 'H02-reset-mid-body'])(
    '%s is repeated three times, then broken: transport',
    async (fault) => {
      const r = await rehearse()
      expect(await r.meet(fault, {}, 4)).toMatchObject({ kind: 'broken', why: 'transport', evidence: null })
      expect(r.standIn.log()).toHaveLength(4)
      expect(r.log.lines().map(({ level, outcome }) => [level, outcome])).toEqual([
        [40, 'retry'],
        [40, 'retry'],
        [40, 'retry'],
        [40, 'broken'],
      ])
    },
  )

  test('waits half of 1 s, 4 s and 15 s when half is what chance gives, at least the gap', async () => {
    const r = await rehearse()
    await r.meet('H02', {}, 3)
    const at = r.standIn.log().map(({ atMs }) => atMs)
    expect(at.map((ms) => ms - (at[0] ?? 0))).toEqual([0, 1_000, 3_000, 10_500])
  })

  test('a failure that passes leaves nothing behind', async () => {
    const r = await rehearse()
    expect(await r.meet('H02', {}, 2)).toMatchObject({ kind: 'answer' })
    expect(r.hosts.stateOf('example')).toMatchObject({ consecutiveFailures: 0, busyUntil: null })
  })
})

describe('H03: a plain body labelled gzip', () => {
  test('is asked for once more without compression, and then read', async () => {
    const r = await rehearse()
    expect(await r.meet('H03')).toMatchObject({ kind: 'answer' })
    expect(r.standIn.log().map(({ headers }) => headers['accept-encoding'])).toEqual([
      'gzip, deflate',
      'identity',
    ])
  })

  test('twice is broken: transport after two requests', async () => {
    const r = await rehearse()
    expect(await r.meet('H03', {}, 9)).toMatchObject({ kind: 'broken', why: 'transport' })
    expect(r.standIn.log()).toHaveLength(2)
  })
})

describe('proof of the end', () => {
  const nothing = new Uint8Array()

  test('every proper beginning of a JSON object is truncated (property)', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (value, at) => {
        const text = JSON.stringify(value)
        expect(flawIn({ format: 'json' }, text, nothing)).toBeNull()
        const cut = text.slice(0, 1 + (at % (text.length - 1)))
        expect(flawIn({ format: 'json' }, cut, nothing)?.kind).toBe('truncated')
      }),
    )
  })

  test('a CSV cut anywhere but at a line end is truncated (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: csv.length }), (length) => {
        const cut = csv.slice(0, length)
        expect(flawIn({ format: 'csv' }, cut, nothing) === null).toBe(cut.endsWith('\n'))
      }),
    )
  })

  test('a short last row is truncated even where the last line is left open', () => {
    const open = { format: 'csv', lastLineOpen: true } as const
    expect(flawIn(open, 'a,b,c\n1,2,3', nothing)).toBeNull()
    expect(flawIn(open, 'a,b,c\n1,2', nothing)?.kind).toBe('truncated')
    expect(flawIn(open, 'a,b\n1,"x,\ny', nothing)?.kind).toBe('truncated')
    expect(flawIn(open, 'a,b\n1,"x,\ny"', nothing)).toBeNull()
  })

  test('a zip ends in its directory, a PDF in %%EOF', () => {
    const zip = zipSync({ 'eurofxref-hist.csv': strToU8(csv) })
    expect(flawIn({ format: 'zip' }, '', zip)).toBeNull()
    expect(flawIn({ format: 'zip' }, '', zip.subarray(0, -30))?.kind).toBe('truncated')
    expect(flawIn({ format: 'pdf' }, '', strToU8('%PDF-1.7 … %%EOF\n'))).toBeNull()
    expect(flawIn({ format: 'pdf' }, '', strToU8('%PDF-1.7 …'))?.kind).toBe('truncated')
  })
})
