import type { Candidate } from '@oreline/shared/api/inbox.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { useCallback, useRef } from 'react'
import { CandidateCard } from './candidate-card.tsx'
import classes from './inbox.module.css'
import type { OnDecided } from './use-announced.ts'
import { useListKeys } from './use-list-keys.ts'

export type CandidateListProps = {
  readonly candidates: readonly Candidate[]
  /** The one that is open; null: none. */
  readonly chosen: number | null
  readonly today: IsoDate
  readonly onChoose: (id: number | null) => void
  readonly onDecided: OnDecided
}

/** The candidates, one of them open at most. */
export function CandidateList({ candidates, chosen, today, onChoose, onDecided }: CandidateListProps) {
  const list = useRef<HTMLUListElement>(null)
  const close = useCallback(() => onChoose(null), [onChoose])
  useListKeys(list, chosen === null ? null : close)
  return (
    <>
      <p className={classes['keys']}>
        <kbd>J</kbd> <kbd>K</kbd> next and former, <kbd>Enter</kbd> opens, <kbd>Esc</kbd> closes
      </p>
      <ul ref={list} className={classes['cards']}>
        {candidates.map((candidate) => (
          <CandidateCard
            key={candidate.id}
            candidate={candidate}
            isOpen={candidate.id === chosen}
            today={today}
            onToggle={() => onChoose(candidate.id === chosen ? null : candidate.id)}
            onDecided={onDecided}
          />
        ))}
      </ul>
    </>
  )
}
