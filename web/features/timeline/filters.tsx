import { Button, Switch } from '@mantine/core'
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import { CheckMenu } from '../../ui/check-menu.tsx'
import { formatCount } from '../../ui/format.ts'
import { instrumentWords, jurisdictionWords, stageWords, stateWords } from '../../ui/policy-words.ts'
import { facetNames, facetOptions, isFiltered, type FacetName } from './facets.ts'
import classes from './filters.module.css'
import { cleared, type TimelineView } from './view.ts'

const facets: Readonly<
  Record<FacetName, { title: string; dense: boolean; wordOf: (name: string) => string }>
> = {
  jurisdiction: { title: 'Jurisdiction', dense: false, wordOf: jurisdictionWords },
  instrument: { title: 'Instrument', dense: false, wordOf: (name) => wordIn(instrumentWords, name) },
  stage: { title: 'Stage', dense: false, wordOf: (name) => wordIn(stageWords, name) },
  element: { title: 'Element', dense: true, wordOf: (name) => name },
  status: { title: 'State', dense: false, wordOf: (name) => wordIn(stateWords, name) },
}

export type FiltersProps = {
  /** The whole catalogue, background events included. */
  readonly events: readonly PolicyEventRow[]
  readonly shown: number
  readonly view: TimelineView
  /** The day on which states are read. */
  readonly at: IsoDate
  readonly onChange: (patch: Partial<TimelineView>) => void
}

/** Which policy events are drawn and listed. */
export function Filters({ events, shown, view, at, onChange }: FiltersProps) {
  const background = events.filter(({ context_only }) => context_only).length
  return (
    <section aria-label="Filter the events" className={classes['filters']}>
      {facetNames.map((facet) => {
        const { title, dense, wordOf } = facets[facet]
        return (
          <CheckMenu
            key={facet}
            title={title}
            dense={dense}
            items={facetOptions(facet, events, view, at).map(({ name, count, chosen }) => ({
              name,
              word: wordOf(name),
              label: (
                <>
                  {wordOf(name)} <span className={classes['count']}>{formatCount(count)}</span>
                </>
              ),
              checked: chosen,
            }))}
            onChange={(names) => onChange({ [facet]: names })}
          />
        )
      })}
      <Switch
        size="xs"
        label={`Background (${formatCount(background)})`}
        checked={view.context}
        onChange={(event) => onChange({ context: event.currentTarget.checked })}
      />
      {isFiltered(view) ? (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(cleared)}>
          Clear filters
        </Button>
      ) : null}
      <output className={classes['shown']}>
        {events.length === 0 ? '' : `${formatCount(shown)} of ${formatCount(events.length)} events`}
      </output>
    </section>
  )
}

const wordIn = (words: Readonly<Record<string, string>>, name: string) => words[name] ?? name
