import { getPolicyMoves, type PolicyMoveRow } from '@oreline/shared/api/policy-moves.ts'
import type { Exposure, EventId } from '@oreline/shared/domain/policy/event.ts'
import type { MoveMissing } from '@oreline/shared/domain/policy/move.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { useQuery } from '@tanstack/react-query'
import { endpointQuery } from '../api.ts'
import { ABSENT, formatChange, formatDay } from '../ui/format.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Section } from '../ui/section.tsx'
import classes from './event.module.css'

export type EventMovesProps = {
  readonly id: EventId
  readonly exposures: readonly Exposure[]
  /** null: what is stored now. */
  readonly asOf: Instant | null
}

const directions: Readonly<Record<Exposure['direction'], { sign: string; words: string }>> = {
  '+': { sign: '▲', words: 'up' },
  '-': { sign: '▼', words: 'down' },
  '?': { sign: '◆', words: 'open' },
}

const missingWords: Readonly<Record<MoveMissing, string>> = {
  'no-session': 'no day is known exactly enough',
  'no-close-before': 'no close is held of the session before',
  'no-close': 'no close is held of the session',
  'after-last-close': 'the closes held end before its session',
}

/** Whom the event was expected to move and which way, beside what the stock did: a judgement and a plain change. */
export function EventMoves({ id, exposures, asOf }: EventMovesProps) {
  const query = useQuery({
    ...endpointQuery(getPolicyMoves, {
      query: { events: id, ...(asOf === null ? {} : { as_of: asOf }) },
    }),
    enabled: exposures.length > 0,
  })
  if (exposures.length === 0) return null
  const rows = query.data?.data ?? []
  return (
    <Section title="Expected, and what happened" note="no test of chance">
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">Stock</th>
            <th scope="col">Expected</th>
            <th scope="col" className={classes['figure']}>
              Session
            </th>
            <th scope="col" className={classes['figure']}>
              Less its index
            </th>
          </tr>
        </thead>
        {exposures.map(({ ticker, direction, reason }) => (
          <Stock
            key={ticker}
            exposure={{ ticker, direction, reason }}
            row={rows.find((row) => row.ticker === ticker)}
          />
        ))}
      </table>
      <Loaded query={query} what="The moves" height={24}>
        <p className={classes['faint']}>
          Change of the close over the first session that could react, from the close before; dividends and
          splits taken out. What is expected is a judgement, never advice.
        </p>
      </Loaded>
    </Section>
  )
}

function Stock({ exposure, row }: { readonly exposure: Exposure; readonly row: PolicyMoveRow | undefined }) {
  const { sign, words } = directions[exposure.direction]
  return (
    <tbody>
      <tr>
        <th scope="row">{exposure.ticker}</th>
        <td className={classes['direction']}>
          <span aria-hidden="true">{sign}</span> {words}
        </td>
        <td className={classes['figure']}>{row === undefined ? ABSENT : formatChange(row.move_session)}</td>
        <td className={classes['figure']}>
          {row === undefined ? ABSENT : formatChange(row.less_benchmark_session)}
        </td>
      </tr>
      <tr>
        <td colSpan={4} className={classes['reason']}>
          {exposure.reason}
          {row === undefined ? null : <span className={classes['faint']}>; {detailOf(row)}</span>}
        </td>
      </tr>
    </tbody>
  )
}

function detailOf(row: PolicyMoveRow): string {
  if (row.missing !== null) return missingWords[row.missing]
  const session = row.session === null ? '' : formatDay(row.session)
  const basis = row.basis === 'instant' || row.basis === null ? '' : ` (${row.basis})`
  const two = row.move_two_sessions === null ? '' : `, two sessions ${formatChange(row.move_two_sessions)}`
  return `${session}${basis}${two}${row.benchmark === null ? '' : `, index ${row.benchmark}`}`
}
