import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { Link } from '@tanstack/react-router'
import { formatAmount } from '../../ui/format.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import type { Verdict } from './verdict.ts'
import classes from './verdict-card.module.css'

const signs: Readonly<Record<Verdict['kind'], string>> = {
  fine: '✓',
  trouble: '!',
  checking: '…',
  unsure: '?',
}

export type VerdictCardProps = {
  readonly verdict: Verdict
  /** When the oldest of the answers came; null: one has not. */
  readonly checkedAt: Instant | null
}

/** Whether everything is fine, in one sentence; where it is not, what to look at first. */
export function VerdictCard({ verdict, checkedAt }: VerdictCardProps) {
  const momentText = useMomentText()
  return (
    <section className={classes['verdict']} data-kind={verdict.kind} aria-label="Verdict">
      <span className={classes['sign']} aria-hidden="true">
        {signs[verdict.kind]}
      </span>
      <div className={classes['words']}>
        <output className={classes['sentence']}>{sentenceOf(verdict)}</output>
        {verdict.kind === 'fine' || verdict.troubles.length === 0 ? null : (
          <ol className={classes['troubles']}>
            {verdict.troubles.map(({ words, place, weight }) => (
              <li key={words} data-weight={weight}>
                <Link to="." search hash={place}>
                  {words}
                </Link>
              </li>
            ))}
          </ol>
        )}
        {checkedAt === null ? null : (
          <p className={classes['checked']}>
            Checked {momentText(checkedAt, null)}
            {verdict.kind === 'fine' ? `: ${GROUNDS}` : ''}
          </p>
        )}
      </div>
    </section>
  )
}

const GROUNDS =
  'every source that is on is fresh, every series has its newest session from its usual source, no answer is kept out, nobody disagrees about the last five sessions, no session of the last ten days is without a price, and every calendar reaches far enough.'

function sentenceOf(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'fine':
      return 'Everything is fine.'
    case 'checking':
      return verdict.troubles.length === 0
        ? 'Checking; nothing can be said yet.'
        : 'Not everything is fine, and not everything has been checked yet:'
    case 'trouble':
      return `Not everything is fine: ${formatAmount(verdict.troubles.length, 'thing', 'things')} to look at.`
    case 'unsure':
      return `${verdict.troubles.length === 0 ? 'Nobody can say whether everything is fine' : 'Not everything is fine, and nobody can say what else is wrong'}: ${verdict.failed.join(', ')} could not be loaded.`
  }
}
