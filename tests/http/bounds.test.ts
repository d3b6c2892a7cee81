import { describe, expect, test } from 'vitest'
import { buildHttpClient } from '../../jobs/http/client.ts'
import { nodeTimer } from '../../jobs/http/timer.ts'
import { examplePolicy, rehearse } from '../support/http-rehearsal.ts'
import { loopbackFetch } from '../support/loopback-fetch.ts'

const mebibyte = 2 ** 20

describe('redirects', () => {
  test('H13: to a host outside the policy is broken: redirect, the target is named', async () => {
    const r = await rehearse()
    expect(await r.meet('H13')).toMatchObject({
      kind: 'broken',
      why: 'redirect',
      detail: expect.stringContaining('portal.example.net'),
    })
    expect(r.log.lines()).toMatchObject([
      { level: 40, detail: expect.stringContaining('portal.example.net') },
    ])
  })

  test('H13: to the consent wall is blocked: consent', async () => {
    const r = await rehearse()
    expect(await r.meet('H13-consent')).toMatchObject({ kind: 'blocked', why: 'consent' })
  })

  test('H13: into this machine or its network is refused', async () => {
    const r = await rehearse()
    expect(await r.meet('H13-private')).toMatchObject({ kind: 'broken', why: 'redirect' })
    expect(r.standIn.log()).toHaveLength(1)
  })

  test('H14: a loop ends after three', async () => {
    const r = await rehearse()
    expect(await r.meet('H14', {}, 9)).toMatchObject({ kind: 'broken', why: 'redirect' })
    expect(r.standIn.log()).toHaveLength(4)
  })

  test('inside the policy it is followed with the gap; a second host gets neither login, cookie nor key', async () => {
    const moved = { status: 301, body: '', headers: { location: 'https://www.example.com/new?page=2' } }
    const second = { name: 'www', hosts: ['www.example.com'], answer: () => ({ body: { moved: true } }) }
    const r = await rehearse(moved, { routes: [second] })
    const headers = {
      authorization: 'Bearer s3cret',
      Cookie: 'A3=s3cret',
      'X-Api-Key': 's3cret',
      'User-Agent': 'UA',
    }
    expect(await r.ask({ headers })).toMatchObject({ kind: 'answer', text: '{"moved":true}' })
    const [first, last] = r.standIn.log()
    expect(first?.headers).toMatchObject({ authorization: 'Bearer s3cret', cookie: 'A3=s3cret' })
    expect(last).toMatchObject({ path: '/new?page=2', headers: { 'user-agent': 'UA' } })
    expect(JSON.stringify(last)).not.toContain('s3cret')
    expect((last?.atMs ?? 0) - (first?.atMs ?? 0)).toBe(1_000)
  })

  test('a form is sent again on 307, becomes a GET on 302, and never reaches a second host', async () => {
    const form = { url: 'https://data.example.com/form', method: 'POST', form: { stock: '600111' } } as const
    const to = (status: number, location: string) => ({ status, body: '', headers: { location } })
    const methods = async (
      status: number,
      location: string,
    ): Promise<readonly (readonly [string, string])[]> => {
      const r = await rehearse(to(status, location))
      await r.ask(form)
      return r.standIn.log().map(({ method, body }) => [method, body])
    }
    expect((await methods(307, '/there')).slice(0, 2)).toEqual([
      ['POST', 'stock=600111'],
      ['POST', 'stock=600111'],
    ])
    expect((await methods(302, '/there')).slice(0, 2)).toEqual([
      ['POST', 'stock=600111'],
      ['GET', ''],
    ])
    expect(await methods(307, 'https://www.example.com/there')).toHaveLength(1)
  })
})

describe('H15: more bytes than allowed', () => {
  test.for([['H15'], ['H15-bomb']])(
    '%s is cut off at the cap and broken: too-large',
    async ([fault = '']) => {
      const r = await rehearse()
      expect(await r.meet(fault, { maxBytes: mebibyte })).toMatchObject({ kind: 'broken', why: 'too-large' })
      expect(r.standIn.log()).toHaveLength(1)
      expect(r.log.lines()).toMatchObject([{ level: 50 }])
    },
  )

  test('a body of exactly the cap passes', async () => {
    const r = await rehearse({ body: `[${'1'.repeat(98)}]` })
    expect(await r.ask({ maxBytes: 100 })).toMatchObject({ kind: 'answer' })
    expect(await r.ask({ maxBytes: 99 })).toMatchObject({ kind: 'broken', why: 'too-large' })
  })
})

