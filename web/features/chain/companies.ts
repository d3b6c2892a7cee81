/** The companies of the chain as the pictures name them. */
import type { InstrumentRow } from '@oreline/shared/api/instruments.ts'
import type { CoverageRow } from '@oreline/shared/domain/chain/chain.ts'
import type { Ticker } from '@oreline/shared/kernel/brand.ts'
import { lineInks } from '../../charts/palette.ts'

/** `short`: the ticker without its market; `letter`: what stands in its mark; `ink`: its colour on the Timeline. */
export type Company = {
  readonly ticker: Ticker
  readonly name: string
  readonly short: string
  readonly letter: string
  readonly ink: string
}

/** Every company that has a row, in the order of the instruments; one that is no instrument of Oreline comes last. */
export function companiesOf(
  coverage: readonly Pick<CoverageRow, 'ticker'>[],
  instruments: readonly Pick<InstrumentRow, 'ticker' | 'name' | 'calendar'>[],
): readonly Company[] {
  const tickers = new Set(coverage.map(({ ticker }) => ticker))
  const known = instruments.filter(({ ticker }) => tickers.has(ticker))
  const inks = lineInks(known)
  const strangers = [...tickers].filter((ticker) => !known.some((one) => one.ticker === ticker))
  return [
    ...known.map(({ ticker, name }, place) => companyOf(ticker, name, inks[place]?.color)),
    ...strangers.map((ticker) => companyOf(ticker, ticker, undefined)),
  ]
}

function companyOf(ticker: Ticker, name: string, ink: string | undefined): Company {
  const short = ticker.replace(/\..*/, '')
  return { ticker, name, short, letter: short.slice(0, 1), ink: ink ?? 'var(--chart-other)' }
}
