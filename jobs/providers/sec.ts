/**
 * Filings of US registrants from EDGAR's submissions, by CIK. The SEC asks for a name and a contact in the User-Agent and
 * at most 10 requests a second over all its hosts; a block lasts ten minutes and every request prolongs it.
 */
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { invariant } from '@oreline/shared/kernel/invariant.ts'
import type { HttpRequest } from '../http/request.ts'
import { defineProvider } from './define-provider.ts'
import type { Ask, FilingQuery } from './define-provider.ts'
import { onePerId } from './one-per-id.ts'
import { parseShard, parseSubmissions } from './sec/parse-submissions.ts'

export const sec = defineProvider<FilingQuery, Filing>({
  id: 'sec',
  parserVersion: 1,
  policy: {
    group: 'sec',
    hosts: ['data.sec.gov', 'www.sec.gov'],
    gapMs: 150,
    coolDownMs: 11 * 60_000,
    // Without a contact it refuses for good; too many requests pass with time.
    denial: ({ text }) => (text.includes('Undeclared Automated Tool') ? 'auth' : 'waf'),
  },
  needs: 'secContact',
  carries: ({ instrument }) => instrument.cik !== undefined,
  asks: ({ instrument, since }, { settings }) => {
    const { cik } = instrument
    invariant(cik !== undefined && settings.secContact !== null, 'SEC is asked with a CIK and a contact')
    const userAgent = `Oreline ${settings.secContact}`
    const key = `${instrument.ticker}/submissions`
    const askShards = (shards: readonly { name: string; filingTo: string }[]): readonly Ask<Filing>[] =>
      shards
        .filter(({ filingTo }) => since === null || filingTo >= since)
        .map(({ name }) => ({
          key: `${key}/${name}`,
          request: submissionsRequest(name, userAgent),
          read: (answer) => parseShard(answer, cik),
        }))
    return [
      {
        key,
        request: submissionsRequest(`CIK${cik}.json`, userAgent),
        read: (answer) => parseSubmissions(answer, cik, askShards),
      },
    ]
  },
  followUp: ({ instrument: { cik, ticker } }, { key }) => {
    const name = key.slice(`${ticker}/submissions/`.length)
    if (cik === undefined || !key.startsWith(`${ticker}/submissions/`)) return null
    return { key, request: submissionsRequest(name, ''), read: (answer) => parseShard(answer, cik) }
  },
  merge: onePerId,
})

const submissionsRequest = (file: string, userAgent: string): HttpRequest => ({
  url: `https://data.sec.gov/submissions/${file}`,
  expect: { format: 'json' },
  headers: { 'user-agent': userAgent },
})
