/** Every endpoint under /api/v1, in the order of the documentation. */
import {
  deleteCalendarOverride,
  getCalendarHorizons,
  getCalendarOverrides,
  putCalendarOverride,
} from './calendar-overrides.ts'
import { getCalendars } from './calendars.ts'
import { deleteChainRow, getChainRowHistory, putChainRow } from './chain-edits.ts'
import { getBalance, getChinaShares, getDisclosed, getMoney, getMoneySums } from './chain-figures.ts'
import { postChainFile, postChainPreview } from './chain-file.ts'
import { getChain, getChainMap } from './chain.ts'
import { getCommodities, getCommodityPoints, postCommodityPoints, putCommodity } from './commodities.ts'
import { deleteCompanyDate, getCompanyDates, putCompanyDate } from './company-dates.ts'
import { getDisagreements } from './disagreements.ts'
import { getFilings } from './filings.ts'
import { getFloorGaps, getFloors } from './floors.ts'
import { getFx } from './fx.ts'
import { getGaps } from './gaps.ts'
import { getHealth, getReady } from './health.ts'
import { getImports, postImport, postImportPreview, postImportUndo } from './imports.ts'
import { getCandidate, getInbox, getInboxCounts, postInboxDecision } from './inbox.ts'
import {
  deleteInstrument,
  getInstrumentRequests,
  postInstrument,
  putInstrumentPaused,
} from './instrument-requests.ts'
import { getInstruments } from './instruments.ts'
import { getJobRuns, postJobRun } from './jobs.ts'
import { postCatalogue, postCataloguePreview } from './policy-catalogue.ts'
import { deletePolicyClaim, getPolicyClaims, putPolicyClaim } from './policy-claims.ts'
import {
  deletePolicyEvent,
  getPolicyEventHistory,
  getShippedPolicyEvent,
  putPolicyEvent,
} from './policy-edits.ts'
import { getPolicyCalendar } from './policy-calendar.ts'
import { postPolicyOutcome } from './policy-outcomes.ts'
import { getEventDocuments, getPolicyDocuments } from './policy-documents.ts'
import { getPolicyEvent, getPolicyEvents } from './policy-events.ts'
import { getPolicyMoves } from './policy-moves.ts'
import { getPrices } from './prices.ts'
import { getQuarantine, postQuarantineDecision } from './quarantine.ts'
import { getSeries, putSeriesSource } from './series.ts'
import { getSources, putSource } from './sources.ts'
import { getVintages } from './vintages.ts'

export const endpoints = [
  getInstruments,
  getInstrumentRequests,
  postInstrument,
  putInstrumentPaused,
  deleteInstrument,
  getPrices,
  getVintages,
  getFx,
  getCalendars,
  getCalendarHorizons,
  getCalendarOverrides,
  putCalendarOverride,
  deleteCalendarOverride,
  getFilings,
  getPolicyEvents,
  getPolicyEvent,
  putPolicyEvent,
  deletePolicyEvent,
  getPolicyEventHistory,
  getShippedPolicyEvent,
  postPolicyOutcome,
  getPolicyCalendar,
  getCompanyDates,
  putCompanyDate,
  deleteCompanyDate,
  getPolicyClaims,
  putPolicyClaim,
  deletePolicyClaim,
  postCataloguePreview,
  postCatalogue,
  getPolicyMoves,
  getChainMap,
  getChain,
  getChinaShares,
  getDisclosed,
  getMoney,
  getMoneySums,
  getBalance,
  putChainRow,
  deleteChainRow,
  getChainRowHistory,
  postChainPreview,
  postChainFile,
  getInbox,
  getInboxCounts,
  getCandidate,
  postInboxDecision,
  getPolicyDocuments,
  getEventDocuments,
  getCommodities,
  getCommodityPoints,
  putCommodity,
  postCommodityPoints,
  getFloors,
  getFloorGaps,
  postImportPreview,
  postImport,
  getImports,
  postImportUndo,
  getSources,
  putSource,
  getSeries,
  putSeriesSource,
  getGaps,
  getDisagreements,
  getQuarantine,
  postQuarantineDecision,
  getJobRuns,
  postJobRun,
  getHealth,
  getReady,
] as const
