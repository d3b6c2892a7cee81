import type { Candidate } from '@oreline/shared/api/inbox.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { instrumentWords } from '../../ui/policy-words.ts'
import { sourceName } from '../../ui/source-words.ts'
import { CandidateActions } from './candidate-actions.tsx'
import { CandidateDetails } from './candidate-details.tsx'
import classes from './inbox.module.css'
import { changesWords, documentNotes, relevanceWords, stageWords, stateWords } from './inbox-words.ts'
import type { OnDecided } from './use-announced.ts'

const MOST_TERMS = 5

/** One candidate: a line to judge it by, and opened all that is known about it and what can be done. */
export function CandidateCard({
  candidate,
  isOpen,
  today,
  onToggle,
  onDecided,
}: {
  readonly candidate: Candidate
  readonly isOpen: boolean
  readonly today: IsoDate
  readonly onToggle: () => void
  readonly onDecided: OnDecided
}) {
  const { id, title, title_en: english, terms, relevance, state, documents } = candidate
  const changes = changesWords(candidate.may_amend)
  return (
    <li className={classes['card']} data-open={isOpen}>
      <h2 className={classes['headline']}>
        <button
          type="button"
          data-head
          className={classes['head']}
          aria-expanded={isOpen}
          aria-controls={`candidate-${id}`}
          onClick={onToggle}
        >
          <Weight relevance={relevance} />
          <span className={classes['titles']}>
            <span lang={english === null ? 'en' : 'zh'}>{english ?? title}</span>
            {english === null ? null : (
              <span className={classes['original']} lang="zh">
                {title}
              </span>
            )}
          </span>
        </button>
      </h2>
      <p className={classes['meta']}>
        {state === 'open' ? null : <span className={classes['state']}>{stateWords[state]}</span>}
        <span>{stagesOf(candidate, today)}</span>
        <span>{sourcesOf(candidate)}</span>
        {documents.length > 1 ? <span>{documents.length} documents</span> : null}
        {candidate.suggestion.instrument_type === null ? null : (
          <span>{instrumentWords[candidate.suggestion.instrument_type]}?</span>
        )}
        {candidate.was_there_before ? (
          <span title="It was there when Oreline first looked">from before</span>
        ) : null}
        {documents
          .flatMap(documentNotes)
          .slice(0, 1)
          .map((note) => (
            <span key={note}>{note}</span>
          ))}
      </p>
      {isOpen ? null : (
        <ul className={classes['chips']} aria-label="What was found">
          {changes === null ? null : <li data-weight="event">{changes}</li>}
          {terms.slice(0, MOST_TERMS).map(({ term, weight }) => (
            <li key={term} data-weight={weight}>
              {term}
            </li>
          ))}
          {terms.length > MOST_TERMS ? <li data-weight="more">+{terms.length - MOST_TERMS}</li> : null}
        </ul>
      )}
      <div id={`candidate-${id}`} hidden={!isOpen}>
        {isOpen ? (
          <>
            <CandidateDetails candidate={candidate} today={today} />
            <CandidateActions candidate={candidate} onDecided={onDecided} />
          </>
        ) : null}
      </div>
    </li>
  )
}

const rank = { high: 3, medium: 2, low: 1 } as const

/** Three bars, as many filled as it matters. */
function Weight({ relevance }: { readonly relevance: Candidate['relevance'] }) {
  const filled = relevance === null ? 0 : rank[relevance]
  const words = relevance === null ? 'No term of the present list' : relevanceWords[relevance]
  return (
    <svg className={classes['weight']} viewBox="0 0 14 14" role="img" aria-label={words}>
      <title>{words}</title>
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={bar * 5}
          y={8 - bar * 4}
          width="3.5"
          height={6 + bar * 4}
          rx="1"
          data-filled={bar < filled}
        />
      ))}
    </svg>
  )
}

/** Of the document that has come furthest; a print beside its filing says more than the filing. */
function stagesOf({ documents }: Candidate, today: IsoDate): string {
  const furthest =
    documents.find(({ stage }) => stage === 'published') ??
    documents.find(({ stage }) => stage === 'scheduled' || stage === 'inspection') ??
    documents[0]
  return furthest === undefined ? '' : stageWords(furthest, today)
}

const MOST_NAMES = 2

function sourcesOf({ documents }: Candidate): string {
  const names = [...new Set(documents.map(({ source }) => sourceName(source)))]
  const others = names.length - MOST_NAMES
  return `${names.slice(0, MOST_NAMES).join(', ')}${others > 0 ? ` and ${others} more` : ''}`
}
