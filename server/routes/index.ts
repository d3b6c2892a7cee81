/** Every route, in the order of the contracts. */
import type { Config } from '../config.ts'
import type { Route } from '../route.ts'
import { calendarRoutes } from './calendars.ts'
import { chainEditRoutes } from './chain-edits.ts'
import { chainFigureRoutes } from './chain-figures.ts'
import { chainFileRoutes } from './chain-file.ts'
import { chainRoutes } from './chain.ts'
import { commodityRoutes } from './commodities.ts'
import { companyDateRoutes } from './company-dates.ts'
import { disagreementRoutes } from './disagreements.ts'
import { feedRoutes } from './feeds.ts'
import { eventPictureRoutes } from './event-pictures.ts'
import { filingRoutes } from './filings.ts'
import { floorRoutes } from './floors.ts'
import { fxRoutes } from './fx.ts'
import { gapRoutes } from './gaps.ts'
import { healthRoutes } from './health.ts'
import { importRoutes } from './imports.ts'
import { inboxRoutes } from './inbox.ts'
import { instrumentRequestRoutes } from './instrument-requests.ts'
import { instrumentRoutes } from './instruments.ts'
import { jobRoutes } from './jobs.ts'
import { policyCalendarRoutes } from './policy-calendar.ts'
import { policyCatalogueRoutes } from './policy-catalogue.ts'
import { policyClaimRoutes } from './policy-claims.ts'
import { policyEditRoutes } from './policy-edits.ts'
import { policyEventRoutes } from './policy-events.ts'
import { policyMoveRoutes } from './policy-moves.ts'
import { policyOutcomeRoutes } from './policy-outcomes.ts'
import { priceRoutes } from './prices.ts'
import { quarantineRoutes } from './quarantine.ts'
import { seriesRoutes } from './series.ts'
import { sourceRoutes } from './sources.ts'
import { vintageRoutes } from './vintages.ts'

const routes: readonly Route[] = [
  ...instrumentRoutes,
  ...instrumentRequestRoutes,
  ...priceRoutes,
  ...vintageRoutes,
  ...fxRoutes,
  ...calendarRoutes,
  ...filingRoutes,
  ...policyEventRoutes,
  ...policyEditRoutes,
  ...policyOutcomeRoutes,
  ...policyCalendarRoutes,
  ...companyDateRoutes,
  ...policyClaimRoutes,
  ...policyCatalogueRoutes,
  ...chainRoutes,
  ...chainFigureRoutes,
  ...chainEditRoutes,
  ...chainFileRoutes,
  ...inboxRoutes,
  ...commodityRoutes,
  ...policyMoveRoutes,
  ...floorRoutes,
  ...importRoutes,
  ...sourceRoutes,
  ...seriesRoutes,
  ...gapRoutes,
  ...disagreementRoutes,
  ...quarantineRoutes,
  ...jobRoutes,
  ...healthRoutes,
  ...feedRoutes,
  ...eventPictureRoutes,
]

/** A process that only runs jobs says how it is, and nothing else. */
export function routesFor(role: Config['role']): readonly Route[] {
  return role === 'jobs' ? healthRoutes : routes
}
