import { expect, onTestFinished, test } from 'vitest'
import type { StandInRoute } from '../support/stand-in/route.ts'
import { startStandIn, type StandIn } from '../support/stand-in/stand-in.ts'

const route: StandInRoute = {
  name: 'yahoo',
  hosts: ['query1.example.com', 'query2.example.com'],
  answer: ({ query }) => ({ body: { asked: query.get('symbol') } }),
  scenarios: { Q07: (_request, usual) => usual(), H09: () => ({ status: 429, body: 'own' }) },
}

async function standIn(): Promise<StandIn> {
  const started = await startStandIn({ routes: [route] })
  onTestFinished(started.close)
  return started
}

test('the host map covers all hosts of a route, or those named', async () => {
  const { hostMap, origin } = await standIn()
  expect(hostMap()).toEqual({
    'query1.example.com': `${origin}/yahoo`,
    'query2.example.com': `${origin}/yahoo`,
  })
  expect(Object.keys(hostMap('query2.example.com'))).toEqual(['query2.example.com'])
})

test('another process plans faults and reads the log over HTTP; a route’s own scenario wins', async () => {
  const { origin } = await standIn()
  const plan = { route: 'yahoo', name: 'H09', times: 1 }
  await fetch(`${origin}/__scenario`, { method: 'POST', body: JSON.stringify(plan) })
  const refused = await fetch(`${origin}/yahoo/v8?symbol=MP`)
  expect([refused.status, await refused.text()]).toEqual([429, 'own'])
  expect(await (await fetch(`${origin}/yahoo/v8?symbol=MP`)).json()).toEqual({ asked: 'MP' })
  expect(await (await fetch(`${origin}/__log`)).json()).toMatchObject([
    { route: 'yahoo', method: 'GET', path: '/v8?symbol=MP', query: { symbol: 'MP' } },
    { route: 'yahoo' },
  ])
})

test('a fault that does not exist is refused, so that no test passes by a typing error', async () => {
  const { scenario, origin } = await standIn()
  expect(() => {
    scenario('yahoo', 'H99')
  }).toThrow('H99')
  const answer = await fetch(`${origin}/__scenario`, {
    method: 'POST',
    body: '{"route":"nobody","name":"H01"}',
  })
  expect(answer.status).toBe(500)
})
