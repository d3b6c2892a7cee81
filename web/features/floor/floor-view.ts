/** The state of the screen "Floor" as the address holds it. */
import { commoditySchema } from '@oreline/shared/domain/commodities/commodity.ts'
import type { Stated } from '@oreline/shared/domain/floor/like-for-like.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import {
  dayParam,
  flagParam,
  nameParam,
  readParams,
  writeParams,
  type Reading,
  type SearchParams,
} from '../../ui/search-param.ts'
import type { Search } from '../../ui/search.ts'

export type FloorView = {
  /** The commodity series held against the floors; null: the first that may be drawn as it is. */
  readonly market: string | null
  /** What the reader has agreed to. */
  readonly without_vat: boolean
  readonly as_oxide: boolean
  readonly nd_for_ndpr: boolean
  /** The day read out under the chart; null: the last one with a market price. */
  readonly read: IsoDate | null
}

const params: SearchParams<FloorView> = {
  market: nameParam(commoditySchema.shape.id),
  without_vat: flagParam,
  as_oxide: flagParam,
  nd_for_ndpr: flagParam,
  read: dayParam,
}

const defaultView: FloorView = {
  market: null,
  without_vat: false,
  as_oxide: false,
  nd_for_ndpr: false,
  read: null,
}

export const readFloorView = (search: Search): Reading<FloorView> => readParams(params, defaultView, search)

/** The parameters of the members given: undefined where one has its default, so that it leaves the address. */
export const writeFloorView = (patch: Partial<FloorView>): Search => writeParams(params, defaultView, patch)

/** The conversions agreed to, as the domain names them. */
export const statedIn = ({ without_vat, as_oxide, nd_for_ndpr }: FloorView): Stated => ({
  vat: without_vat ? 'without' : 'published',
  form: as_oxide ? 'oxide' : 'published',
  elements: nd_for_ndpr ? 'nd-for-ndpr' : 'published',
})

/** The parameter of the address by which a reader agrees to what is offered. */
export const agreementOf = {
  vat: 'without_vat',
  form: 'as_oxide',
  elements: 'nd_for_ndpr',
} as const satisfies Record<keyof Stated, keyof FloorView>
