/** The state of the screen "Inbox" as the address holds it. */
import { sourceIdSchema, type IsoDate, type SourceId } from '@oreline/shared/kernel/brand.ts'
import * as z from 'zod'
import {
  choiceParam,
  dayParam,
  nameParam,
  readParams,
  writeParams,
  type Reading,
  type SearchParams,
} from '../../ui/search-param.ts'
import type { Search } from '../../ui/search.ts'

export const shownStates = ['open', 'linked', 'created', 'dismissed', 'all'] as const

export type InboxView = {
  readonly state: (typeof shownStates)[number]
  /** null: of any source. */
  readonly source: SourceId | null
  /** Words looked for; null: none. */
  readonly q: string | null
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  /** The candidate that is open, by its number as text; null: none. */
  readonly candidate: string | null
}

const params: SearchParams<InboxView> = {
  state: choiceParam(shownStates),
  source: nameParam(sourceIdSchema),
  q: nameParam(z.string().trim().min(2).max(100)),
  from: dayParam,
  to: dayParam,
  candidate: nameParam(z.string().regex(/^[1-9]\d{0,8}$/)),
}

const defaultView: InboxView = {
  state: 'open',
  source: null,
  q: null,
  from: null,
  to: null,
  candidate: null,
}

export const readInboxView = (search: Search): Reading<InboxView> => readParams(params, defaultView, search)

/** The parameters of the members given: undefined where one has its default, so that it leaves the address. */
export const writeInboxView = (patch: Partial<InboxView>): Search => writeParams(params, defaultView, patch)

/** Whether fewer are shown than there are in that state. */
export const isFiltered = ({ source, q, from, to }: InboxView): boolean =>
  [source, q, from, to].some((value) => value !== null)
