import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { calendarIdSchema } from '@oreline/shared/kernel/brand.ts'
import { formatDay } from '../ui/format.ts'
import { basisWords, exchangeWords } from '../ui/policy-words.ts'
import { Section } from '../ui/section.tsx'
import classes from './event.module.css'

/** Per exchange, the first session that could react. */
export function EventSessionTable({ event }: { readonly event: PolicyEventRow }) {
  const sessions = calendarIdSchema.options.flatMap((id) => {
    const session = event.event_sessions[id]
    return session === undefined ? [] : [{ id, ...session }]
  })
  return (
    <Section title="First session that could react">
      {sessions.length === 0 ? (
        <p className={classes['faint']}>None: no day is known exactly enough.</p>
      ) : (
        <table className={classes['table']}>
          <tbody>
            {sessions.map(({ id, date, basis }) => (
              <tr key={id}>
                <th scope="row">{exchangeWords[id]}</th>
                <td className={classes['figure']}>{formatDay(date)}</td>
                <td className={classes['faint']}>{basisWords[basis]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
