/**
 * When EDGAR accepted a filing. `acceptanceDateTime` is published in two readings: real UTC, and New York's wall clock
 * with a `Z` behind it; whole histories flip between them from one poll to the next, and single files mix both. A reading
 * is taken only when the other one cannot be.
 */
import { Temporal } from 'temporal-polyfill'
import type { Instant, IsoDate } from '../../kernel/brand.ts'
import { epochMs, instantOf } from '../../kernel/instant.ts'

const newYork = 'America/New_York'
/** Clocks differ; beyond this a filing cannot have been accepted after we read of it. */
const slackMs = 120_000
/** Minutes of the day, Eastern: EDGAR takes filings from 06:00 to 22:00; after 17:30 most get the next business day's date. */
const opens = 6 * 60
const closes = 22 * 60
const dated = 17 * 60 + 30
/** From a Friday evening over a weekend with holidays on both sides. */
const longestWeekendDays = 5

const keepsTheDay = /^(3|4|5|144|D|SC 13[DG]|SCHEDULE 13[DG])(\/A)?$/

type Published = {
  /** As published: `2026-02-06T16:03:43.000Z`; also `20260206160343`, always Eastern, and with a real offset. */
  readonly text: string
  readonly form: string
  readonly filingDate: IsoDate
  readonly fetchedAt: Instant
}

/** One meaning of the text: what New York's clock showed, and the moment, worked out only when it matters. */
type Reading = { readonly local: Temporal.PlainDateTime; readonly ms: () => number }

/** The moment of acceptance; null where the readings cannot be told apart, or neither is possible. */
export function acceptedAt(published: Published): Instant | null {
  const readings = readingsOf(published.text)
  // With an offset, or in the zone that a form always has, a text is no guess, whatever the hour.
  const possible = readings.filter((reading) =>
    readings.length === 1 ? !liesAhead(reading, published) : isPossible(reading, published),
  )
  const [only] = possible
  return only !== undefined && possible.length === 1 ? instantOf(only.ms()) : null
}

/** Whether, in every reading, a filing was accepted later than we read of it: its word is then worth nothing. */
export function isAhead({ text, fetchedAt }: Pick<Published, 'text' | 'fetchedAt'>): boolean {
  const readings = readingsOf(text)
  return readings.length > 0 && readings.every((reading) => liesAhead(reading, { fetchedAt }))
}

const liesAhead = ({ ms }: Reading, { fetchedAt }: Pick<Published, 'fetchedAt'>): boolean =>
  ms() > epochMs(fetchedAt) + slackMs

function readingsOf(text: string): readonly Reading[] {
  const compact = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)
  if (compact !== null) {
    const [, year, month, day, hour, minute, second] = compact
    return readable(() => eastern(`${year}-${month}-${day}T${hour}:${minute}:${second}`))
  }
  const [, wall, offset] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? []
  if (wall === undefined || offset === undefined) return []
  const literal = readable(() => atInstant(Temporal.Instant.from(`${wall}${offset}`)))
  return offset === 'Z' ? [...literal, ...readable(() => eastern(wall))] : literal
}

const atInstant = (instant: Temporal.Instant): Reading => ({
  local: instant.toZonedDateTimeISO(newYork).toPlainDateTime(),
  ms: () => instant.epochMilliseconds,
})

function eastern(wall: string): Reading {
  const local = Temporal.PlainDateTime.from(wall)
  return { local, ms: () => local.toZonedDateTime(newYork).epochMilliseconds }
}

/** A text of the right form may still name no day (the 31st of February). */
function readable(read: () => Reading): readonly Reading[] {
  try {
    return [read()]
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

function isPossible(reading: Reading, { form, filingDate, fetchedAt }: Published): boolean {
  const { local } = reading
  const minute = local.hour * 60 + local.minute
  if (minute < opens || minute > closes) return false
  const daysLater = local.toPlainDate().until(Temporal.PlainDate.from(filingDate)).days
  const isDatedSo =
    daysLater === 0
      ? minute <= dated || keepsTheDay.test(form)
      : minute >= dated && daysLater > 0 && daysLater <= longestWeekendDays
  return isDatedSo && !liesAhead(reading, { fetchedAt })
}
