import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CheckMenu } from '../../../ui/check-menu.tsx'
import { formatCount } from '../../../ui/format.ts'
import classes from '../data.module.css'
import { exportedTickers, exportLinks, MOST_ROWS, type ExportChoice } from './export-addresses.ts'
import type { ImportForm } from './use-import.ts'

const currencies = { local: 'local currency', USD: 'US dollars' } as const
const adjustments = { splits: 'splits', none: 'nothing', all: 'splits and dividends' } as const

/** What is stored, as CSV: links that a browser downloads and a notebook reads. */
export function ExportSection({ instruments, series }: Pick<ImportForm, 'instruments' | 'series'>) {
  const [choice, setChoice] = useState<ExportChoice>({
    tickers: [],
    from: '',
    to: '',
    currency: 'local',
    adjust: 'splits',
  })
  const change = (patch: Partial<ExportChoice>) => setChoice({ ...choice, ...patch })
  const chosen = exportedTickers(instruments, choice.tickers)
  return (
    <section className={classes['card']} aria-labelledby="export">
      <h2 id="export">Take data out</h2>
      <p className={classes['soft']}>
        Every link is an address of the API and gives a CSV file with names in its first line. A file holds at
        most {formatCount(MOST_ROWS)} rows; ask by years for more.
      </p>
      <div className={classes['choices']}>
        <div>
          <CheckMenu
            title="Instruments"
            items={instruments.map(({ ticker, name }) => ({
              name: ticker,
              word: ticker,
              label: `${ticker} ${name}`,
              checked: chosen.some((one) => one.ticker === ticker),
            }))}
            onChange={(tickers) => change({ tickers })}
          />
        </div>
        <TextInput
          type="date"
          size="xs"
          label="From"
          value={choice.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          size="xs"
          label="To"
          value={choice.to}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
        <Select
          label="Prices in"
          value={choice.currency}
          words={currencies}
          onChange={(currency) => change({ currency })}
        />
        <Select
          label="Prices adjusted for"
          value={choice.adjust}
          words={adjustments}
          onChange={(adjust) => change({ adjust })}
        />
      </div>
      <ul className={classes['downloads']}>
        {exportLinks(choice, instruments, series).map(({ name, about, address }) => (
          <li key={address}>
            <a href={address} download>
              {name}
            </a>{' '}
            <span className={classes['faint']}>{about}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type SelectProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly words: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
}

function Select<T extends string>({ label, value, words, onChange }: SelectProps<T>) {
  const isChoice = (text: string): text is T => Object.hasOwn(words, text)
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      onChange={(event) => {
        const chosen: string = event.currentTarget.value
        if (isChoice(chosen)) onChange(chosen)
      }}
      data={Object.entries<string>(words).map(([name, text]) => ({ value: name, label: text }))}
    />
  )
}
