import { instrumentRequestRowSchema } from '@oreline/shared/api/instrument-requests.ts'
import { expect, it } from 'vitest'
import {
  isUnderWay,
  newestRequests,
  requestWords,
} from '../../../web/features/data/instruments/request-words.ts'

const request = (id: number, symbol: string, state: string) =>
  instrumentRequestRowSchema.parse({
    id,
    symbol,
    state,
    detail: '',
    ticker: state === 'done' ? symbol : null,
    bars_stored: 0,
    asked_at: '2026-11-21T10:00:00.000Z',
    changed_at: '2026-11-21T10:00:00.000Z',
  })

it('a request is under way until it is done or refused', () => {
  const states = ['pending', 'looking-up', 'backfilling', 'done', 'refused']
  expect(states.map((state) => isUnderWay(request(1, 'USAR', state)))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})

it('of several requests for one symbol the newest counts', () => {
  const rows = [request(3, 'USAR', 'pending'), request(2, 'ILU.AX', 'done'), request(1, 'USAR', 'refused')]
  expect(newestRequests(rows).map(({ id }) => id)).toEqual([3, 2])
})

it('an instrument that was removed is not said to be followed, nor before it is known', () => {
  const done = request(1, 'USAR', 'done')
  expect(requestWords(done, new Set(['USAR']))).toBe('Followed')
  expect(requestWords(done, new Set(['MP']))).toBe('Removed since')
  expect(requestWords(done, undefined)).toBe('Followed')
})
