import { describe, expect, test } from 'vitest'
import { decodeBody } from '../../jobs/http/decode.ts'
import { rehearse } from '../support/http-rehearsal.ts'
import { encodeGbk } from '../support/stand-in/gbk.ts'

const body = { close: [61.2, 62.5], name: '北方稀土' }
const json = { expect: { format: 'json' } } as const
const csv = { expect: { format: 'csv' } } as const

describe('H18: what stands before the text is taken off', () => {
  test.for(['H18', 'H18-prefix', 'H18-jsonp'])('%s', async (fault) => {
    const r = await rehearse({ body })
    const got = await r.meet(fault)
    expect(got).toMatchObject({ kind: 'answer', warnings: [] })
    expect(JSON.parse('text' in got ? got.text : '')).toEqual(body)
  })

  test('the kept bytes are as they came', async () => {
    const r = await rehearse({ body })
    const got = await r.meet('H18-prefix')
    expect(new TextDecoder().decode('bytes' in got ? got.bytes : undefined)).toMatch(/^\)\]\}'\n\{/)
  })

  test('CRLF becomes LF in CSV too', () => {
    const bytes = new TextEncoder().encode('\uFEFF\r\nDate,USD\r\n2026-11-20,1.1684\r\n')
    expect(decodeBody(bytes, null, csv).text).toBe('Date,USD\n2026-11-20,1.1684\n')
  })

  test('a callback in data is not taken for JSONP', () => {
    const text = '{"note":"call(me);"}'
    expect(decodeBody(new TextEncoder().encode(text), null, json).text).toBe(text)
  })
})

describe('H19: the charset lies', () => {
  test('GBK under a utf-8 header is read as GB 18030', async () => {
    const r = await rehearse({ body })
    expect(await r.meet('H19')).toMatchObject({ kind: 'answer', text: JSON.stringify(body), warnings: [] })
  })

  test('what cannot be decoded is kept and marked, with a warning in the log', async () => {
    const bytes = Uint8Array.of(...encodeGbk('{"name":"北方'), 0xff, ...encodeGbk('"}'))
    const r = await rehearse({ body: bytes })
    expect(await r.ask()).toMatchObject({
      kind: 'answer',
      text: '{"name":"北方\uFFFD"}',
      warnings: [{ code: 'H19' }],
    })
    expect(r.log.lines()).toMatchObject([{ level: 40, outcome: 'answer', warnings: ['H19'] }])
  })

  test('ISO-8859-1 named by header or XML declaration is read as such', () => {
    const latin = Buffer.from("<?xml version='1.0' encoding='ISO-8859-1'?><a>Société</a>", 'latin1')
    const xml = { expect: { format: 'xml', endTag: '</a>' } } as const
    expect(decodeBody(latin, null, xml).text).toContain('Société')
    expect(decodeBody(latin.subarray(44), 'application/xml; charset="iso-8859-1"', xml).text).toContain(
      'Société',
    )
    expect(decodeBody(latin.subarray(44), null, { ...xml, fallbackCharset: 'windows-1252' }).text).toContain(
      'Société',
    )
  })

  test('a charset nobody knows is passed over', () => {
    expect(decodeBody(encodeGbk('"稀土"'), 'text/plain; charset=x-unknown', json).text).toBe('"稀土"')
  })
})

describe('content that is whole and yet wrong', () => {
  test('H20: JSON with NaN is broken: schema, for the end is there', async () => {
    const r = await rehearse({ body })
    expect(await r.meet('H20')).toMatchObject({ kind: 'broken', why: 'schema' })
    expect(r.log.lines()).toMatchObject([{ level: 40 }])
  })

  test('H21: the host’s clock is off by six hours: noted at debug, used for nothing', async () => {
    const r = await rehearse({ body })
    expect(await r.meet('H21')).toMatchObject({ kind: 'answer', fetchedAt: '2026-11-20T16:20:00.000Z' })
    expect(r.log.lines()).toMatchObject([{ level: 20, clock_skew_ms: 6 * 3_600_000 }])
  })

  test('H22: another ETag over the same bytes gives the same hash', async () => {
    const r = await rehearse({ body })
    const [one, two] = [await r.meet('H22'), await r.meet('H22')]
    if (one.kind !== 'answer' || two.kind !== 'answer') throw new Error('expected answers')
    expect(one.headers['etag']).not.toBe(two.headers['etag'])
    expect(one.sha256).toBe(two.sha256)
  })
})
