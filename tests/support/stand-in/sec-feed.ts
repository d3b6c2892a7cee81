/**
 * EDGAR's Atom feed of a company, in ISO-8859-1 as the real one: the filings of the submissions, each once for every
 * role. Behind the last page stands a 503 in HTML.
 */
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import { maintenancePage } from './pages.ts'
import type { StandInReply, StandInRequest } from './route.ts'
import { filingsOf, registrants, type SecDraftRow } from './sec-filings.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'

const newYork = timeZoneSchema.parse('America/New_York')

/** A page before it is written; scenarios change it in place. */
export type FeedDraft = { cik: string; rows: SecDraftRow[]; start: number; count: number; summary: boolean }
export type FeedFault = (draft: FeedDraft, request: StandInRequest) => StandInReply | void

/** null: another question, or a company that EDGAR does not know. */
export function feedDraftOf({ path, query, at }: StandInRequest): FeedDraft | null {
  if (!path.startsWith('/cgi-bin/browse-edgar') || query.get('output') !== 'atom') return null
  const registrant = registrants.find(({ cik }) => cik === query.get('CIK'))
  if (registrant === undefined) return null
  return {
    cik: registrant.cik,
    rows: filingsOf(registrant, dateIn(newYork, at)),
    start: Number(query.get('start')),
    count: Number(query.get('count')),
    summary: true,
  }
}

export function feedReply({ cik, rows, start, count, summary }: FeedDraft): StandInReply {
  const shown = rows.slice(start, start + count)
  if (shown.length === 0 && start > 0) return maintenancePage(503)
  const entries = shown.flatMap((row) => [
    entryOf(row, { cik, role: row.form === '4' ? 'Issuer' : 'Filer', summary }),
    ...(row.form === '4' ? [entryOf(row, { cik: '0001878125', role: 'Reporting', summary })] : []),
  ])
  const text = `<?xml version="1.0" encoding="ISO-8859-1" ?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Société made up (${cik})</title>
<id>https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany</id>
${entries.join('\n')}
</feed>
`
  return { headers: { 'content-type': 'application/atom+xml' }, body: Buffer.from(text, 'latin1') }
}

type Role = { readonly cik: string; readonly role: string; readonly summary: boolean }

function entryOf(
  { accessionNumber, filingDate, acceptanceDateTime, form, items }: SecDraftRow,
  { cik, role, summary }: Role,
): string {
  const folder = `${Number(cik)}/${accessionNumber.replaceAll('-', '')}`
  const words = items
    .split(',')
    .filter((item) => /^\d\.\d\d$/.test(item))
    .map((item) => `&lt;br&gt;Item ${item}: Words of the form\n`)
  const html = `<summary type="html"> &lt;b&gt;Filed:&lt;/b&gt; ${filingDate} &lt;b&gt;AccNo:&lt;/b&gt; ${accessionNumber} &lt;b&gt;Size:&lt;/b&gt; 5 KB
${words.join('')}</summary>`
  return `<entry>
<title>${form} - Société made up (${cik}) (${role})</title>
<link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/${folder}/${accessionNumber}-index.htm"/>
${summary ? html : ''}
<updated>${withOffset(acceptanceDateTime)}</updated>
<category scheme="https://www.sec.gov/" label="form type" term="${form}"/>
<id>urn:tag:sec.gov,2008:accession-number=${accessionNumber}</id>
</entry>`
}

/** New York's clock with its offset: `2025-12-11T17:48:07-05:00`. */
function withOffset(moment: string): string {
  const at = new Date(moment)
  const wall = at.toLocaleString('sv-SE', { timeZone: 'America/New_York' }).replace(' ', 'T')
  const hours = Math.round((at.getTime() - Date.parse(`${wall}Z`)) / 3_600_000)
  return `${wall}-0${hours}:00`
}

/** Accepted a few minutes ago: in the feed before it is in the submissions. */
export const freshFiling = ({ cik }: { readonly cik: string }, atMs: number): SecDraftRow => ({
  accessionNumber: `${cik}-26-009999`,
  filingDate: dateIn(newYork, instantOf(atMs)),
  reportDate: dateIn(newYork, instantOf(atMs)),
  acceptanceDateTime: instantOf(atMs - 180_000),
  form: '8-K',
  items: '1.01,9.01',
  primaryDocument: 'fresh.htm',
  primaryDocDescription: '8-K',
})

export const feedFaults: Readonly<Record<string, FeedFault>> = {
  'fresh-in-feed': (draft, { atMs }) => void draft.rows.unshift(freshFiling(draft, atMs)),
  F25: (draft) => void (draft.summary = false),
  // What a feed asked for form 4 delivers: whatever begins with it.
  F26: ({ rows }) => {
    for (const [place, form] of ['424B2', '425', '40-17G'].entries())
      Object.assign(rows[place] ?? {}, { form, items: '' })
  },
  'feed-empty': (draft) => void (draft.rows = []),
}
