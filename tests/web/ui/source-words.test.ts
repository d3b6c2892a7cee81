import { expect, it } from 'vitest'
import { reasonWords, warningWords } from '../../../web/ui/source-words.ts'

it('a reason has words; a code that the page does not know stands for itself', () => {
  expect(reasonWords('retry-after')).toBe('it asks us to come back later')
  expect(reasonWords('notFound')).toBe('it does not know what it is asked for')
  expect(reasonWords('toString')).toBe('toString')
})

it('an oddity is told with its number where it has one', () => {
  expect(warningWords({ code: 'Q04', detail: 'sessions missing', count: 2 })).toBe('sessions missing: 2')
  expect(warningWords({ code: 'H25', detail: 'new field x', count: null })).toBe('new field x')
})
