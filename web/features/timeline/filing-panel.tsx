import type { FilingRow } from '@oreline/shared/api/filings.ts'
import type { CalendarId } from '@oreline/shared/kernel/brand.ts'
import { ExternalLink } from '../../ui/external-link.tsx'
import { Facts, type Fact } from '../../ui/facts.tsx'
import { formatDay } from '../../ui/format.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import { filingCategoryWords } from '../../ui/filing-words.ts'
import { sourceName } from '../../ui/source-words.ts'
import { Panel } from './panel.tsx'
import { SelectionLink } from './selection-link.tsx'
import classes from './panel.module.css'

export type FilingPanelProps = {
  readonly filing: FilingRow
  readonly calendar: CalendarId
  readonly onClose: () => void
}

/** One filing: title, when, what kind, and the way to the regulator's own page. */
export function FilingPanel({ filing, calendar, onClose }: FilingPanelProps) {
  const momentText = useMomentText()
  const { title, title_en: english, url, price_sensitive: sensitive } = filing
  const others = filing.sources.filter((source) => source !== filing.source)
  const facts: readonly Fact[] = [
    {
      name: 'Published',
      value:
        filing.published_at === null
          ? `${formatDay(filing.published_on)} (the hour is not published)`
          : momentText(filing.published_at, calendar),
    },
    { name: 'Form', value: filing.form },
    { name: 'Category', value: filingCategoryWords(filing.category) },
    ...(sensitive === null
      ? []
      : [{ name: 'Price-sensitive', value: sensitive ? 'Yes, says the exchange' : 'No' }]),
    ...(filing.amends === null
      ? []
      : [
          {
            name: 'Amends',
            value: (
              <SelectionLink selection={{ kind: 'filing', id: filing.amends }}>
                an earlier filing
              </SelectionLink>
            ),
          },
        ]),
    ...(others.length === 0 ? [] : [{ name: 'Also at', value: others.map(sourceName).join(', ') }]),
    ...(filing.removed_upstream
      ? [{ name: 'Taken back', value: `${sourceName(filing.source)} no longer lists it` }]
      : []),
    { name: 'First seen', value: momentText(filing.first_seen_at, null) },
  ]
  return (
    <Panel
      kicker={`Filing · ${filing.ticker} · ${sourceName(filing.source)}`}
      title={title}
      onClose={onClose}
    >
      {english === null ? null : <p className={classes['summary']}>{english}</p>}
      <Facts facts={facts} />
      {url === null ? (
        <p className={classes['faint']}>The source gives no address.</p>
      ) : (
        <p>
          <ExternalLink href={url}>Open the filing</ExternalLink>
        </p>
      )}
    </Panel>
  )
}
