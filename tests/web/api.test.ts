import { getFx } from '@oreline/shared/api/fx.ts'
import { getPolicyEvent } from '@oreline/shared/api/policy-events.ts'
import { putSource } from '@oreline/shared/api/sources.ts'
import { describe, expect, it } from 'vitest'
import { call, CallError, type CallFailure } from '../../web/api.ts'

type Asked = { readonly address: string; readonly init: RequestInit | undefined }

/** A server of one answer, and what it was asked. */
function answering(status: number, body: string): { asked: Asked[]; fetch: typeof globalThis.fetch } {
  const asked: Asked[] = []
  return {
    asked,
    fetch: async (input, init) => {
      asked.push({ address: input instanceof Request ? input.url : String(input), init })
      return new Response(body, { status })
    },
  }
}

const noRates = JSON.stringify({
  data: [],
  meta: {
    as_of: '2026-11-21T10:00:00Z',
    data_version: '1',
    sources: [],
    units: {},
    currency: null,
    adjusted: null,
    next: null,
  },
})
const askFx = (fetch: typeof globalThis.fetch) =>
  call(getFx, { query: { pairs: 'AUDUSD,CNYUSD' } }, { fetch })

async function failureOf(asking: Promise<unknown>): Promise<CallFailure> {
  const error: unknown = await asking.catch((thrown: unknown) => thrown)
  if (error instanceof CallError) return error.failure
  throw new Error('it should have failed with a CallError', { cause: error })
}

describe('call', () => {
  it('asks the address of the contract with readable lists', async () => {
    const { asked, fetch } = answering(200, noRates)
    await askFx(fetch)
    expect(asked[0]).toMatchObject({
      address: '/api/v1/fx?pairs=AUDUSD,CNYUSD',
      init: { method: 'GET' },
    })
  })

  it('puts names into the path and the body into JSON', async () => {
    const put = answering(200, JSON.stringify({ data: { source: 'yahoo', enabled: false } }))
    await call(putSource, { params: { source: 'yahoo' }, body: { enabled: false } }, { fetch: put.fetch })
    expect(put.asked[0]).toMatchObject({
      address: '/api/v1/sources/yahoo',
      init: { method: 'PUT', body: '{"enabled":false}' },
    })
    const get = answering(404, '')
    await failureOf(call(getPolicyEvent, { params: { id: 'a/b?c' }, query: {} }, { fetch: get.fetch }))
    expect(get.asked[0]?.address).toBe('/api/v1/policy-events/a%2Fb%3Fc')
  })

  it('nobody answers: network', async () => {
    const failure = await failureOf(askFx(() => Promise.reject(new TypeError('Failed to fetch'))))
    expect(failure).toEqual({ kind: 'network' })
  })

  it('a refusal keeps the title and the detail Oreline gave', async () => {
    const problem = {
      type: 'about:blank',
      title: 'The provider may not be asked yet',
      status: 409,
      detail: 'Yahoo Finance: not before 16:20.',
      code: 'held-back',
    }
    const { fetch } = answering(409, JSON.stringify(problem))
    expect(await failureOf(askFx(fetch))).toEqual({ kind: 'problem', problem })
  })

  it('a refusal in another shape, as of a proxy, is a problem with its status', async () => {
    const { fetch } = answering(502, '<html>Bad gateway</html>')
    expect(await failureOf(askFx(fetch))).toMatchObject({ kind: 'problem', problem: { status: 502 } })
  })

  it.each([
    ['JSON of another shape', '{"rows":[]}'],
    [
      'a rate that is no number',
      noRates.replace('[]', '[{"pair":"AUDUSD","date":"2026-11-20","rate":"0.65","source":"ecb"}]'),
    ],
    ['no JSON', '<html></html>'],
    ['nothing', ''],
  ])('a good answer in an unknown shape is a mismatch: %s', async (_, body) => {
    const { fetch } = answering(200, body)
    expect((await failureOf(askFx(fetch))).kind).toBe('mismatch')
  })

  it('an asking that was called off is not a failure of the network', async () => {
    const off = new AbortController()
    off.abort()
    const asking = call(
      getFx,
      { query: { pairs: 'AUDUSD' } },
      { signal: off.signal, fetch: () => Promise.reject(new DOMException('off', 'AbortError')) },
    )
    await expect(asking).rejects.toThrow(DOMException)
  })
})
