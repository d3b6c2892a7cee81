import { Button, Switch } from '@mantine/core'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { CoverageSample } from '../../charts/coverage-mark.tsx'
import { DayField } from '../../ui/day-field.tsx'
import classes from './chain-page.module.css'
import { DaySlider } from './day-slider.tsx'
import type { Chain } from './use-chain.ts'
import type { Viewing } from './use-chain-view.ts'

const FIRST_DAY = isoDateSchema.parse('2009-01-01')
const LAST_DAY = isoDateSchema.parse('2030-12-31')

export type ChainControlsProps = Viewing & {
  /** null: not there yet. */
  readonly chain: Chain | null
  readonly at: IsoDate
  readonly today: IsoDate
}

/** The day that states are shown for, the companies, and whether background events count. */
export function ChainControls({ chain, view, change, at, today }: ChainControlsProps) {
  const toggle = (ticker: ChainControlsProps['view']['tickers'][number]) =>
    change({
      tickers: view.tickers.includes(ticker)
        ? view.tickers.filter((one) => one !== ticker)
        : [...view.tickers, ticker],
    })
  return (
    <section aria-label="Day and companies" className={classes['controls']}>
      <span className={classes['control']}>
        In force on
        <DayField
          label="States on this day"
          value={at}
          min={FIRST_DAY}
          max={LAST_DAY}
          onChange={(day) => change({ at: day === today ? null : day }, 'replace')}
        />
        <DaySlider
          value={at}
          today={today}
          onChange={(day) => change({ at: day === today ? null : day }, 'replace')}
        />
        {view.at === null ? (
          <span className={classes['faint']}>today</span>
        ) : (
          <Button size="compact-sm" variant="default" onClick={() => change({ at: null })}>
            Today
          </Button>
        )}
      </span>
      <fieldset className={classes['control']} aria-label="Companies">
        {chain?.companies.map(({ ticker, short, letter, ink }) => (
          <button
            key={ticker}
            type="button"
            className={classes['toggle']}
            aria-pressed={view.tickers.includes(ticker)}
            onClick={() => toggle(ticker)}
          >
            <CoverageSample status="operating" letter={letter} ink={ink} />
            {short}
          </button>
        ))}
      </fieldset>
      <Switch
        size="xs"
        label="Background events"
        checked={view.context}
        onChange={(event) => change({ context: event.currentTarget.checked }, 'replace')}
      />
      {view.at === null ? null : (
        <p className={classes['faint']}>
          The acts are told as they stood on that day; what the companies cover is as of each row’s own day.
        </p>
      )}
    </section>
  )
}
