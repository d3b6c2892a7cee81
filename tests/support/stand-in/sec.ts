/**
 * EDGAR's submissions and Atom feeds on both of the SEC's hosts. Without an e-mail in the User-Agent it refuses for good; more than ten
 * requests a second bring ten minutes of refusals, which every further request prolongs.
 */
import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { readFileSync } from 'node:fs'
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'
import { filingsOf, registrants, type SecDraftRow, type SubmissionsDraft } from './sec-filings.ts'
import { secFaults, type SecFault } from './sec-faults.ts'
import { feedDraftOf, feedFaults, feedReply, type FeedFault } from './sec-feed.ts'

const newYork = timeZoneSchema.parse('America/New_York')
/** Rows filed before this day are in the older part. */
const shardBefore = '2024-01-01'

export function secRoute(): StandInRoute {
  let recent: number[] = []
  let refusedUntilMs = Number.NEGATIVE_INFINITY

  const refusal = ({ headers, atMs }: StandInRequest): StandInReply | null => {
    if (!/\S+@\S+\.\S+/.test(headers['user-agent'] ?? '')) return page('undeclared.html', 403)
    recent = [...recent.filter((ms) => ms > atMs - 1_000), atMs]
    if (recent.length > 10 || atMs < refusedUntilMs) {
      refusedUntilMs = atMs + 600_000
      return page('rate-threshold.html', 403)
    }
    return null
  }

  /** A fault of the submissions leaves the feed as it is, and the other way round. */
  const feedScenario =
    (fault: FeedFault): StandInScenario =>
    (request, usual) => {
      const draft = feedDraftOf(request)
      return draft === null ? usual() : (refusal(request) ?? fault(draft, request) ?? feedReply(draft))
    }

  const scenario =
    (fault: SecFault): StandInScenario =>
    (request, usual) => {
      if (feedDraftOf(request) !== null) return usual()
      const draft = draftOf(request)
      return (
        refusal(request) ??
        (draft === null ? noSuchKey() : (fault(draft, request) ?? submissionsReply(draft)))
      )
    }

  return {
    name: 'sec',
    hosts: ['data.sec.gov', 'www.sec.gov'],
    answer: (request) => {
      const refused = refusal(request)
      if (refused !== null) return refused
      const feed = feedDraftOf(request)
      if (feed !== null) return feedReply(feed)
      const draft = draftOf(request)
      return draft === null ? noSuchKey() : submissionsReply(draft)
    },
    scenarios: {
      F01: () => page('undeclared.html', 403),
      F02: () => page('rate-threshold.html', 403),
      F03: () => noSuchKey(),
      ...Object.fromEntries(Object.entries(secFaults).map(([id, fault]) => [id, scenario(fault)])),
      ...Object.fromEntries(Object.entries(feedFaults).map(([id, fault]) => [id, feedScenario(fault)])),
    },
  }
}

function draftOf({ path, at }: StandInRequest): SubmissionsDraft | null {
  const [, cik, shard] = /^\/submissions\/CIK(\d{10})(-submissions-001)?\.json$/.exec(path) ?? []
  const registrant = registrants.find((one) => one.cik === cik)
  if (registrant === undefined) return null
  const rows = filingsOf(registrant, dateIn(newYork, at))
  const isShard = shard !== undefined
  const oldestRecent = rows.findLastIndex(({ filingDate }) => filingDate >= shardBefore)
  return {
    cik: registrant.cik,
    // The older part begins with the last row of the newer one: ranges overlap.
    rows: isShard ? rows.slice(oldestRecent) : rows.slice(0, oldestRecent + 1),
    file: `CIK${registrant.cik}-submissions-001.json`,
    isShard,
    tickers: ['MP'],
    columns: {},
  }
}

/** The draft as EDGAR writes it. */
function submissionsReply({ cik, rows, file, isShard, tickers, columns }: SubmissionsDraft): StandInReply {
  const column = (name: keyof SecDraftRow) => rows.map((row) => row[name])
  const all = {
    accessionNumber: column('accessionNumber'),
    filingDate: column('filingDate'),
    reportDate: column('reportDate'),
    acceptanceDateTime: column('acceptanceDateTime'),
    act: rows.map(() => '34'),
    form: column('form'),
    fileNumber: rows.map(() => '001-39277'),
    filmNumber: rows.map(() => '26000001'),
    items: column('items'),
    core_type: column('form'),
    size: rows.map(() => 12_345),
    isXBRL: rows.map(() => 0),
    isInlineXBRL: rows.map(() => 0),
    primaryDocument: column('primaryDocument'),
    primaryDocDescription: column('primaryDocDescription'),
    ...columns,
  }
  if (isShard) return { body: all }
  const files =
    file === null ? [] : [{ name: file, filingCount: 99, filingFrom: '2020-01-15', filingTo: '2024-01-15' }]
  return {
    body: { cik, name: 'MADE UP', tickers, exchanges: ['NYSE'], filings: { recent: all, files } },
  }
}

const page = (name: string, status: number): StandInReply => ({
  status,
  headers: { 'content-type': name.endsWith('.xml') ? 'application/xml' : 'text/html' },
  body: readFileSync(new URL(`../../fixtures/sec/${name}`, import.meta.url), 'utf8'),
})

const noSuchKey = (): StandInReply => page('no-such-key.xml', 404)
