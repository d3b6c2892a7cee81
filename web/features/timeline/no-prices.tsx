import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { useQuery } from '@tanstack/react-query'
import { Notice } from '../../ui/notice.tsx'
import { useMomentText } from '../../ui/use-moment-text.ts'
import { eventsQuery } from './timeline-queries.ts'

/** In the place of the chart while nothing is held, or of a past in which nothing was held yet. */
export function NoPrices({ asOf }: { readonly asOf: Instant | null }) {
  if (asOf === null) {
    return (
      <Notice tone="info" title="No prices are stored yet">
        The chart is drawn as soon as the first answer has come. The events are listed below.
      </Notice>
    )
  }
  return <NothingStoredYet asOf={asOf} />
}

/** The shipped catalogue is the first thing that a store is given: its oldest row tells when that was. */
function NothingStoredYet({ asOf }: { readonly asOf: Instant }) {
  const momentText = useMomentText()
  const catalogue = useQuery(eventsQuery(null))
  const oldest = catalogue.data?.data.map(({ recorded_at: at }) => at).toSorted()[0]
  return (
    <Notice tone="info" title={`Oreline had stored no prices of these stocks on ${momentText(asOf, null)}`}>
      {oldest === undefined ? null : `The oldest row it holds was stored on ${momentText(oldest, null)}.`}
    </Notice>
  )
}
