import type { ChinaShareRow } from '@oreline/shared/api/chain-figures.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { ShareTrack } from '../../charts/share-track.tsx'
import { stageWords } from '../../ui/policy-words.ts'
import classes from './chain-page.module.css'
import { AddButton, EditButton, type Editing } from './edit-button.tsx'
import { isForecast, shareMarks, shareWords } from './shares.ts'
import styles from './shares.module.css'
import { SourceLink } from './source-link.tsx'
import type { Chain } from './use-chain.ts'

export type SharesSectionProps = Editing & {
  readonly chain: Chain
  readonly shares: readonly ChinaShareRow[]
  readonly at: IsoDate
}

/** Every figure of China's part on a line of its own: sources disagree, and their mean would be nobody's. */
export function SharesSection({ chain, shares, at, onEdit }: SharesSectionProps) {
  const stages = chain.stages.filter((stage) => shares.some((row) => row.stage === stage))
  return (
    <section id="shares" aria-labelledby="shares-title" className={classes['card']}>
      <h2 id="shares-title">China’s share, source by source</h2>
      <p className={classes['soft']}>
        All on one scale of 0 to 100 percent, never averaged. Round: of the world; a diamond: of something
        narrower, such as one country’s imports; hollow: a forecast. Read what was measured before comparing.
      </p>
      <AddButton part="share" start={{}} taken={shares.map(({ id }) => id)} onEdit={onEdit} />
      {stages.map((stage) => (
        <section key={stage} aria-label={`China’s share: ${stageWords[stage]}`} className={styles['stage']}>
          <h3>{stageWords[stage]}</h3>
          <ul className={styles['rows']}>
            {shares
              .filter((row) => row.stage === stage)
              .map((row) => (
                <li key={row.id} className={styles['row']}>
                  <span className={styles['figure']}>{shareWords(row)}</span>
                  <span className={styles['track']}>
                    {row.count === null ? (
                      <ShareTrack marks={shareMarks([row], at)} />
                    ) : (
                      <span className={classes['faint']}>a count, not a share</span>
                    )}
                  </span>
                  <span className={styles['words']}>
                    {row.measured}
                    <span className={styles['source']}>
                      {row.year}
                      {isForecast(row, at) ? ' (forecast)' : ''} · {row.scope}
                      {row.elements.length === 0 ? '' : ` · ${row.elements.join(' ')}`} ·{' '}
                      <SourceLink source={row.source} />
                      {row.note === null ? '' : ` · ${row.note}`}
                    </span>
                  </span>
                  <EditButton
                    what={`the share of ${row.source.name}`}
                    edited={{ part: 'share', row }}
                    onEdit={onEdit}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
