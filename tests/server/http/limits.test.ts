import { describe, expect, onTestFinished, test as pure } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { answerOf } from '../../../server/http/answer.ts'
import { buildAnswerCache, type AnswerCache } from '../../../server/http/answer-cache.ts'
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
  const held = (cache: AnswerCache, questions: readonly string[]) =>
    questions.filter((question) => cache.get(question, 'v1') !== undefined)

  pure('the least recently used leaves when there are too many bytes', () => {
    const cache = buildAnswerCache(100)
    for (const question of ['a', 'b', 'c', 'd']) cache.set(question, 'v1', answer(25))
    expect(cache.get('a', 'v1')?.body.length).toBe(25)
    cache.set('e', 'v1', answer(25))
    expect(held(cache, ['a', 'b', 'c', 'd', 'e'])).toEqual(['a', 'c', 'd', 'e'])
  })

  pure('an answer made from other data is none, and leaves when there is a newer one', () => {
    const cache = buildAnswerCache(100)
    for (const version of ['v1', 'v2', 'v3', 'v4', 'v5']) cache.set('a', version, answer(25))
    for (const question of ['b', 'c', 'd']) cache.set(question, 'v1', answer(25))
    expect(cache.get('a', 'v1')).toBeUndefined()
    expect(cache.get('a', 'v5')?.body.length).toBe(25)
    expect(held(cache, ['b', 'c', 'd'])).toEqual(['b', 'c', 'd'])
  })

  pure('one that would drive out the rest is not kept', () => {
    const cache = buildAnswerCache(100)
    cache.set('a', 'v1', answer(20))
    cache.set('b', 'v1', answer(26))
    expect(held(cache, ['a', 'b'])).toEqual(['a'])
  })
})
