import type { CommodityRow } from '@oreline/shared/api/commodities.ts'
import { SegmentedControl, Skeleton } from '@mantine/core'
import { lazy, Suspense, useMemo } from 'react'
import { LineSample } from '../../../charts/sample.tsx'
import { CallError } from '../../../api.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { formatDay } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import shared from '../data.module.css'
import type { Viewing } from '../data-view.ts'
import { basesOf, inksOf, lacksRates } from './commodity-series.ts'
import classes from './commodities.module.css'
import { useConverted, type Refused } from './use-converted.ts'

const CommodityChart = lazy(async () => ({
  default: (await import('./commodity-chart.tsx')).CommodityChart,
}))
/** Of the place kept free for the chart, in pixels. */
const HEIGHT = 560

/** The chosen series as lines, what was done to their figures, and where those come from. */
export function CommodityCard({ all, view, change }: Viewing & { readonly all: readonly CommodityRow[] }) {
  const chosen = useMemo(() => {
    const known = all.filter(({ id }) => view.series.includes(id))
    return known.length > 0 ? known : all.slice(0, 1)
  }, [all, view.series])
  const unknown = view.series.filter((id) => !all.some((series) => series.id === id))
  const inks = useMemo(() => inksOf(all), [all])
  const { converted: answered, refused, isPending } = useConverted(chosen, view)
  const lacking = answered.filter(lacksRates)
  const converted = answered.filter((one) => !lacksRates(one))
  const bases = basesOf(converted, view)
  const toggle = (id: string) => {
    const next = all.flatMap((series) => ((series.id === id) === chosen.includes(series) ? [] : [series.id]))
    if (next.length > 0) change({ series: next })
  }
  return (
    <section className={shared['card']} aria-label="Chart">
      <fieldset className={classes['toggles']} aria-label="Lines">
        {all.map((series) => {
          const ink = inks.get(series.id)
          return (
            <button
              key={series.id}
              type="button"
              className={classes['toggle']}
              aria-pressed={chosen.includes(series)}
              onClick={() => toggle(series.id)}
            >
              {ink === undefined ? null : <LineSample ink={ink} />} {series.name}
            </button>
          )
        })}
      </fieldset>
      <div className={shared['row']}>
        <SegmentedControl
          size="xs"
          aria-label="Price"
          value={view.price}
          onChange={(price) => change({ price })}
          data={[
            { value: 'published', label: 'As published' },
            { value: 'usd-kg', label: 'USD/kg without VAT' },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label="Form"
          value={view.form}
          onChange={(form) => change({ form })}
          data={[
            { value: 'published', label: 'Form as published' },
            { value: 'oxide', label: 'As oxide' },
            { value: 'metal', label: 'As metal' },
          ]}
        />
      </div>
      {unknown.length === 0 ? null : (
        <Notice tone="warn" title={`Not held here: ${unknown.join(', ')}`}>
          The address names series that this Oreline does not hold.
        </Notice>
      )}
      {refused.map((one) => (
        <NotShown key={one.series.id} {...one} />
      ))}
      {lacking.length === 0 ? null : (
        <Notice
          tone="warn"
          title={`No exchange rates yet: ${lacking.map(({ series }) => series.name).join(', ')} cannot be shown in US dollars`}
        >
          The rates come from the European Central Bank; none of these days is stored, and none is guessed.
        </Notice>
      )}
      {converted.length === 0 ? (
        isPending ? (
          <Skeleton height={HEIGHT} aria-hidden="true" />
        ) : null
      ) : (
        <>
          <p className={shared['soft']}>
            {bases.length === 1
              ? `In ${bases[0] ?? ''}.`
              : `The lines stand on different bases (${bases.join('; ')}), so each starts from 100.`}
          </p>
          <Suspense fallback={<Skeleton height={HEIGHT} aria-hidden="true" />}>
            <CommodityChart
              converted={converted}
              inks={inks}
              isRebased={bases.length > 1}
              view={view}
              change={change}
            />
          </Suspense>
          <ul className={classes['made']} aria-label="How the figures were made">
            {converted.map(({ series, done }) => (
              <li key={series.id}>
                <strong>{series.name}</strong>: {done ?? 'as published, nothing converted'}.{' '}
                <span className={shared['faint']}>
                  Source: {series.source}
                  {series.newest_day === null ? '' : `, to ${formatDay(series.newest_day)}`};{' '}
                  {series.licence_note}.
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** A conversion that cannot be made is no failure: what is not known is said. */
function NotShown({ series, error, retry }: Refused) {
  return error instanceof CallError && error.failure.kind === 'problem' ? (
    <Notice tone="warn" title={`${series.name} is not shown like this`}>
      {capitalised(error.failure.problem.detail)}.
    </Notice>
  ) : (
    <FailureNotice what={series.name} error={error} olderShown={false} onRetry={retry} />
  )
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