describe('H16: silence', () => {
  test.for([
    ['H16', 'no body within 40 ms'],
    ['H16-silence', 'no body within 40 ms'],
    ['H16-mute', 'no headers within 30 ms'],
  ])('%s is repeated, then broken: timeout', async ([fault = '', detail = '']) => {
    const r = await rehearse()
    const headersTimeoutMs = fault === 'H16-mute' ? 30 : 5_000
    const got = await r.meet(fault, { headersTimeoutMs, bodyTimeoutMs: 40, retries: 1 }, 2)
    expect(got).toMatchObject({ kind: 'broken', why: 'timeout', detail: expect.stringContaining(detail) })
    expect(r.standIn.log()).toHaveLength(2)
  })
})

describe('H17: the host cannot be reached', () => {
  test('a certificate error is broken: transport after one request, and an error in the log', async () => {
    const r = await rehearse()
    // TLS towards a port that speaks none.
    const hostMap = { 'data.example.com': r.standIn.origin.replace('http:', 'https:') }
    const got = await r.secondClient({ hostMap })()
    expect(got).toMatchObject({ kind: 'broken', why: 'transport' })
    expect(got).toHaveProperty(
      'detail',
      'cannot reach data.example.com (certificate, ERR_SSL_WRONG_VERSION_NUMBER)',
    )
    expect(r.log.lines()).toMatchObject([{ level: 50 }])
  })

  test('an unknown name too', async () => {
    const r = await rehearse()
    const fetch = async () => {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }),
      })
    }
    expect(await r.secondClient({ fetch })()).toMatchObject({
      kind: 'broken',
      why: 'transport',
      detail: 'cannot reach data.example.com (name, ENOTFOUND)',
    })
    expect(r.log.lines()).toHaveLength(1)
  })
})

describe('where no request goes', () => {
  test('offline: blocked, why off, nothing sent and nothing written down', async () => {
    const r = await rehearse(undefined, { deps: { offline: true } })
    expect(await r.ask()).toMatchObject({
      kind: 'blocked',
      why: 'off',
      detail: expect.stringContaining('offline'),
    })
    expect(r.standIn.log()).toEqual([])
    expect(r.hosts.stateOf('example').consecutiveFailures).toBe(0)
  })

  test.for([
    ['http://data.example.com/x', 'not https'],
    ['https://elsewhere.example.com/x', 'not a host of example'],
    ['https://data.example.com:8443/x', 'not a host of example'],
    ['https://me:pw@data.example.com/x', 'a login'],
  ])('a provider that asks for %s is a bug', async ([url = '', why = '']) => {
    const r = await rehearse()
    await expect(r.ask({ url })).rejects.toThrow(why)
  })

  test.for(['127.0.0.1', '10.0.0.5', '[::1]', 'localhost', 'nas.local', 'intranet', '169.254.169.254'])(
    'a policy that names %s is a bug',
    async (host) => {
      const r = await rehearse()
      const policy = { ...examplePolicy, hosts: [host] }
      await expect(r.ask({ url: `https://${host}/x` }, policy)).rejects.toThrow('public host name')
    },
  )

  test('a host map that leads out of this machine is refused', async () => {
    const r = await rehearse()
    const build = (target: string) => () =>
      buildHttpClient({
        startTimer: nodeTimer,
        fetch: loopbackFetch,
        clock: r.time.clock,
        sleep: r.time.sleep,
        random: Math.random,
        log: r.log.log,
        hosts: r.hosts,
        hostMap: { 'data.example.com': target },
        offline: false,
      })
    expect(build('http://10.0.0.5:9100/yahoo')).toThrow('this machine only')
    expect(build('http://127.0.0.1.evil.example/yahoo')).toThrow('this machine only')
    expect(build('http://localhost:9100')).not.toThrow()
  })
})

describe('stopping', () => {
  test('ends a request under way, counts as no failure and frees the host', async () => {
    const stop = new AbortController()
    const r = await rehearse(undefined, { deps: { signal: stop.signal } })
    const asked = r.meet('H16-mute')
    setTimeout(() => {
      stop.abort(new Error('stopping'))
    }, 20)
    await expect(asked).rejects.toThrow('stopping')
    expect(r.hosts.stateOf('example')).toMatchObject({ consecutiveFailures: 0, busyUntil: null })
  })
})
