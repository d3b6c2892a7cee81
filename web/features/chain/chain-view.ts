/**
 * The state of the screen "Chain" as the address holds it. What is chosen is named as the Timeline's filters are, so
 * that the Timeline follows when the reader goes there.
 */
import { elementSymbolSchema, type ElementSymbol } from '@oreline/shared/domain/chain/element.ts'
import { stageSchema, type Stage } from '@oreline/shared/domain/chain/stage.ts'
import { jurisdictionSchema } from '@oreline/shared/domain/policy/event.ts'
import { tickerSchema, type Instant, type IsoDate, type Ticker } from '@oreline/shared/kernel/brand.ts'
import { asOfParam } from '../../ui/as-of.ts'
import {
  choiceParam,
  dayParam,
  flagParam,
  nameParam,
  namesParam,
  readParams,
  writeParams,
  type Reading,
  type SearchParams,
} from '../../ui/search-param.ts'
import type { Search } from '../../ui/search.ts'

export const moneyGroupings = ['stage', 'payer', 'kind', 'jurisdiction'] as const
export type MoneyGrouping = (typeof moneyGroupings)[number]

export type ChainView = {
  /** World time: states on this day; null: the day shown as today. */
  readonly at: IsoDate | null
  /** System time, as on the Timeline: what was stored then is shown; null: what is stored now. */
  readonly as_of: Instant | null
  /** What is chosen; empty: any. The Timeline may bring several, and elements beside the seventeen. */
  readonly stage: readonly Stage[]
  readonly element: readonly ElementSymbol[]
  readonly tickers: readonly Ticker[]
  /** Whose balance of policy is drawn; empty: everybody's. */
  readonly jurisdiction: readonly string[]
  /** Whether background events count too. */
  readonly context: boolean
  readonly money: MoneyGrouping
  /** Whose disclosed figures are shown; null: the first company's. */
  readonly figures: Ticker | null
}

const params: SearchParams<ChainView> = {
  at: dayParam,
  as_of: asOfParam,
  stage: namesParam(stageSchema),
  element: namesParam(elementSymbolSchema),
  tickers: namesParam(tickerSchema),
  jurisdiction: namesParam(jurisdictionSchema),
  context: flagParam,
  money: choiceParam(moneyGroupings),
  figures: nameParam(tickerSchema),
}

/** A view in which nothing is chosen. */
export const nothingChosen = { stage: [], element: [], tickers: [] } as const satisfies Partial<ChainView>

const defaultView: ChainView = {
  ...nothingChosen,
  at: null,
  as_of: null,
  jurisdiction: [],
  context: false,
  money: 'stage',
  figures: null,
}

export const readChainView = (search: Search): Reading<ChainView> => readParams(params, defaultView, search)

/** The parameters of the members given: undefined where one has its default, so that it leaves the address. */
export const writeChainView = (patch: Partial<ChainView>): Search => writeParams(params, defaultView, patch)
