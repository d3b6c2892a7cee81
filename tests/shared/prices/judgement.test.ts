import type { CorporateAction } from '@oreline/shared/domain/prices/bar.ts'
import { judgeAnswer, type AnswerFacts } from '@oreline/shared/domain/prices/judgement.ts'
import type { Overlap } from '@oreline/shared/domain/prices/overlap.ts'
import { describe, expect, test } from 'vitest'
import { day } from '../../support/brands.ts'

const fourForOne: CorporateAction = {
  kind: 'split',
  exDate: day('2026-11-16'),
  numerator: 4,
  denominator: 1,
  flags: [],
}
const judge = (overlap: Overlap, more: Partial<AnswerFacts> = {}) =>
  judgeAnswer(overlap, { whole: true, hasNewAction: false, actions: [], ...more })

const half = (differsUntil: string, agreesFrom: string): Overlap => ({
  kind: 'half-adjusted',
  compared: 15,
  differing: 10,
  k: 0.25,
  differsUntil: day(differsUntil),
  agreesFrom: day(agreesFrom),
})

describe('a history on another scale', () => {
  test('is replaced when the answer has all of it, else all of it is asked for', () => {
    const rebase: Overlap = { kind: 'rebase', compared: 15, k: 0.25 }
    expect(judge(rebase)).toEqual({ kind: 'store-new-epoch', k: 0.25, split: null })
    expect(judge(rebase, { actions: [fourForOne] })).toMatchObject({ split: { numerator: 4 } })
    expect(judge(rebase, { whole: false })).toEqual({ kind: 'ask-whole', because: 'rescaled' })
  })

  test('over fewer than five days is proven by the split that explains it, and by no other', () => {
    const few: Overlap = { kind: 'disagrees', compared: 3, differing: 3, k: 0.25 }
    expect(judge(few, { actions: [fourForOne] })).toMatchObject({ kind: 'store-new-epoch', k: 0.25 })
    expect(judge(few).kind).toBe('quarantine')
    expect(judge({ ...few, k: 0.3 }, { actions: [fourForOne] }).kind).toBe('quarantine')
    expect(judge({ ...few, differing: 2 }, { actions: [fourForOne] }).kind).toBe('quarantine')
  })
})

describe('Q16: a history rescaled up to some day', () => {
  test('is kept out', () => {
    expect(judge(half('2026-11-13', '2026-11-16'))).toMatchObject({
      kind: 'quarantine',
      why: 'only the closes before 2026-11-16 are rescaled (by 0.2500): a split half applied',
    })
    expect(judge(half('2026-11-11', '2026-11-12'), { actions: [fourForOne] }).kind).toBe('quarantine')
    expect(judge(half('2026-11-16', '2026-11-17'), { actions: [fourForOne] }).kind).toBe('quarantine')
  })

  test('is complete where that day is the ex-date: the days since had come on the new scale before', () => {
    const overlap = half('2026-11-13', '2026-11-16')
    expect(judge(overlap, { actions: [fourForOne] })).toMatchObject({ kind: 'store-new-epoch', k: 0.25 })
    expect(judge(overlap, { actions: [fourForOne], whole: false })).toMatchObject({ kind: 'ask-whole' })
    expect(judge(overlap, { actions: [{ ...fourForOne, numerator: 5 }] }).kind).toBe('quarantine')
  })
})

test('a dividend that is not held asks for the whole history, once', () => {
  const agrees: Overlap = { kind: 'agrees', compared: 15 }
  expect(judge(agrees, { hasNewAction: true, whole: false })).toEqual({
    kind: 'ask-whole',
    because: 'new-action',
  })
  expect(judge(agrees, { hasNewAction: true })).toEqual({ kind: 'store' })
})
