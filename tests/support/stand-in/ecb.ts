/**
 * The ECB's reference rates: the history as a zip, the last 90 days and the newest day as XML. Rates are made up by
 * arithmetic, published on TARGET days at 16:00 in Frankfurt.
 */
import { isTargetDay } from '@oreline/shared/domain/calendar/target-days.ts'
import { wallTimeSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { addDays, dateIn, instantAt, weekdaysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { isoDateSchema, type Instant, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { epochMs } from '@oreline/shared/kernel/instant.ts'
import { strToU8, zipSync } from 'fflate'
import { seedCalendars } from '../seed-files.ts'
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'

/** One day's rates by currency, as they shall be printed. Newest first in the draft. */
type EcbDraft = { days: { date: string; rates: Record<string, string> }[]; entry: string; asZip: boolean }
type EcbFault = (draft: EcbDraft) => StandInReply | void

const { target } = seedCalendars()
const publishedAt = wallTimeSchema.parse('16:00')
const levels = { USD: 1.1, AUD: 1.7, CNY: 7.9, JPY: 160 } as const

export function ecbRoute(): StandInRoute {
  const scenario =
    (fault: EcbFault): StandInScenario =>
    (request) => {
      const draft = draftOf(request)
      return fault(draft) ?? ratesReply(draft)
    }
  return {
    name: 'ecb',
    hosts: ['www.ecb.europa.eu'],
    answer: (request) => ratesReply(draftOf(request)),
    scenarios: Object.fromEntries(Object.entries(faults).map(([id, fault]) => [id, scenario(fault)])),
  }
}

function draftOf({ path, at }: StandInRequest): EcbDraft {
  const asZip = path.endsWith('/eurofxref-hist.zip')
  const today = dateIn(target.timezone, at)
  const first = asZip ? isoDateSchema.parse('2020-01-01') : addDays(today, -90)
  const isOut = (date: IsoDate): boolean => isPublishedBy(date, at) && isTargetDay(target, date) !== false
  const days = weekdaysBetween(first, today)
    .filter(isOut)
    .toReversed()
    .map((date) => ({ date, rates: ratesOn(date) }))
  return { days, entry: 'eurofxref-hist.csv', asZip }
}

/** Whether a day's rates are out by then. */
export const isPublishedBy = (date: IsoDate, at: Instant): boolean =>
  epochMs(instantAt(date, publishedAt, target.timezone)) <= epochMs(at)

/** One day's rates by currency, as the ECB prints them. */
export function ratesOn(date: IsoDate): Record<string, string> {
  const number = Date.parse(date) / 86_400_000
  const wave = 1 + 0.03 * Math.sin(number / 40)
  // The lev ended with 2025.
  const lev = date < '2026-01-01' ? { BGN: '1.9558' } : {}
  const rates = Object.entries(levels).map(([currency, level]) => [currency, (level * wave).toFixed(4)])
  return { ...Object.fromEntries(rates), ...lev }
}

function ratesReply({ days, entry, asZip }: EcbDraft): StandInReply {
  if (!asZip) return { headers: { 'content-type': 'text/xml' }, body: xmlOf(days) }
  return { headers: { 'content-type': 'application/zip' }, body: zipSync({ [entry]: strToU8(csvOf(days)) }) }
}

function xmlOf(days: EcbDraft['days']): string {
  const cubes = days.map(({ date, rates }) => {
    const rows = Object.entries(rates).map(
      ([currency, rate]) => `<Cube currency='${currency}' rate='${rate}'/>`,
    )
    return `<Cube time='${date}'>${rows.join('')}</Cube>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><gesmes:subject>Reference rates</gesmes:subject><gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender><Cube>${cubes.join('\n')}</Cube></gesmes:Envelope>\n`
}

/** A column per currency that ever was, `N/A` where there is no rate, each line ending in a comma. */
function csvOf(days: EcbDraft['days']): string {
  const currencies = [...new Set(days.flatMap(({ rates }) => Object.keys(rates)))]
  const lines = days.map(({ date, rates }) =>
    [date, ...currencies.map((currency) => rates[currency] ?? 'N/A'), ''].join(','),
  )
  return [['Date', ...currencies, ''].join(','), ...lines, ''].join('\n')
}

const put = (place: number, rates: Record<string, string>): EcbFault => {
  return ({ days }) => void Object.assign(days[place]?.rates ?? {}, rates)
}

const faults: Readonly<Record<string, EcbFault>> = {
  X03: ({ days }) => void days.splice(0, 3),
  X04: put(5, { AUD: '1.7123' }),
  X05: ({ days }) => {
    for (const { date, rates } of days) if (date > '2026-11-05') delete rates['AUD']
  },
  'X08-name': (draft) => void (draft.entry = 'rates.CSV'),
  'X08-no-csv': (draft) => void (draft.entry = 'readme.txt'),
  'X08-no-zip': () => ({
    headers: { 'content-type': 'application/zip' },
    body: 'PK no zip at all PK\u0005\u0006',
  }),
  'X09-zero': put(4, { USD: '0' }),
  'X09-negative': put(4, { USD: '-1.1' }),
  'X09-jump': put(4, { AUD: '17.1' }),
  'X09-newest': put(0, { AUD: '17.1' }),
  'H24-many': ({ days }) => {
    for (const { rates } of days) Object.assign(rates, { USD: '0', AUD: '0' })
  },
}
