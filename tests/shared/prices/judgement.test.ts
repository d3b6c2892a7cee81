import { addDays } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Bar, CorporateAction } from '@oreline/shared/domain/prices/bar.ts'
import { judgeAnswer, type AnswerFacts } from '@oreline/shared/domain/prices/judgement.ts'
import { describe, expect, test } from 'vitest'
import { day } from '../../support/brands.ts'

const first = day('2026-11-01')
/** One bar a day from the first of November on. */
const series = (closes: readonly number[]): readonly Bar[] =>
  closes.map((close, place) => ({
    date: addDays(first, place),
    open: null,
    high: null,
    low: null,
    close,
    adjClose: null,
    volume: null,
    status: 'final',
    basis: 'splits',
    flags: [],
  }))
const held = [40, 41, 42, 43, 44, 45, 46, 47, 48, 49]
const splitOn = (place: number, numerator = 4): CorporateAction => ({
  kind: 'split',
  exDate: addDays(first, place),
  numerator,
  denominator: 1,
  flags: [],
})
const judge = (stored: readonly number[], fresh: readonly number[], more: Partial<AnswerFacts> = {}) =>
  judgeAnswer({
    stored: series(stored),
    fresh: series(fresh),
    whole: true,
    goesOn: true,
    hasNewAction: false,
    actions: [],
    ...more,
  })
const quarters = (closes: readonly number[]) => closes.map((close) => close / 4)

describe('a history on another scale', () => {
  test('is replaced when the answer has all of it, else all of it is asked for', () => {
    expect(judge(held, quarters(held))).toEqual({ kind: 'store-new-epoch', k: 0.25, split: null })
    expect(judge(held, quarters(held), { actions: [splitOn(12)] })).toMatchObject({ split: { numerator: 4 } })
    expect(judge(held, quarters(held), { whole: false })).toEqual({
      kind: 'ask-whole',
      because: 'rescaled',
    })
  })

  test('over fewer than five days is proven by the split that explains it, and by no other', () => {
    const few = held.slice(0, 3)
    expect(judge(few, quarters(few), { actions: [splitOn(3)] })).toMatchObject({ k: 0.25 })
    expect(judge(few, quarters(few)).kind).toBe('quarantine')
    expect(judge(few, quarters(few), { actions: [splitOn(3, 5)] }).kind).toBe('quarantine')
    const corrected = [10, 10.25, 10.9]
    expect(judge(few, corrected, { actions: [splitOn(3)] }).kind).toBe('quarantine')
  })
})

describe('Q16: a history rescaled up to some day', () => {
  const until = (place: number) => [...quarters(held.slice(0, place)), ...held.slice(place)]

  test('is kept out', () => {
    expect(judge(held, until(6))).toMatchObject({
      kind: 'quarantine',
      why: 'only the closes before 2026-11-07 are rescaled (by 0.2500): a split half applied',
    })
    for (const exPlace of [3, 5, 8])
      expect(judge(held, until(6), { actions: [splitOn(exPlace)] }).kind).toBe('quarantine')
  })

  test('is complete where that day is the ex-date: the days since had come on the new scale before', () => {
    const actions = [splitOn(6)]
    expect(judge(held, until(6), { actions })).toMatchObject({ kind: 'store-new-epoch', k: 0.25 })
    expect(judge(held, until(6), { actions, whole: false })).toMatchObject({ kind: 'ask-whole' })
    expect(judge(held, until(6), { actions: [splitOn(6, 5)] }).kind).toBe('quarantine')
    const corrected = until(6).map((close, place) => (place === 2 ? close * 1.01 : close))
    expect(judge(held, corrected, { actions })).toMatchObject({ kind: 'store-new-epoch', k: 0.25 })
  })
})

test('a dividend that is not held asks for the whole history, once', () => {
  expect(judge(held, held, { hasNewAction: true, whole: false })).toEqual({
    kind: 'ask-whole',
    because: 'new-action',
  })
  expect(judge(held, held, { hasNewAction: true })).toEqual({ kind: 'store' })
})

test('days that go on from a series without one of its own tell no scale: all of it is asked for', () => {
  const later = series([10, 11, 12, 13]).map((bar) => ({ ...bar, date: addDays(bar.date, 300) }))
  expect(judge(held, [], { fresh: later, whole: false })).toEqual({
    kind: 'ask-whole',
    because: 'no-overlap',
  })
  expect(judge(held, [], { fresh: later, whole: false, goesOn: false })).toEqual({ kind: 'store' })
  expect(judge([], held)).toEqual({ kind: 'store' })
})
