import type { HorizonRow } from '@oreline/shared/api/calendar-overrides.ts'
import type { DisagreementRow } from '@oreline/shared/api/disagreements.ts'
import type { GapRow } from '@oreline/shared/api/gaps.ts'
import type { RunRow } from '@oreline/shared/api/jobs.ts'
import type { QuarantineRow } from '@oreline/shared/api/quarantine.ts'
import type { SeriesRow } from '@oreline/shared/api/series.ts'
import type { SourceRow } from '@oreline/shared/api/sources.ts'
import type { CalendarId, IsoDate } from '@oreline/shared/kernel/brand.ts'

/** What the verdict is made of. `quarantine` holds the open ones only. */
export type HealthRows = {
  readonly ready: { readonly offline: boolean }
  readonly sources: readonly SourceRow[]
  readonly series: readonly SeriesRow[]
  readonly quarantine: readonly QuarantineRow[]
  readonly disagreements: readonly DisagreementRow[]
  readonly gaps: readonly GapRow[]
  readonly horizons: readonly HorizonRow[]
  readonly runs: readonly RunRow[]
}

/**
 * From which day on a thing is recent. `sessionsFrom`: the fifth newest closed session of an exchange; `unknown` where
 * its calendar is not here or does not reach today: then every day counts. `daysFrom`: ten days before today.
 */
export type RecentDays = {
  readonly sessionsFrom: (calendar: CalendarId) => IsoDate | 'unknown'
  readonly daysFrom: IsoDate
}
