import { expect, it } from 'vitest'
import { reasonWords } from '../../../web/ui/source-words.ts'

it('a reason has words; a code that the page does not know stands for itself', () => {
  expect(reasonWords('retry-after')).toBe('it asks us to come back later')
  expect(reasonWords('notFound')).toBe('it does not know what it is asked for')
  expect(reasonWords('toString')).toBe('toString')
})
