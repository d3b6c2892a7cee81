import { Button, SegmentedControl, Switch } from '@mantine/core'
import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { CheckMenu } from '../../ui/check-menu.tsx'
import { formatCount } from '../../ui/format.ts'
import { instrumentWords, jurisdictionWords, stageWords } from '../../ui/policy-words.ts'
import classes from './calendar.module.css'
import { facetNames, facetOptions, isNarrowed, type FacetName } from './calendar-facets.ts'
import { cleared, type CalendarView } from './calendar-view.ts'

const wordIn = (words: Readonly<Record<string, string>>, name: string) => words[name] ?? name

const facets: Readonly<
  Record<FacetName, { title: string; dense: boolean; wordOf: (name: string) => string }>
> = {
  ticker: { title: 'Ticker', dense: false, wordOf: (name) => name },
  jurisdiction: { title: 'Jurisdiction', dense: false, wordOf: jurisdictionWords },
  instrument: { title: 'Instrument', dense: false, wordOf: (name) => wordIn(instrumentWords, name) },
  stage: { title: 'Stage', dense: false, wordOf: (name) => wordIn(stageWords, name) },
  element: { title: 'Element', dense: true, wordOf: (name) => name },
}

const abouts = [
  { value: 'all', label: 'All' },
  { value: 'policy', label: 'Policy' },
  { value: 'companies', label: 'Companies' },
] as const

export type CalendarFiltersProps = {
  /** Every date, background included. */
  readonly dates: readonly CalendarDate[]
  readonly shown: number
  readonly view: CalendarView
  readonly onChange: (patch: Partial<CalendarView>) => void
}

/** Which dates are drawn and listed, and are in the calendar to subscribe to. */
export function CalendarFilters({ dates, shown, view, onChange }: CalendarFiltersProps) {
  return (
    <section aria-label="Filter the dates" className={classes['filters']}>
      <SegmentedControl
        size="xs"
        aria-label="Whose dates"
        value={view.about}
        data={abouts.map((one) => ({ ...one }))}
        onChange={(value) => onChange({ about: abouts.find((one) => one.value === value)?.value ?? 'all' })}
      />
      {facetNames.map((facet) => {
        const { title, dense, wordOf } = facets[facet]
        return (
          <CheckMenu
            key={facet}
            title={title}
            dense={dense}
            items={facetOptions(facet, dates, view).map(({ name, count, chosen }) => ({
              name,
              word: wordOf(name),
              label: (
                <>
                  {wordOf(name)} <span className={classes['faint']}>{formatCount(count)}</span>
                </>
              ),
              checked: chosen,
            }))}
            onChange={(names) => onChange({ [facet]: names })}
          />
        )
      })}
      {dates.some(({ context_only: isBackground }) => isBackground) ? (
        <Switch
          size="xs"
          label="Background"
          checked={view.context}
          onChange={(event) => onChange({ context: event.currentTarget.checked })}
        />
      ) : null}
      {isNarrowed(view) ? (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(cleared)}>
          Clear filters
        </Button>
      ) : null}
      <output className={classes['shown']}>
        {dates.length === 0 ? '' : `${formatCount(shown)} of ${formatCount(dates.length)} dates`}
      </output>
    </section>
  )
}
