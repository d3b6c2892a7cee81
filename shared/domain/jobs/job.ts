/** The jobs by name: what the API may enqueue and the worker runs. How a job works stands with the worker. */
import * as z from 'zod'

export type JobDescription = {
  readonly name: `${'quotes' | 'filings' | 'fx' | 'policy' | 'calendar' | 'store'}-${string}`
  readonly title: string
  /** The source it asks; null: it asks nobody. */
  readonly source: string | null
  /** Second sources that it asks as well; undefined: none. */
  readonly seconds?: readonly string[]
}

/** Every source that a job asks, the first one first. */
export const sourcesOf = ({ source, seconds = [] }: JobDescription): readonly string[] =>
  source === null ? [] : [source, ...seconds]

export const jobs = [
  { name: 'quotes-xnys', title: 'Quotes of the New York listings', source: 'yahoo', seconds: ['eodhd'] },
  { name: 'quotes-xasx', title: 'Quotes of the Sydney listings', source: 'yahoo', seconds: ['eodhd'] },
  {
    name: 'quotes-xshg',
    title: 'Quotes of the Shanghai listings',
    source: 'yahoo',
    seconds: ['tencent', 'eastmoney', 'eodhd'],
  },
  { name: 'quotes-add', title: 'Instruments somebody wants followed', source: 'yahoo' },
  { name: 'filings-sec', title: 'SEC filings of MP and UUUU', source: 'sec' },
  { name: 'filings-sec-feed', title: 'Newest SEC filings of MP and UUUU', source: 'sec-feed' },
  { name: 'filings-asx', title: 'ASX announcements of Lynas', source: 'asx', seconds: ['asx-html'] },
  {
    name: 'filings-sse',
    title: 'Shanghai bulletins of China Northern Rare Earth',
    source: 'sse',
    seconds: ['cninfo', 'eastmoney-notices'],
  },
  { name: 'fx-ecb', title: 'ECB reference rates', source: 'ecb', seconds: ['frankfurter'] },
  {
    name: 'policy-federal-register',
    title: 'Federal Register on rare earths, critical minerals and export controls',
    source: 'federal-register',
  },
  {
    name: 'policy-inspection',
    title: 'Federal Register documents before they are printed',
    source: 'federal-register-inspection',
  },
  {
    name: 'policy-mofcom',
    title: 'Announcements of China’s Ministry of Commerce',
    source: 'mofcom',
    seconds: ['mofcom-en'],
  },
  { name: 'policy-white-house', title: 'Presidential actions of the White House', source: 'white-house' },
  { name: 'policy-war', title: 'Releases and contracts of the Department of War', source: 'war-gov' },
  { name: 'policy-ustr', title: 'Press releases of the US Trade Representative', source: 'ustr' },
  { name: 'policy-eu', title: 'Press corner of the European Commission', source: 'eu-press' },
  { name: 'policy-gdelt', title: 'News that GDELT finds', source: 'gdelt' },
  { name: 'calendar-check', title: 'Ends of the calendars, and days that bars contradict', source: null },
  { name: 'store-prune', title: 'Drop raw payloads older than 30 days', source: null },
] as const satisfies readonly JobDescription[]

export type JobName = (typeof jobs)[number]['name']
export const jobNameSchema = z.enum(jobs.map((job) => job.name))
