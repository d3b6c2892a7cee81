import type { Job } from '../define-job.ts'
import type { SourceJob } from '../source-job.ts'
import { calendarCheck } from './calendar-check.ts'
import { filingJobs } from './filings.ts'
import { fxEcb } from './fx-ecb.ts'
import { policyFeedJobs } from './policy-feeds.ts'
import { policyRegisterJobs } from './policy-registers.ts'
import { quoteJobs } from './quotes.ts'
import { quotesAdd } from './quotes-add.ts'
import { storePrune } from './store-prune.ts'

/** Every job that asks a source, in the order in which a fresh start, and a backfill, asks them. */
export const sourceJobs: readonly SourceJob[] = [
  ...quoteJobs,
  fxEcb,
  ...filingJobs,
  ...policyRegisterJobs,
  ...policyFeedJobs,
]

/** Every job. */
export const jobs: readonly Job[] = [...sourceJobs, quotesAdd, calendarCheck, storePrune]
