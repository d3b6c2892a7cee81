import type { Candidate, InboxDocument, MatchedTerm } from '@oreline/shared/api/inbox.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { ExternalLink, hostOf } from '../../ui/external-link.tsx'
import { Facts } from '../../ui/facts.tsx'
import { instrumentWords, jurisdictionWords, stageWords as chainStageWords } from '../../ui/policy-words.ts'
import { Section } from '../../ui/section.tsx'
import { sourceName } from '../../ui/source-words.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import classes from './inbox.module.css'
import { decisionWords, documentNotes, stageWords } from './inbox-words.ts'

type Props = { readonly candidate: Candidate; readonly today: IsoDate }

/** The documents, the passages in which terms stand, and what they point to. */
export function CandidateDetails({ candidate, today }: Props) {
  const { documents, terms, decision, other_decisions: others } = candidate
  return (
    <div className={classes['details']}>
      {decision === null ? null : <p className={classes['decided']}>{decisionWords(decision)}</p>}
      {others.length === 0 ? null : (
        <p className={classes['decided']}>
          Before it proved to be the same, a part of it was decided otherwise:{' '}
          {others.map(decisionWords).join('; ')}.
        </p>
      )}
      <Section title={documents.length === 1 ? 'Document' : `${documents.length} documents`}>
        <ul className={classes['documents']}>
          {documents.map((document) => (
            <DocumentLine
              key={`${document.source} ${document.source_id}`}
              document={document}
              today={today}
            />
          ))}
        </ul>
      </Section>
      {terms.length === 0 ? null : (
        <Section title="Where it says so">
          <ul className={classes['passages']}>
            {terms.map((term) => (
              <Passage key={term.term} term={term} />
            ))}
          </ul>
        </Section>
      )}
      <Suggested candidate={candidate} />
    </div>
  )
}

function DocumentLine({ document, today }: { readonly document: InboxDocument; readonly today: IsoDate }) {
  const momentText = useMomentText()
  const {
    title,
    title_en: english,
    language,
    url,
    source,
    numbers,
    issuers,
    first_seen_at: seenAt,
    correction_of: corrected,
  } = document
  const facts = [
    sourceName(source),
    stageWords(document, today),
    ...numbers.map(({ number }) => `No. ${number}`),
    ...issuers.slice(0, 2),
    ...documentNotes(document),
    ...(english === null ? [] : ['English text available']),
  ]
  return (
    <li>
      <span lang={language}>
        <ExternalLink href={url}>{title}</ExternalLink>
      </span>
      <span className={classes['meta']}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {corrected === null ? null : (
          <span>
            <ExternalLink href={`https://www.federalregister.gov/d/${encodeURIComponent(corrected)}`}>
              The document it corrects
            </ExternalLink>
          </span>
        )}
        <span>{hostOf(url)}</span>
        <span>first seen {momentText(seenAt, null)}</span>
      </span>
    </li>
  )
}

const parts = { title: 'title', abstract: 'summary', excerpt: 'passage' } as const

/** Feeds are text here, whatever they contain; only the term is marked. */
function Passage({
  term: { term, weight, where, source, before, found, after },
}: {
  readonly term: MatchedTerm
}) {
  return (
    <li>
      <span className={classes['chip']} data-weight={weight}>
        {term}
      </span>
      <span className={classes['passage']}>
        {before}
        <mark>{found}</mark>
        {after}
        <span className={classes['faint']}>
          {' '}
          {parts[where]}, {sourceName(source)}
        </span>
      </span>
    </li>
  )
}

function Suggested({ candidate: { suggestion, relevance } }: { readonly candidate: Candidate }) {
  const { instrument_type: kind, jurisdiction, elements, stages, tickers } = suggestion
  const rows: readonly (readonly [string, string])[] = [
    ['Kind', kind === null ? '' : instrumentWords[kind]],
    ['Whose act', jurisdiction === null ? '' : jurisdictionWords(jurisdiction)],
    ['Elements', elements.length === 17 ? 'the rare earths as a group' : elements.join(' ')],
    ['Stages', stages.map((stage) => chainStageWords[stage]).join(', ')],
    ['Companies', tickers.join(', ')],
  ]
  const filled = rows.filter(([, value]) => value !== '')
  if (filled.length === 0 || relevance === null) return null
  return (
    <Section title="It seems to be about" note="worked out from the terms, unchecked">
      <Facts facts={filled.map(([name, value]) => ({ name, value }))} />
    </Section>
  )
}
