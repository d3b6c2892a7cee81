import type { Answer } from './answer.ts'

/** The last answer to each question, with the state of the data it was made from; the least recently used leave when it grows too big. */
export type AnswerCache = {
  /** undefined: not kept, or made from other data. */
  readonly get: (question: string, version: string) => Answer | undefined
  readonly set: (question: string, version: string, answer: Answer) => void
}

type Kept = { readonly version: string; readonly answer: Answer }

/** `mostBytes` bounds the bodies held; one larger than a quarter of it is not kept, it would drive out the rest. */
export function buildAnswerCache(mostBytes: number): AnswerCache {
  const held = new Map<string, Kept>()
  let bytes = 0
  const drop = (question: string) => {
    bytes -= held.get(question)?.answer.body.length ?? 0
    held.delete(question)
  }
  return {
    get: (question, version) => {
      const kept = held.get(question)
      if (kept?.version !== version) return undefined
      // A Map keeps the order of insertion: what is used moves to the end.
      held.delete(question)
      held.set(question, kept)
      return kept.answer
    },
    set: (question, version, answer) => {
      drop(question)
      if (answer.body.length > mostBytes / 4) return
      held.set(question, { version, answer })
      bytes += answer.body.length
      for (const oldest of held.keys()) {
        if (bytes <= mostBytes) return
        drop(oldest)
      }
    },
  }
}
