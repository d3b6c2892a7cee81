/** The timeline as Atom (RFC 4287): events newest first, by when they were stored or last changed. */
import type { Instant } from '../../kernel/brand.ts'
import { xmlText } from '../../kernel/xml.ts'
import type { PolicyEvent } from '../policy/event.ts'
import type { PolicyState } from '../policy/state.ts'

export type FeedEntry = {
  readonly event: PolicyEvent
  readonly state: PolicyState | null
  readonly recordedAt: Instant
}

export type Feed = {
  readonly entries: readonly FeedEntry[]
  /** When anything behind the feed last changed. */
  readonly updated: Instant
  readonly publicUrl: string
  /** Path and query under which the feed was asked for. */
  readonly self: string
}

/** Ids name no host, so that they stay when Oreline moves (RFC 4151). */
const TAG = 'tag:oreline,2026'

export function atomFeed({ entries, updated, publicUrl, self }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${xmlText(`${TAG}:timeline${queryOf(self)}`)}</id>`,
    '<title>Oreline: how policy moves rare-earth stocks</title>',
    '<subtitle>Policy events as announced and as changed since. Nothing here is investment advice.</subtitle>',
    `<updated>${updated}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(`${publicUrl}${self}`)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(`${publicUrl}/`)}"/>`,
    '<author><name>Oreline</name></author>',
    '<generator>Oreline</generator>',
    ...entries.map((entry) => entryXml(entry, publicUrl)),
    '</feed>',
    '',
  ].join('\n')
}

/** Feeds with other filters are other feeds. */
const queryOf = (self: string): string => {
  const [, query = ''] = self.split('?', 2)
  return query === '' ? '' : `?${query}`
}

function entryXml({ event, state, recordedAt }: FeedEntry, publicUrl: string): string {
  const source = event.official_url ?? event.secondary_url
  return [
    '<entry>',
    `<id>${xmlText(`${TAG}:event:${event.id}`)}</id>`,
    `<title>${xmlText(event.title)}</title>`,
    `<updated>${recordedAt}</updated>`,
    // Atom knows no days: where the hour is not known, the day begins.
    `<published>${event.announced_from ?? `${event.announced_date}T00:00:00Z`}</published>`,
    `<link rel="alternate" type="text/html" href="${xmlText(`${publicUrl}/events/${event.id}`)}"/>`,
    ...(source === null ? [] : [`<link rel="via" href="${xmlText(source)}"/>`]),
    ...[event.jurisdiction, event.instrument_type, ...event.tickers.map(({ ticker }) => ticker)].map(
      (term) => `<category term="${xmlText(term)}"/>`,
    ),
    `<summary type="text">${xmlText(summaryOf(event, state))}</summary>`,
    '</entry>',
  ].join('\n')
}

function summaryOf(event: PolicyEvent, state: PolicyState | null): string {
  const standing =
    state === null
      ? 'Not announced yet.'
      : `State: ${state.value} since ${state.since}${state.unconfirmed === true ? ', outcome unconfirmed' : ''}.`
  return `${event.summary} Announced ${event.announced_date} (${event.date_precision}). ${standing} Confidence: ${event.confidence}.`
}
