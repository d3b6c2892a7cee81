import type { TargetCalendar } from '@oreline/shared/domain/calendar/calendar.ts'
import { isTargetDay } from '@oreline/shared/domain/calendar/target-days.ts'
import { addDays, dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { EuroRate } from '@oreline/shared/domain/fx/rate.ts'
import type { Reject, Warning } from '@oreline/shared/kernel/outcome.ts'
import { unzipSync } from 'fflate'
import type { Answer } from '../../http/answer.ts'
import type { Reading } from '../define-provider.ts'
import { schemaBroken, statusBroken } from '../read-json.ts'
import type { BrokenReading } from '../read-json.ts'
import { readCsv } from './csv.ts'
import { ratesFrom } from './rates.ts'
import type { Quote } from './rates.ts'
import { readXml } from './xml.ts'

/** The history holds 2 MB; a zip that says it unpacks to more than this is not it. */
const mostUnpackedBytes = 30 * 2 ** 20

type ReadQuotes = { readonly quotes: readonly Quote[]; readonly rejects?: readonly Reject[] } | BrokenReading

/** `eurofxref-hist.zip`: all rates since 1999, in one CSV. */
export function parseHistory(answer: Answer, target: TargetCalendar): Reading<EuroRate> {
  if (answer.status !== 200) return statusBroken(answer)
  const csv = firstCsv(answer.bytes)
  return typeof csv === 'string' ? readingOf(readCsv(csv), answer, target) : csv
}

/** `eurofxref-hist-90d.xml`: the last 90 days. */
export function parseRecent(answer: Answer, target: TargetCalendar): Reading<EuroRate> {
  if (answer.status !== 200) return statusBroken(answer)
  if (!answer.text.trimEnd().endsWith('</gesmes:Envelope>'))
    return { kind: 'broken', why: 'truncated', detail: 'no end of the envelope' }
  return readingOf(readXml(answer.text), answer, target)
}

function firstCsv(zip: Uint8Array): string | BrokenReading {
  const entries = unzipped(zip)
  if (entries === null) return schemaBroken('not a zip')
  const csv = Object.entries(entries).find(([name]) => name.toLowerCase().endsWith('.csv'))
  return csv === undefined ? schemaBroken('no CSV in the zip') : new TextDecoder().decode(csv[1])
}

/** null: it cannot be unpacked. Only tables of a likely size are. */
function unzipped(zip: Uint8Array): Readonly<Record<string, Uint8Array>> | null {
  try {
    return unzipSync(zip, { filter: ({ originalSize }) => originalSize <= mostUnpackedBytes })
  } catch {
    return null
  }
}

function readingOf(read: ReadQuotes, answer: Answer, target: TargetCalendar): Reading<EuroRate> {
  if ('kind' in read) return read
  const { rates, rejects } = ratesFrom(read.quotes)
  const bad = [...(read.rejects ?? []), ...rejects]
  if (rates.length === 0 || bad.length > (rates.length + bad.length) / 5)
    return schemaBroken(`${bad.length} of ${rates.length + bad.length} rates are bad`)
  const newest = rates.reduce((latest, { date }) => (date > latest ? date : latest), '')
  const stale = newest < lastTargetDay(answer, target)
  const warnings: readonly Warning[] = [
    ...(stale ? [{ code: 'X03', detail: `newest rates are of ${newest}` }] : []),
    ...(rejects.length > 0
      ? [{ code: 'X09', detail: 'rates that cannot be, refused', count: rejects.length }]
      : []),
  ]
  return { kind: 'ok', items: rates, complete: true, warnings, rejects: bad, next: [] }
}

/** The last day before today, in Frankfurt, on which rates were due; empty beyond the calendar. */
function lastTargetDay({ fetchedAt }: Answer, target: TargetCalendar): string {
  let day = addDays(dateIn(target.timezone, fetchedAt), -1)
  while (isTargetDay(target, day) === false) day = addDays(day, -1)
  return isTargetDay(target, day) === true ? day : ''
}
