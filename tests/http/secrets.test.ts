import { describe, expect, test } from 'vitest'
import { redactor, redactUrl } from '../../jobs/http/redact.ts'
import { rehearse } from '../support/http-rehearsal.ts'

const secret = 's3cr3t-0f-eodhd'
const withSecrets = {
  url: `https://data.example.com/eod/MP?api_token=${secret}&fmt=json&crumb=${secret}&key=${secret}`,
  headers: {
    'User-Agent': 'Oreline operator@example.org',
    Authorization: `Bearer ${secret}`,
    Cookie: `A3=${secret}`,
  },
}
const echo = `<html><title>No ${secret}</title>?api_token=${secret} of operator@example.org {"token":"${secret}"}</html>`

describe('secrets and addresses', () => {
  test.for([
    'usual',
    'H01',
    'H02',
    'H03',
    'H04',
    'H05',
    'H07',
    'H12',
    'H13',
    'H14',
    'H15',
    'H16-mute',
    'echo',
    'echo-200',
    'moved',
  ])('never stand in the log nor in what is handed back: %s', async (fault) => {
    const html = { 'content-type': 'text/html' }
    const scenarios = {
      usual: () => ({ body: [1] }),
      echo: () => ({ status: 403, body: echo, headers: html }),
      'echo-200': () => ({ body: echo, headers: html }),
      moved: () => ({ status: 302, body: '', headers: { location: `/new?access_token=${secret}` } }),
    }
    const route = { name: 'secretive', hosts: ['www.example.com'], answer: () => ({ body: [1] }), scenarios }
    const r = await rehearse(undefined, { routes: [route] })
    r.standIn.scenario('secretive', fault, 2)
    const got = await r.ask({
      ...withSecrets,
      url: withSecrets.url.replace('data.', 'www.'),
      headersTimeoutMs: fault === 'H16-mute' ? 30 : 5_000,
      maxBytes: 10_000,
      retries: 1,
    })
    const { bytes: _, text: __, evidence, ...shown } = { bytes: null, text: null, evidence: null, ...got }
    const kept = { ...shown, url: evidence?.url }
    expect(r.standIn.log()[0]?.headers['authorization']).toBe(`Bearer ${secret}`)
    expect(r.log.lines().length).toBeGreaterThan(0)
    expect(r.log.text() + JSON.stringify(kept)).not.toMatch(/s3cr3t|operator@example/)
  })

  test('a form is sent and never logged', async () => {
    const r = await rehearse()
    await r.ask({ method: 'POST', form: { token: secret, stock: '600111' } })
    expect(r.standIn.log()[0]?.body).toContain(secret)
    expect(r.log.text()).not.toContain(secret)
  })

  test.for([
    ['https://a.example/x?api_token=abc&fmt=json', 'https://a.example/x?api_token=REDACTED&fmt=json'],
    ['https://a.example/x?Access_Token=abc', 'https://a.example/x?Access_Token=REDACTED'],
    ['https://u:p@a.example/x', 'https://a.example/x'],
    ['https://a.example/x?keyWord=abc&productId=600111&searchkey=d', null],
    ['https://a.example/x?events=div%7Csplit&symbols=MP,UUUU', null],
    ['https://a.example/x?mail=me@example.org', 'https://a.example/x?mail=REDACTED'],
  ] as const)('%s is kept as %s', ([url, redacted]) => {
    expect(redactUrl(url)).toBe(redacted ?? url)
  })

  test('text of a page loses values that were sent, pairs by name and addresses', () => {
    const clean = redactor({ ...withSecrets, expect: { format: 'json' } })
    expect(clean(echo)).not.toMatch(/s3cr3t|operator@/)
    expect(clean('apikey=zzz9 keyWord=北方稀土')).toBe('apikey=REDACTED keyWord=北方稀土')
  })
})
