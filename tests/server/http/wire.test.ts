/** What only a real connection shows: requests that Node refuses before there is one. */
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'
import { problemSchema } from '@oreline/shared/kernel/errors.ts'
import { describe, expect, onTestFinished } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { appParts, test } from '../../support/app.ts'
import type { Store } from '@oreline/server/db/open.ts'

async function listening(store: Store): Promise<FastifyInstance> {
  const app = await buildApp(appParts({ store }))
  onTestFinished(() => app.close())
  await app.listen({ host: '127.0.0.1', port: 0 })
  return app
}

/** Sends bytes and reads all that comes back until the server ends the connection. */
async function send(app: FastifyInstance, bytes: string): Promise<{ status: number; problem: unknown }> {
  const socket = connect(Number(new URL(app.listeningOrigin).port), '127.0.0.1')
  socket.write(bytes)
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n', 2)
  expect(head).toMatch(/\r\ncontent-type: application\/problem\+json/)
  return { status: Number(head.split(' ')[1]), problem: problemSchema.parse(JSON.parse(body)) }
}

const tail = 'Host: 127.0.0.1\r\nConnection: close\r\n\r\n'

describe('below HTTP', () => {
  test.for([
    [
      'an address of 9,000 characters',
      `GET /api/v1/prices?tickers=${'A'.repeat(9_000)} HTTP/1.1\r\n${tail}`,
      414,
      'url-too-long',
    ],
    [
      'an address of 60,000 characters',
      `GET /api/v1/prices?tickers=${'A'.repeat(60_000)} HTTP/1.1\r\n${tail}`,
      414,
      'url-too-long',
    ],
    [
      'an address of a million characters',
      `GET /${'A'.repeat(1_000_000)} HTTP/1.1\r\n${tail}`,
      431,
      'head-too-long',
    ],
    [
      'headers of a million characters',
      `GET /api/v1/health HTTP/1.1\r\nCookie: ${'A'.repeat(1_000_000)}\r\n${tail}`,
      431,
      'head-too-long',
    ],
    ['what is no HTTP', 'HELLO\r\n\r\n', 400, 'invalid-input'],
    ['no Host, as in HTTP/1.0', 'GET /api/v1/health HTTP/1.0\r\n\r\n', 421, 'foreign-host'],
  ] as const)('%s', async ([, bytes, status, code], { seeded }) => {
    const app = await listening(seeded)
    expect(await send(app, bytes)).toMatchObject({ status, problem: { status, code } })
  })

  test('and the next request is answered', async ({ seeded }) => {
    const app = await listening(seeded)
    await send(app, 'HELLO\r\n\r\n')
    const response = await fetch(`${app.listeningOrigin}/api/v1/health`)
    expect(response.status).toBe(200)
  })
})
