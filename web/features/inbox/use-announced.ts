import type { Candidate } from '@oreline/shared/api/inbox.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { decidedWords } from './inbox-words.ts'
import type { DecisionBody } from './use-decision.ts'

/** Told when a decision is kept and the lists have been asked anew. */
export type OnDecided = (candidate: Candidate, body: DecisionBody) => void

/**
 * What was decided last, for a line above the list. The line takes the focus, for the button that was pressed goes
 * with its candidate: from there Tab and J lead on to the next one.
 */
export function useAnnounced() {
  const line = useRef<HTMLOutputElement>(null)
  const [said, setSaid] = useState<{ readonly words: string } | null>(null)
  useEffect(() => {
    if (said !== null) line.current?.focus()
  }, [said])
  const onDecided = useCallback<OnDecided>(
    ({ title, title_en: english }, { decision }) =>
      setSaid({ words: decidedWords(decision, english ?? title) }),
    [],
  )
  return { line, words: said?.words ?? '', onDecided }
}
