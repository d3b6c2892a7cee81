/** The whole state of the timeline, as the address holds it: one member per parameter, one definition each. */
import { elementSymbolSchema, type ElementSymbol } from '@oreline/shared/domain/chain/element.ts'
import { stageSchema, type Stage } from '@oreline/shared/domain/chain/stage.ts'
import {
  eventIdSchema,
  instrumentTypeSchema,
  jurisdictionSchema,
  type EventId,
  type InstrumentType,
} from '@oreline/shared/domain/policy/event.ts'
import { policyStateValueSchema, type PolicyStateValue } from '@oreline/shared/domain/policy/status.ts'
import { tickerSchema, type Instant, type IsoDate, type Ticker } from '@oreline/shared/kernel/brand.ts'
import * as z from 'zod'
import type { TimelineSelection } from '../../charts/timeline.ts'
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
  type SearchParam,
  type SearchParams,
} from '../../ui/search-param.ts'
import type { Search } from '../../ui/search.ts'

/** Spans counted back from today; `max`: everything held. */
export const rangeNames = ['1m', '3m', '6m', 'ytd', '1y', '3y', 'max'] as const
export type RangeName = (typeof rangeNames)[number]

const sortColumns = ['date', 'where', 'kind', 'title', 'state'] as const
export type SortColumn = (typeof sortColumns)[number]
/** `down`: the last one first. */
export type SortOrder = { readonly column: SortColumn; readonly down: boolean }

export type TimelineView = {
  /** World time: the day whose states are told; null: the day shown as today. */
  readonly at: IsoDate | null
  /** System time: what was stored then is shown; null: what is stored now. */
  readonly as_of: Instant | null
  /** Empty: the tracked ones. */
  readonly tickers: readonly Ticker[]
  readonly range: RangeName
  /** Own first and last day; where one is given, `range` does not count. */
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly mode: 'rebased' | 'price'
  /** The day that reads 100; null: the first day shown. */
  readonly base: IsoDate | null
  readonly currency: 'local' | 'USD'
  readonly jurisdiction: readonly string[]
  readonly instrument: readonly InstrumentType[]
  readonly stage: readonly Stage[]
  readonly element: readonly ElementSymbol[]
  /** The state on the day `at`. */
  readonly status: readonly PolicyStateValue[]
  /** Whether background events are shown too. */
  readonly context: boolean
  /** What is selected, at most one of the three. */
  readonly event: EventId | null
  readonly filing: string | null
  readonly day: IsoDate | null
  readonly list: 'events' | 'filings'
  readonly sort: SortOrder
}

const sortColumnParam = choiceParam(sortColumns)

/** A column, downwards with a minus. */
const sortParam: SearchParam<SortOrder> = {
  read: (text) => {
    const column = sortColumnParam.read(text.replace(/^-/, ''))
    return column === undefined ? undefined : { column, down: text.startsWith('-') }
  },
  text: ({ column, down }) => `${down ? '-' : ''}${column}`,
}

const params: SearchParams<TimelineView> = {
  at: dayParam,
  as_of: asOfParam,
  tickers: namesParam(tickerSchema),
  range: choiceParam(rangeNames),
  from: dayParam,
  to: dayParam,
  mode: choiceParam(['rebased', 'price']),
  base: dayParam,
  currency: choiceParam(['local', 'USD']),
  jurisdiction: namesParam(jurisdictionSchema),
  instrument: namesParam(instrumentTypeSchema),
  stage: namesParam(stageSchema),
  element: namesParam(elementSymbolSchema),
  status: namesParam(policyStateValueSchema),
  context: flagParam,
  event: nameParam(eventIdSchema),
  filing: nameParam(z.string().min(1).max(200)),
  day: dayParam,
  list: choiceParam(['events', 'filings']),
  sort: sortParam,
}

/** The filters of a view without any; whether background events are shown is no filter. */
export const cleared = {
  jurisdiction: [],
  instrument: [],
  stage: [],
  element: [],
  status: [],
} as const satisfies Partial<TimelineView>

const defaultView: TimelineView = {
  ...cleared,
  at: null,
  as_of: null,
  tickers: [],
  range: '3y',
  from: null,
  to: null,
  mode: 'rebased',
  base: null,
  currency: 'local',
  context: false,
  event: null,
  filing: null,
  day: null,
  list: 'events',
  sort: { column: 'date', down: true },
}

/** What an address says. `unreadable` names parameters that count as absent, for the reader to be told. */
export type ViewReading = { readonly view: TimelineView; readonly unreadable: readonly string[] }

export const readView = (search: Search): ViewReading => viewOf(readParams(params, defaultView, search))

/** As `readView`, for one address after another: a member whose text has not changed stays the same object. */
export function buildViewReader(): (search: Search) => ViewReading {
  let former: { readonly search: Search; readonly reading: Reading<TimelineView> } | undefined
  return (search) => {
    const reading = readParams(params, defaultView, search, former)
    former = { search, reading }
    return viewOf(reading)
  }
}

/** Days that run backwards are no range: both count as absent. */
function viewOf({ values, unreadable }: Reading<TimelineView>): ViewReading {
  const { from, to } = values
  if (from === null || to === null || from < to) return { view: values, unreadable }
  return { view: { ...values, from: null, to: null }, unreadable: [...unreadable, 'from', 'to'] }
}

/** The parameters of the members given: undefined where one has its default, so that it leaves the address. */
export const writeView = (patch: Partial<TimelineView>): Search => writeParams(params, defaultView, patch)

type Selected = Pick<TimelineView, 'event' | 'filing' | 'day'>

/** What is selected; an event comes before a filing, a filing before a day. */
export function selectionOf({ event, filing, day }: Selected): TimelineSelection | null {
  if (event !== null) return { kind: 'event', id: event }
  if (filing !== null) return { kind: 'filing', id: filing }
  return day === null ? null : { kind: 'session', date: day }
}

/** The three parameters of a selection. */
export function selecting(selection: TimelineSelection | null): Selected {
  return {
    event: selection?.kind === 'event' ? selection.id : null,
    filing: selection?.kind === 'filing' ? selection.id : null,
    day: selection?.kind === 'session' ? selection.date : null,
  }
}
