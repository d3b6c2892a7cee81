import { describe, expect, it } from 'vitest'
import { indexAfter } from '../../../web/charts/time-list.ts'

describe('moving through a list in time', () => {
  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowLeft', 3, 2],
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['ArrowRight', 9, 9],
    ['ArrowLeft', 0, 0],
    ['PageDown', 3, 9],
    ['PageUp', 3, 0],
    ['Home', 3, 0],
    ['End', 3, 9],
    ['Tab', 3, null],
  ])('%s from %i leads to %s', (key, from, to) => {
    expect(indexAfter(key, from, 10, 5)).toBe(to)
  })

  it('starts with the first thing in view', () => {
    expect(indexAfter('ArrowRight', -1, 10, 5)).toBe(5)
    expect(indexAfter('ArrowLeft', -1, 10, 12)).toBe(9)
  })

  it('leads nowhere in an empty list', () => {
    expect(indexAfter('End', -1, 0, 0)).toBeNull()
  })
})
