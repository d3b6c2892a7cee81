import type { FilingSource } from './refresh-filings.ts'
import { asxHtml } from '../providers/asx-html.ts'
import { asx } from '../providers/asx.ts'
import { cninfo } from '../providers/cninfo.ts'
import { eastmoneyNotices } from '../providers/eastmoney-notices.ts'
import { secFeed } from '../providers/sec-feed.ts'
import { sec } from '../providers/sec.ts'
import { backfillFrom, sse } from '../providers/sse.ts'

/** How far the word of each source of filings goes, by its id. */
export const filingSources = {
  sec: { provider: sec, authority: 'two-readings', lists: { daysAgain: 7, from: null, looseDays: 0 } },
  'sec-feed': { provider: secFeed, rowsOf: sec.id, authority: 'hint', lists: null },
  asx: { provider: asx, lists: { daysAgain: 7, from: null, looseDays: 0 } },
  'asx-html': {
    provider: asxHtml,
    offWithFirst: true,
    lists: { daysAgain: 7, from: backfillFrom, looseDays: 0 },
  },
  // One whole window of the exchange's query: a company is never silent for so long, so that nothing is suspect.
  // Its windows are by the day of disclosure, up to twelve days after the upload.
  sse: { provider: sse, lists: { daysAgain: 89, from: backfillFrom, looseDays: 14 } },
  cninfo: { provider: cninfo, lists: { daysAgain: 89, from: backfillFrom, looseDays: 0 } },
  'eastmoney-notices': {
    provider: eastmoneyNotices,
    lists: { daysAgain: 89, from: backfillFrom, looseDays: 0 },
  },
} as const satisfies Readonly<Record<string, FilingSource>>
