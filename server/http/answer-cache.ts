import type { Answer } from './answer.ts'

/** Answers by what they were asked and what was stored then; the least recently used leave when it grows too big. */
export type AnswerCache = {
  readonly get: (key: string) => Answer | undefined
  readonly set: (key: string, answer: Answer) => void
}

/** `mostBytes` bounds the bodies held; one larger than a quarter of it is not kept, it would drive out the rest. */
export function buildAnswerCache(mostBytes: number): AnswerCache {
  const held = new Map<string, Answer>()
  let bytes = 0
  const drop = (key: string, answer: Answer) => {
    held.delete(key)
    bytes -= answer.body.length
  }
  return {
    get: (key) => {
      const answer = held.get(key)
      if (answer === undefined) return undefined
      // A Map keeps the order of insertion: what is used moves to the end.
      held.delete(key)
      held.set(key, answer)
      return answer
    },
    set: (key, answer) => {
      const former = held.get(key)
      if (former !== undefined) drop(key, former)
      if (answer.body.length > mostBytes / 4) return
      held.set(key, answer)
      bytes += answer.body.length
      for (const [oldest, stale] of held) {
        if (bytes <= mostBytes) return
        drop(oldest, stale)
      }
    },
  }
}
