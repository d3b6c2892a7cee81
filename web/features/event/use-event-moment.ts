/** Which day and which moment of the store the page of an event tells of, as its address says. */
import { isoDateSchema, type Instant, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { asOfParam, momentShown, pastOf } from '../../ui/as-of.ts'
import { dayParam } from '../../ui/search-param.ts'
import { useNow, todayOf } from '../../ui/use-now.ts'
import { useSearchState } from '../../ui/use-search-state.ts'

const MINUTE_MS = 60_000

export type EventMoment = {
  /** The day whose state is told. */
  readonly at: IsoDate
  /** Whether the address asks for a day of its own. */
  readonly isChosen: boolean
  /** null: what is stored now. */
  readonly asOf: Instant | null
  /** Parameters of questions about states on that day. */
  readonly onDay: { readonly at?: IsoDate; readonly as_of?: Instant }
  /** Parameters of questions about what is stored. */
  readonly stored: { readonly as_of?: Instant }
  readonly toNow: () => void
}

export function useEventMoment(): EventMoment {
  const { search, change } = useSearchState()
  const now = useNow(MINUTE_MS)
  const asked = dayParam.read(search['at'] ?? '') ?? null
  const { asOf } = momentShown(asOfParam.read(search['as_of'] ?? '') ?? null, now)
  const stored = pastOf(asOf)
  return {
    at: asked ?? (asOf === null ? todayOf(now) : isoDateSchema.parse(asOf.slice(0, 10))),
    isChosen: asked !== null,
    asOf,
    onDay: { ...(asked === null ? {} : { at: asked }), ...stored },
    stored,
    toNow: () => change({ at: undefined, as_of: undefined }, 'push'),
  }
}
