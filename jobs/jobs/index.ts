import type { Job } from '../define-job.ts'
import { filingJobs } from './filings.ts'
import { fxEcb } from './fx-ecb.ts'
import { quoteJobs } from './quotes.ts'
import { storePrune } from './store-prune.ts'

/** Every job, in the order in which a fresh start asks for them. */
export const jobs: readonly Job[] = [...quoteJobs, fxEcb, ...filingJobs, storePrune]
