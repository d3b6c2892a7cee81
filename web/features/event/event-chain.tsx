import { getMoney, type MoneyRow } from '@oreline/shared/api/chain-figures.ts'
import { getChainMap, type Coverage } from '@oreline/shared/api/chain.ts'
import type { EventId } from '@oreline/shared/domain/policy/event.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { endpointQuery } from '../../api.ts'
import { ExternalLink } from '../../ui/external-link.tsx'
import { formatDay, formatQuantity } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { stageWords } from '../../ui/policy-words.ts'
import { Section } from '../../ui/section.tsx'
import classes from './event-page.module.css'
import type { EventMoment } from './use-event-moment.ts'

/** What the chain holds that names this event: plants it is about, and money it announced. */
export function EventChain({ id, moment }: { readonly id: EventId; readonly moment: EventMoment }) {
  const map = useQuery(endpointQuery(getChainMap, { query: moment.onDay }))
  const money = useQuery(endpointQuery(getMoney, { query: moment.onDay }))
  const plants = (map.data?.data.coverage ?? []).filter(({ event_ids: ids }) => ids.includes(id))
  const amounts = (money.data?.data ?? []).filter(({ event_id: event }) => event === id)
  return (
    <>
      <Loaded query={map} what="The chain" height={24}>
        {plants.length === 0 ? null : (
          <Section title="Plants it is about">
            <ul className={classes['plain']}>
              {plants.map((row) => (
                <Plant key={row.id} row={row} />
              ))}
            </ul>
          </Section>
        )}
      </Loaded>
      <Loaded query={money} what="The money announced" height={24}>
        {amounts.length === 0 ? null : (
          <Section title="Money announced">
            <ul className={classes['plain']}>
              {amounts.map((row) => (
                <Amount key={row.id} row={row} />
              ))}
            </ul>
          </Section>
        )}
      </Loaded>
      <p className={classes['faint']}>
        <Link to="/chain">The whole chain</Link>
      </p>
    </>
  )
}

function Plant({
  row: { ticker, stage, site, status, capacity, as_of: asOf, source },
}: {
  readonly row: Coverage
}) {
  return (
    <li>
      <strong>{ticker}</strong>, {stageWords[stage].toLowerCase()}: {site}, {status}
      {capacity === null ? '' : `; ${formatQuantity(capacity.value)} ${capacity.unit} (${capacity.basis})`}
      <span className={classes['faint']}>
        {' '}
        as of {formatDay(asOf)},{' '}
        {source.url === null ? source.name : <ExternalLink href={source.url}>{source.name}</ExternalLink>}
      </span>
    </li>
  )
}

function Amount({ row }: { readonly row: MoneyRow }) {
  const { payer, payee, amount, currency, unit, kind, conditional, ended, source, date } = row
  return (
    <li>
      <strong>
        {formatQuantity(amount)} {currency} {unit}
      </strong>{' '}
      {kind.replaceAll('-', ' ')}, {ended ? 'no longer promised' : conditional ? 'conditional' : 'firm'}:{' '}
      {payer} to {payee}
      {row.counted_in === null ? '' : ' (counted in another row)'}
      <span className={classes['faint']}>
        {' '}
        {formatDay(date)},{' '}
        {source.url === null ? source.name : <ExternalLink href={source.url}>{source.name}</ExternalLink>}
      </span>
    </li>
  )
}
