import type { InstrumentRow } from '@oreline/shared/api/instruments.ts'
import type { Ticker } from '@oreline/shared/kernel/brand.ts'
import type { LineInk } from '../../charts/timeline.ts'
import { CheckMenu } from '../../ui/check-menu.tsx'
import { LineSample } from './line-sample.tsx'
import classes from './toolbar.module.css'

export type TickerTogglesProps = {
  /** Every instrument: the tracked ones and those that an operator added get a button of their own. */
  readonly instruments: readonly InstrumentRow[]
  readonly chosen: readonly Ticker[]
  readonly inkOf: (ticker: Ticker) => LineInk
  readonly onChoose: (tickers: readonly Ticker[]) => void
}

const isStock = ({ role, added }: InstrumentRow) => role === 'tracked' || added

/** A button per stock, a menu for what they are held against. The last line stays on: a chart without lines says nothing. */
export function TickerToggles({ instruments, chosen, inkOf, onChoose }: TickerTogglesProps) {
  const stocks = instruments.filter(isStock)
  const others = instruments.filter((one) => !isStock(one))
  const choose = (next: readonly string[]) => {
    if (next.length > 0) onChoose(inOrderOf(instruments, next))
  }
  const toggle = (ticker: Ticker) =>
    choose(chosen.includes(ticker) ? chosen.filter((one) => one !== ticker) : [...chosen, ticker])
  return (
    <fieldset className={classes['group']} aria-label="Lines">
      {stocks.map(({ ticker, name }) => (
        <button
          key={ticker}
          type="button"
          className={classes['ticker']}
          aria-pressed={chosen.includes(ticker)}
          title={name}
          onClick={() => toggle(ticker)}
        >
          <LineSample ink={inkOf(ticker)} />
          {ticker}
        </button>
      ))}
      <CheckMenu
        title="Against"
        items={others.map(({ ticker, name }) => ({
          name: ticker,
          word: ticker,
          label: (
            <>
              <LineSample ink={inkOf(ticker)} /> {ticker} <span className={classes['label']}>{name}</span>
            </>
          ),
          checked: chosen.includes(ticker),
        }))}
        onChange={(names) =>
          choose([...stocks.flatMap(({ ticker }) => (chosen.includes(ticker) ? [ticker] : [])), ...names])
        }
      />
    </fieldset>
  )
}

const inOrderOf = (instruments: readonly InstrumentRow[], chosen: readonly string[]) =>
  instruments.flatMap(({ ticker }) => (chosen.includes(ticker) ? [ticker] : []))
