import { problemSchema } from '@oreline/shared/kernel/errors.ts'
import { describe, expect } from 'vitest'
import { ask, test } from '../../support/app.ts'

const names = (count: number) => Array.from({ length: count }, (_, i) => `T${i}`).join(',')
const prices = '/api/v1/prices'

describe('bad input gets 4xx as problem+json, naming the parameter', () => {
  test.for([
    ['an unknown ticker', `${prices}?tickers=MP,NOPE`, 404, 'unknown-ticker', 'tickers'],
    ['an unknown ticker of filings', '/api/v1/filings?tickers=NOPE', 404, 'unknown-ticker', 'tickers'],
    ['no ticker', `${prices}?from=2025-01-01`, 400, 'invalid-input', 'tickers'],
    ['an empty list', `${prices}?tickers=`, 400, 'invalid-input', 'tickers'],
    ['a list with a hole', `${prices}?tickers=MP,,UUUU`, 400, 'invalid-input', 'tickers'],
    ['what is no ticker', `${prices}?tickers=MP;drop`, 400, 'invalid-input', 'tickers'],
    ['a list given twice', `${prices}?tickers=MP&tickers=UUUU`, 400, 'invalid-input', 'tickers'],
    ['from after to', `${prices}?tickers=MP&from=2025-02-01&to=2025-01-31`, 400, 'invalid-input', 'from'],
    ['a date that is none', `${prices}?tickers=MP&from=yesterday`, 400, 'invalid-input', 'from'],
    ['a day the month has not', `${prices}?tickers=MP&to=2025-02-29`, 400, 'invalid-input', 'to'],
    ['the year 0', `${prices}?tickers=MP&from=0000-01-01`, 400, 'invalid-input', 'from'],
    ['a time for a day', `${prices}?tickers=MP&from=2025-01-01T00:00:00Z`, 400, 'invalid-input', 'from'],
    ['a day for an instant', `${prices}?tickers=MP&as_of=2025-01-01`, 400, 'invalid-input', 'as_of'],
    [
      'an instant without a zone',
      `${prices}?tickers=MP&as_of=2025-01-01T00:00:00`,
      400,
      'invalid-input',
      'as_of',
    ],
    [
      'an instant in the year 0',
      `${prices}?tickers=MP&as_of=0000-01-01T00:00:00Z`,
      400,
      'invalid-input',
      'as_of',
    ],
    ['101 tickers', `${prices}?tickers=${names(101)}`, 400, 'too-many-names', 'tickers'],
    [
      '101 pairs',
      `/api/v1/fx?pairs=${Array.from({ length: 101 }, (_, i) => `A${String.fromCharCode(65 + (i % 26), 65 + Math.floor(i / 26))}USD`).join(',')}`,
      400,
      'too-many-names',
      'pairs',
    ],
    ['a pair of five letters', '/api/v1/fx?pairs=AUDUS', 400, 'invalid-input', 'pairs'],
    ['a format there is not', `${prices}?tickers=MP&format=xlsx`, 400, 'invalid-input', 'format'],
    ['a currency there is not', `${prices}?tickers=MP&currency=EUR`, 400, 'invalid-input', 'currency'],
    ['an adjustment there is not', `${prices}?tickers=MP&adjust=full`, 400, 'invalid-input', 'adjust'],
    ['a limit of 0', `${prices}?tickers=MP&limit=0`, 400, 'invalid-input', 'limit'],
    ['a limit beyond the most', `${prices}?tickers=MP&limit=50001`, 400, 'invalid-input', 'limit'],
    ['a limit that is no number', `${prices}?tickers=MP&limit=all`, 400, 'invalid-input', 'limit'],
    ['a misspelt parameter', `${prices}?tickers=MP&form=2025-01-01`, 400, 'invalid-input', 'form'],
    ['a token of nobody', `${prices}?tickers=MP&next=abc`, 400, 'invalid-input', 'next'],
    ['a token of another list', `${prices}?tickers=MP&next=${token([7])}`, 400, 'invalid-input', 'next'],
    [
      'a token with a NUL',
      `/api/v1/filings?next=${token(['2025-01-01', null, 'sec', 'a\0', 'MP'])}`,
      400,
      'invalid-input',
      'next',
    ],
    ['a run beyond any', `/api/v1/jobs/runs?next=${token([2 ** 40])}`, 400, 'invalid-input', 'next'],
    ['a form with a NUL', '/api/v1/filings?form=8-K%00', 400, 'invalid-input', 'form'],
    ['neither true nor false', '/api/v1/filings?sensitive=1', 400, 'invalid-input', 'sensitive'],
    ['a stage there is not', '/api/v1/policy-events?stage=smelting', 400, 'invalid-input', 'stage'],
    ['an element there is not', '/api/v1/policy-events?element=Fe', 400, 'invalid-input', 'element'],
    ['a state there is not', '/api/v1/policy-events?status=pending', 400, 'invalid-input', 'status'],
    ['a state on a day there is not', '/api/v1/policy-events?at=2026-02-29', 400, 'invalid-input', 'at'],
    ['a day before any calendar', '/api/v1/policy-calendar?at=0999-12-31', 400, 'invalid-input', 'at'],
    ['a day after any calendar', '/api/v1/policy-calendar?at=9000-01-01', 400, 'invalid-input', 'at'],
    ['days that lie back', '/api/v1/policy-calendar?days=-1', 400, 'invalid-input', 'days'],
    ['days beyond any', '/api/v1/policy-calendar?days=40001', 400, 'invalid-input', 'days'],
    ['no number of days', '/api/v1/policy-calendar?days=', 400, 'invalid-input', 'days'],
    ['days and a half', '/api/v1/policy-calendar?days=1.5', 400, 'invalid-input', 'days'],
    ['days in another base', '/api/v1/policy-calendar?days=0x10', 400, 'invalid-input', 'days'],
    ['a kind of date there is not', '/api/v1/policy-calendar?kind=party', 400, 'invalid-input', 'kind'],
    ['an unknown stock of dates', '/api/v1/policy-calendar?ticker=NOPE', 404, 'unknown-ticker', 'ticker'],
    ['an unknown stock of the chain', '/api/v1/chain?ticker=NOPE', 404, 'unknown-ticker', 'ticker'],
    ['a rare earth there is not', '/api/v1/chain?element=Fe', 400, 'invalid-input', 'element'],
    ['a figure nobody disclosed', '/api/v1/chain/disclosed?metric=NdPr', 400, 'invalid-input', 'metric'],
    ['sums by nothing known', '/api/v1/chain/money-sums?by=planet', 400, 'invalid-input', 'by'],
    ['moves of an unknown event', '/api/v1/policy-moves?events=no-such', 404, 'unknown-event', 'events'],
    ['an inbox of nobody', '/api/v1/inbox?source=nobody', 404, 'unknown-source', 'source'],
    ['documents of nobody', '/api/v1/policy-documents?source=nobody', 404, 'unknown-source', 'source'],
    ['no number of a candidate', '/api/v1/inbox/0', 404, 'unknown-candidate', 'id'],
    ['a job there is not', '/api/v1/jobs/runs?job=quotes-mars', 400, 'invalid-input', 'job'],
  ] as const)('%s', async ([, url, status, code, parameter], { shipped }) => {
    const reply = await ask(shipped, url)
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    const problem = problemSchema.parse(reply.json)
    expect([reply.status, problem.status, problem.code, problem.parameter]).toEqual([
      status,
      status,
      code,
      parameter,
    ])
    expect(problem.detail).not.toBe('')
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(problem.request_id).toBe(reply.headers['x-request-id'])
  })

  test('every offending parameter is listed, the first as `parameter`', async ({ shipped }) => {
    const { json } = await ask(shipped, `${prices}?from=x&to=y&adjust=z`)
    const problem = problemSchema.parse(json)
    expect(problem.errors?.map(({ parameter }) => parameter)).toEqual(['tickers', 'from', 'to', 'adjust'])
    expect(problem.errors?.[0]).toEqual({ parameter: 'tickers', detail: 'is missing' })
    expect(problem.parameter).toBe('tickers')
  })

  test('a hundred names and the same name a hundred times over are fine', async ({ shipped }) => {
    const { json } = await ask(shipped, `${prices}?tickers=${names(100)}`)
    expect(json).toMatchObject({ code: 'unknown-ticker' })
    const { status } = await ask(shipped, `${prices}?tickers=${Array(200).fill('MP').join(',')}&limit=1`)
    expect(status).toBe(200)
  })

  test.for([
    ['nothing at the address', '/api/v1/nothing', 404, 'not-found'],
    ['nothing of that version', '/api/v2/prices', 404, 'not-found'],
    ['what is no address', '/api/v1/%zz', 400, 'invalid-input'],
    ['an address of 8,001 characters', `${prices}?tickers=MP&next=`.padEnd(8_001, 'x'), 414, 'url-too-long'],
  ] as const)('%s', async ([, url, status, code], { shipped }) => {
    const reply = await ask(shipped, url)
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(reply).toMatchObject({ status, json: { status, code } })
  })
})

describe('bodies', () => {
  const put = { method: 'PUT', url: '/api/v1/sources/ecb', headers: { host: '127.0.0.1:4600' } } as const
  const json = { ...put.headers, 'content-type': 'application/json' }

  test.for([
    ['half of one', { ...put, headers: json, payload: '{"enabled":' }, 400, 'invalid-input'],
    ['none', { ...put, headers: json }, 400, 'invalid-input'],
    [
      'a form',
      {
        ...put,
        headers: { ...put.headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'enabled=false',
      },
      415,
      'unsupported-body',
    ],
    [
      '64 kB and more',
      { ...put, headers: json, payload: JSON.stringify({ enabled: 'x'.repeat(70_000) }) },
      413,
      'body-too-large',
    ],
  ] as const)('%s', async ([, request, status, code], { shipped }) => {
    const reply = await shipped.inject(request)
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect([reply.statusCode, reply.json().code]).toEqual([status, code])
  })
})

function token(key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}
