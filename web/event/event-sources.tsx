import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { ExternalLink, hostOf } from '../ui/external-link.tsx'
import { Section } from '../ui/section.tsx'
import { useMomentText } from '../ui/use-moment-text.ts'
import classes from './event.module.css'

const addressWords: Readonly<Record<PolicyEventRow['official_url_status'], string>> = {
  seen: '',
  'known-not-opened': 'standard address, not opened by the authors',
  none: 'no address recorded',
}
const confidenceWords: Readonly<Record<PolicyEventRow['confidence'], string>> = {
  verified: 'Verified: a source states it',
  known: 'General knowledge: not checked against a source',
}
const originWords: Readonly<Record<PolicyEventRow['origin'], string>> = {
  seed: 'shipped with Oreline',
  operator: 'entered here',
  provider: 'from a provider',
}

/** How anybody knows: the official text, where the facts were seen, and how sure the catalogue is. */
export function EventSources({ event }: { readonly event: PolicyEventRow }) {
  const momentText = useMomentText()
  const official = [event.official_source, event.official_ref].filter((part) => part !== null).join(', ')
  const note = addressWords[event.official_url_status]
  return (
    <Section title="Sources">
      <ul className={classes['links']}>
        {official === '' && event.official_url === null ? null : (
          <li>
            <span className={classes['faint']}>Official: </span>
            {event.official_url === null ? (
              official
            ) : (
              <ExternalLink href={event.official_url}>
                {official === '' ? hostOf(event.official_url) : official}
              </ExternalLink>
            )}
            {note === '' ? null : <span className={classes['faint']}> ({note})</span>}
          </li>
        )}
        {event.secondary_url === null ? null : (
          <li>
            <span className={classes['faint']}>Facts seen at: </span>
            <ExternalLink href={event.secondary_url}>{hostOf(event.secondary_url)}</ExternalLink>
          </li>
        )}
        <li>
          {confidenceWords[event.confidence]} <span className={classes['faint']}>({event.basis})</span>
        </li>
        <li className={classes['faint']}>
          Stored {momentText(event.recorded_at, null)}, {originWords[event.origin]}
          {event.review_needed ? '; an end or a promised date has passed, so this entry needs a review' : ''}
        </li>
      </ul>
    </Section>
  )
}
