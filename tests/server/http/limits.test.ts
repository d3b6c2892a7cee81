import { describe, expect, onTestFinished, test as pure } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { answerOf } from '../../../server/http/answer.ts'
import { buildAnswerCache } from '../../../server/http/answer-cache.ts'
import { appParts, test } from '../../support/app.ts'

describe('the rate limit', () => {
  test('stops an address from afar at 600 a minute, and says until when', async ({ seeded }) => {
    const app = await buildApp(appParts({ store: seeded }))
    onTestFinished(() => app.close())
    const askFrom = (remoteAddress: string) =>
      app.inject({ url: '/api/v1/health', remoteAddress, headers: { host: '127.0.0.1' } })
    for (let count = 0; count < 600; count += 1) expect((await askFrom('203.0.113.7')).statusCode).toBe(200)
    const refused = await askFrom('203.0.113.7')
    expect(refused.statusCode).toBe(429)
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(refused.json()).toMatchObject({ code: 'too-many-requests' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await askFrom('203.0.113.8')).statusCode).toBe(200)
    expect((await askFrom('127.0.0.1')).statusCode).toBe(200)
  })
})

describe('the answers kept', () => {
  const answer = (size: number) => answerOf('x'.repeat(size), 'text/plain')

  pure('the least recently used leaves when there are too many bytes', () => {
    const cache = buildAnswerCache(100)
    for (const key of ['a', 'b', 'c', 'd']) cache.set(key, answer(25))
    expect(cache.get('a')?.body.length).toBe(25)
    cache.set('e', answer(25))
    expect(['a', 'b', 'c', 'd', 'e'].filter((key) => cache.get(key) !== undefined)).toEqual([
      'a',
      'c',
      'd',
      'e',
    ])
  })

  pure('one that would drive out the rest is not kept', () => {
    const cache = buildAnswerCache(100)
    cache.set('a', answer(20))
    cache.set('big', answer(26))
    expect([cache.get('a') === undefined, cache.get('big') === undefined]).toEqual([false, true])
  })

  pure('the same key counts once', () => {
    const cache = buildAnswerCache(100)
    for (let count = 0; count < 50; count += 1) cache.set('a', answer(25))
    for (const key of ['b', 'c', 'd']) cache.set(key, answer(25))
    expect(cache.get('a')?.body.length).toBe(25)
  })
})
