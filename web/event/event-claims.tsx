import { Button } from '@mantine/core'
import { getPolicyClaims, type PolicyClaimRow } from '@oreline/shared/api/policy-claims.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { isoDateSchema, type Instant } from '@oreline/shared/kernel/brand.ts'
import { useQuery } from '@tanstack/react-query'
import { endpointQuery } from '../api.ts'
import { eventFieldWords } from '../ui/event-fields.ts'
import classes from './event-record.module.css'
import { ExternalLink } from '../ui/external-link.tsx'
import { formatDay } from '../ui/format.ts'
import { Loaded } from '../ui/loaded.tsx'

/** Sources that contradict each other about an event, side by side, field by field; none is preferred in silence. */
export function EventClaims({
  id,
  stored = {},
  empty,
  onChange,
}: {
  readonly id: EventId
  /** As of which moment; left out: now. */
  readonly stored?: { readonly as_of?: Instant }
  /** What is said where there are none. */
  readonly empty: string
  /** A reader wants to change one of them; left out: nobody can. */
  readonly onChange?: (claim: PolicyClaimRow) => void
}) {
  const query = useQuery(endpointQuery(getPolicyClaims, { params: { id }, query: stored }))
  const claims = query.data?.data ?? []
  return (
    <Loaded query={query} what="What sources say against each other" height={96}>
      {claims.length === 0 ? <p className={classes['faint']}>{empty}</p> : null}
      <div className={classes['claims']}>
        {[...Map.groupBy(claims, ({ field }) => field)].map(([field, rows]) => (
          <section key={field} className={classes['field']}>
            <h4 className={classes['fieldName']}>{eventFieldWords[field].label}</h4>
            <ul className={classes['beside']}>
              {rows.map((claim) => (
                <Claim key={claim.id} claim={claim} onChange={onChange} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Loaded>
  )
}

type ClaimProps = {
  readonly claim: PolicyClaimRow
  readonly onChange: ((claim: PolicyClaimRow) => void) | undefined
}

function Claim({ claim, onChange }: ClaimProps) {
  const { source, value, says, note, standing } = claim
  const day = isoDateSchema.safeParse(value).data
  const tag = tagOf(claim)
  return (
    <li className={classes['claim']} data-standing={standing}>
      <span className={classes['value']}>{day === undefined ? value : formatDay(day)}</span>
      {tag === null ? null : (
        <span className={classes['tag']} data-tone={tag.tone}>
          {tag.words}
        </span>
      )}
      <p>{says}</p>
      {note === null ? null : <p className={classes['soft']}>{note}</p>}
      <p className={classes['faint']}>
        {source.url === null ? source.name : <ExternalLink href={source.url}>{source.name}</ExternalLink>}
        {source.date === null ? ', day not recorded' : `, ${formatDay(source.date)}`}
      </p>
      {onChange === undefined ? null : (
        <Button
          size="compact-xs"
          variant="default"
          className={classes['change'] ?? ''}
          aria-label={`Change what ${source.name} says`}
          onClick={() => onChange(claim)}
        >
          Change
        </Button>
      )}
    </li>
  )
}

function tagOf({
  standing,
  followed,
}: PolicyClaimRow): { readonly words: string; readonly tone: string } | null {
  if (standing === 'rejected') return { words: 'shown to be wrong', tone: 'rejected' }
  return followed === true ? { words: 'the catalogue follows this', tone: 'followed' } : null
}
