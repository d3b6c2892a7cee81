import { describe, expect, test } from 'vitest'
import { rehearse } from '../support/http-rehearsal.ts'

describe('a web page where data were asked for', () => {
  test('H04: without a marker it is broken: html-instead, with title and beginning in the log', async () => {
    const r = await rehearse()
    const got = await r.meet('H04')
    expect(got).toMatchObject({ kind: 'broken', why: 'html-instead' })
    expect(got).toHaveProperty('detail', 'a web page instead of json ("Scheduled maintenance")')
    expect(got).toHaveProperty('evidence.contentType', 'text/html')
    expect(r.log.lines()).toMatchObject([{ level: 40, excerpt: expect.stringContaining('<!DOCTYPE html>') }])
  })

  test('H04: a challenge page is blocked: challenge, nobody solves it', async () => {
    const r = await rehearse()
    expect(await r.meet('H04-challenge')).toMatchObject({ kind: 'blocked', why: 'challenge' })
    expect(await r.ask()).toMatchObject({ kind: 'blocked', why: 'challenge', evidence: null })
    expect(r.standIn.log()).toHaveLength(1)
  })

  test('H04: a consent wall is blocked: consent', async () => {
    const r = await rehearse()
    expect(await r.meet('H04-consent')).toMatchObject({ kind: 'blocked', why: 'consent' })
  })

  test.for([
    ['json', { format: 'json' }],
    ['xml', { format: 'xml', endTag: '</rss>' }],
    ['csv', { format: 'csv' }],
    ['zip', { format: 'zip' }],
    ['pdf', { format: 'pdf' }],
  ] as const)('H04: whatever was asked for, here %s', async ([, expectation]) => {
    const r = await rehearse()
    expect(await r.meet('H04', { expect: expectation })).toMatchObject({
      kind: 'broken',
      why: 'html-instead',
    })
  })

  test('H04: JSON that talks about a captcha is data, a 200 text "Too Many Requests" is not', async () => {
    const data = await rehearse({ body: { headline: 'Access Denied: captcha at guce.yahoo.com' } })
    expect(await data.ask()).toMatchObject({ kind: 'answer' })
    const text = await rehearse({ body: 'Edge: Too Many Requests' })
    expect(await text.ask()).toMatchObject({ kind: 'blocked', why: '429' })
  })

  test('H04: a page that was asked for passes, a wall in its place does not', async () => {
    const html = { format: 'html' } as const
    const headers = { 'content-type': 'text/html' }
    const r = await rehearse({
      body: '<html><title>Announcements</title><table></table></html>',
      headers,
    })
    expect(await r.ask({ expect: html })).toMatchObject({ kind: 'answer' })
    expect(await r.meet('H04-challenge', { expect: html })).toMatchObject({
      kind: 'blocked',
      why: 'challenge',
    })
  })
})

describe('no body', () => {
  test('H05: an empty 200 is broken: schema, never empty', async () => {
    const r = await rehearse()
    expect(await r.meet('H05')).toMatchObject({ kind: 'broken', why: 'schema' })
    expect(r.log.lines()).toMatchObject([{ level: 40 }])
  })

  test('H06: an empty 202 is blocked: challenge, which is normal for some hosts', async () => {
    const r = await rehearse()
    expect(await r.meet('H06')).toMatchObject({ kind: 'blocked', why: 'challenge' })
    expect(r.log.lines()).toMatchObject([{ level: 30 }])
  })
})

describe('statuses', () => {
  test('H11: a 503 page is repeated, then broken: 5xx', async () => {
    const r = await rehearse()
    expect(await r.meet('H11', {}, 9)).toMatchObject({ kind: 'broken', why: '5xx' })
    expect(r.standIn.log()).toHaveLength(4)
  })

  test('H11: a 503 page past the last page is an answer where the request says so', async () => {
    const r = await rehearse()
    expect(await r.meet('H11', { alsoAnswers: [503] })).toMatchObject({ kind: 'answer', status: 503 })
    expect(r.standIn.log()).toHaveLength(1)
  })

  test('H12: 401 is broken: auth at once and an error in the log, for a person must act', async () => {
    const r = await rehearse()
    expect(await r.meet('H12')).toMatchObject({ kind: 'broken', why: 'auth' })
    expect(r.standIn.log()).toHaveLength(1)
    expect(r.log.lines()).toMatchObject([{ level: 50, why: 'auth' }])
  })

  test('H12: 403 is blocked: 403-waf, unless the policy reads it otherwise', async () => {
    const r = await rehearse()
    expect(await r.meet('H12-403')).toMatchObject({ kind: 'blocked', why: '403-waf' })
    const keyed = await rehearse()
    keyed.standIn.scenario('example', 'H12-403', 2)
    const policy = { group: 'keyed', hosts: ['data.example.com'], gapMs: 0 }
    const denied = await keyed.ask(
      {},
      { ...policy, denial: ({ text }) => (text.includes('Denied') ? 'auth' : 'waf') },
    )
    expect(denied).toMatchObject({ kind: 'broken', why: 'auth' })
    expect(await keyed.ask({}, { ...policy, denial: () => 'answer' })).toMatchObject({
      kind: 'answer',
      status: 403,
    })
  })

  test('404 and 422 are answers for the parser, in whatever format', async () => {
    const body = '<Error><Code>NoSuchKey</Code></Error>'
    const r = await rehearse({ status: 404, body, headers: { 'content-type': 'application/xml' } })
    expect(await r.ask()).toMatchObject({
      kind: 'answer',
      status: 404,
      contentType: 'application/xml',
      text: body,
    })
    const unprocessable = await rehearse({ status: 422, body: { chart: { result: null } } })
    expect(await unprocessable.ask()).toMatchObject({ kind: 'answer', status: 422 })
  })

  test('304 is an answer without bytes', async () => {
    const r = await rehearse({ status: 304, body: '', headers: { etag: '"7"' } })
    expect(await r.ask()).toMatchObject({ kind: 'answer', status: 304, text: '', headers: { etag: '"7"' } })
  })

  test('after a 5xx the twin host is asked', async () => {
    const twin = { name: 'twin', hosts: ['query2.example.com'], answer: () => ({ body: { twin: true } }) }
    const r = await rehearse(undefined, { routes: [twin] })
    r.standIn.scenario('example', 'H11')
    const policy = { group: 'twins', hosts: ['data.example.com', 'query2.example.com'], gapMs: 0 }
    const got = await r.ask({ mirrorHost: 'query2.example.com' }, policy)
    expect(got).toMatchObject({ kind: 'answer', text: '{"twin":true}' })
    expect(got).toHaveProperty('url', 'https://query2.example.com/prices?ticker=MP')
    expect(r.standIn.log().map(({ route }) => route)).toEqual(['example', 'twin'])
  })
})
