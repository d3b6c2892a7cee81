/** The state of the screen "Data" as the address holds it. */
import { commoditySchema } from '@oreline/shared/domain/commodities/commodity.ts'
import { eventIdSchema, type EventId } from '@oreline/shared/domain/policy/event.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import {
  choiceParam,
  dayParam,
  nameParam,
  namesParam,
  readParams,
  writeParams,
  type Reading,
  type SearchParams,
} from '../../ui/search-param.ts'
import type { Search } from '../../ui/search.ts'

export const parts = ['files', 'commodities', 'instruments', 'catalogue', 'chain'] as const
export type Part = (typeof parts)[number]

export type DataView = {
  readonly part: Part
  /** Ids of the commodity series shown; empty: the first one. */
  readonly series: readonly string[]
  /** As published, or in US dollars a kilogram without value-added tax. */
  readonly price: 'published' | 'usd-kg'
  /** What the price is said of: as published, or converted by the element's mass fraction. */
  readonly form: 'published' | 'oxide' | 'metal'
  /** First and last day shown; null: all there is. */
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly event: EventId | null
}

/** What a part of the screen is given to read its address and to change it. */
export type Viewing = {
  readonly view: DataView
  readonly change: (patch: Partial<DataView>, how?: 'push' | 'replace') => void
}

const params: SearchParams<DataView> = {
  part: choiceParam(parts),
  series: namesParam(commoditySchema.shape.id),
  price: choiceParam(['published', 'usd-kg']),
  form: choiceParam(['published', 'oxide', 'metal']),
  from: dayParam,
  to: dayParam,
  event: nameParam(eventIdSchema),
}

const defaultView: DataView = {
  part: 'files',
  series: [],
  price: 'published',
  form: 'published',
  from: null,
  to: null,
  event: null,
}

/** Days that run backwards are no range: both count as absent. */
export function readDataView(search: Search): Reading<DataView> {
  const { values, unreadable } = readParams(params, defaultView, search)
  const { from, to } = values
  if (from === null || to === null || from < to) return { values, unreadable }
  return { values: { ...values, from: null, to: null }, unreadable: [...unreadable, 'from', 'to'] }
}

/** The parameters of the members given: undefined where one has its default, so that it leaves the address. */
export const writeDataView = (patch: Partial<DataView>): Search => writeParams(params, defaultView, patch)
