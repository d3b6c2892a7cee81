import type { Coverage } from '@oreline/shared/api/chain.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { CoverageSample } from '../../charts/coverage-mark.tsx'
import { Facts, type Fact } from '../../ui/facts.tsx'
import { formatDay } from '../../ui/format.ts'
import { stageWords } from '../../ui/policy-words.ts'
import type { Company } from './companies.ts'
import { capacityWords, spanWords, statusWords } from './coverage-words.ts'
import { EditButton, type Editing } from './edit-button.tsx'
import classes from './panel.module.css'
import { SourceLink } from './source-link.tsx'

export type CoverageCardProps = Editing & {
  readonly row: Coverage
  readonly company: Company
  readonly today: IsoDate
}

/** One row of coverage in full: what, where, since when, how much and on what basis, and who says so. */
export function CoverageCard({ row, company, today, onEdit }: CoverageCardProps) {
  const { since, expected, capacity } = row
  const facts: readonly Fact[] = [
    { name: 'Elements', value: row.elements.length === 0 ? 'none named' : row.elements.join(' ') },
    ...(since === null ? [] : [{ name: 'Since', value: spanWords(since, row.since_precision) }]),
    ...(expected === null
      ? []
      : [
          {
            name: 'Expected',
            value: (
              <>
                {spanWords(expected, row.expected_precision)}
                {expected < today ? (
                  <span className={classes['doubt']}>date passed, outcome unconfirmed</span>
                ) : null}
              </>
            ),
          },
        ]),
    ...(row.status === 'planned' && expected === null ? [{ name: 'Expected', value: 'no date stated' }] : []),
    ...(capacity === null
      ? []
      : [
          {
            name: 'Capacity',
            value: (
              <>
                <strong>{capacityWords(capacity)}</strong>
                <span className={classes['basis']}>{capacity.basis}</span>
              </>
            ),
          },
        ]),
  ]
  return (
    <li className={classes['row']}>
      <div className={classes['rowHead']}>
        <CoverageSample status={row.status} letter={company.letter} ink={company.ink} />
        <span>
          <strong>{company.short}</strong> {statusWords[row.status].toLowerCase()}
          <span className={classes['site']}>
            {stageWords[row.stage]} · {row.site}
          </span>
        </span>
        <EditButton
          what={`${company.short}, ${row.site}`}
          edited={{ part: 'coverage', row }}
          onEdit={onEdit}
        />
      </div>
      <Facts facts={facts} />
      {row.note === '' ? null : <p className={classes['note']}>{row.note}</p>}
      <p className={classes['source']}>
        As of {formatDay(row.as_of)}, {row.confidence} · <SourceLink source={row.source} />
      </p>
    </li>
  )
}
