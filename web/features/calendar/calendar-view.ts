/** The state of the screen "What's next" as the address holds it. */
import { elementSymbolSchema, type ElementSymbol } from '@oreline/shared/domain/chain/element.ts'
import { stageSchema, type Stage } from '@oreline/shared/domain/chain/stage.ts'
import { companyDateKindSchema } from '@oreline/shared/domain/company-dates/company-date.ts'
import type { CalendarFilter } from '@oreline/shared/domain/policy/calendar-filter.ts'
import {
  instrumentTypeSchema,
  jurisdictionSchema,
  type InstrumentType,
} from '@oreline/shared/domain/policy/event.ts'
import { scheduledKindSchema } from '@oreline/shared/domain/policy/schedule.ts'
import { tickerSchema, type Ticker } from '@oreline/shared/kernel/brand.ts'
import {
  choiceParam,
  flagParam,
  namesParam,
  readParams,
  writeParams,
  type Reading,
  type SearchParams,
} from '../../ui/search-param.ts'
import type { Search } from '../../ui/search.ts'

export type CalendarView = {
  readonly about: 'all' | 'policy' | 'companies'
  readonly jurisdiction: readonly string[]
  readonly instrument: readonly InstrumentType[]
  readonly stage: readonly Stage[]
  readonly element: readonly ElementSymbol[]
  readonly ticker: readonly Ticker[]
  readonly context: boolean
}

const params: SearchParams<CalendarView> = {
  about: choiceParam(['all', 'policy', 'companies']),
  jurisdiction: namesParam(jurisdictionSchema),
  instrument: namesParam(instrumentTypeSchema),
  stage: namesParam(stageSchema),
  element: namesParam(elementSymbolSchema),
  ticker: namesParam(tickerSchema),
  context: flagParam,
}

/** A view without any filter; whether background events are shown is none. */
export const cleared = {
  about: 'all',
  jurisdiction: [],
  instrument: [],
  stage: [],
  element: [],
  ticker: [],
} as const satisfies Partial<CalendarView>

const defaultView: CalendarView = { ...cleared, context: false }

export const readCalendarView = (search: Search): Reading<CalendarView> =>
  readParams(params, defaultView, search)

/** The parameters of the members given: undefined where one has its default, so that it leaves the address. */
export const writeCalendarView = (patch: Partial<CalendarView>): Search =>
  writeParams(params, defaultView, patch)

/** The same filter for rows, calendar file and feed; lists that narrow nothing are left out. */
export function filterOf({ about, context, ...lists }: CalendarView): CalendarFilter {
  return {
    jurisdiction: chosenOf(lists.jurisdiction),
    instrument: chosenOf(lists.instrument),
    stage: chosenOf(lists.stage),
    element: chosenOf(lists.element),
    ticker: chosenOf(lists.ticker),
    ...(about === 'all'
      ? {}
      : { kind: about === 'policy' ? scheduledKindSchema.options : companyDateKindSchema.options }),
    context,
  }
}

const chosenOf = <T>(names: readonly T[]) => (names.length === 0 ? undefined : names)
