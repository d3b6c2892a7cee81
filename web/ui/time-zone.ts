/** In which zone moments are shown: the reader's choice, kept in the address as `tz`. */
import type { TimeZone, WallTime } from '@oreline/shared/domain/calendar/calendar.ts'
import {
  calendarIdSchema,
  isoDateSchema,
  type CalendarId,
  type Instant,
  type IsoDate,
} from '@oreline/shared/kernel/brand.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import { Temporal } from 'temporal-polyfill'
import { formatDay } from './format.ts'

/** `exchange`: where the thing happened; of a thing that happened nowhere in particular, the reader's own zone. */
export const zoneChoices = ['exchange', 'mine', 'utc', 'new-york', 'sydney', 'beijing'] as const
export type ZoneChoice = (typeof zoneChoices)[number]

type Zone = { readonly id: string; readonly label: string }

const UTC: Zone = { id: 'UTC', label: 'UTC' }
const NEW_YORK: Zone = { id: 'America/New_York', label: 'New York' }
const SYDNEY: Zone = { id: 'Australia/Sydney', label: 'Sydney' }
const BEIJING: Zone = { id: 'Asia/Shanghai', label: 'Beijing' }

const exchangeZones: Readonly<Record<CalendarId, Zone>> = { XNYS: NEW_YORK, XASX: SYDNEY, XSHG: BEIJING }

/** The choice as the reader sees it in the menu. */
export const zoneLabels: Readonly<Record<ZoneChoice, string>> = {
  exchange: 'Local time',
  mine: 'My time zone',
  utc: 'UTC',
  'new-york': 'New York',
  sydney: 'Sydney',
  beijing: 'Beijing',
}

/** Where a moment belongs: an exchange, any other place by its zone, or nowhere (null). */
export type Home = CalendarId | TimeZone | null

function zoneOf(choice: ZoneChoice, home: Home, own: string): Zone {
  switch (choice) {
    case 'exchange':
      return homeZone(home) ?? { id: own, label: 'your time' }
    case 'mine':
      return { id: own, label: 'your time' }
    case 'utc':
      return UTC
    case 'new-york':
      return NEW_YORK
    case 'sydney':
      return SYDNEY
    case 'beijing':
      return BEIJING
  }
}

function homeZone(home: Home): Zone | null {
  if (home === null) return null
  const calendar = calendarIdSchema.safeParse(home).data
  if (calendar !== undefined) return exchangeZones[calendar]
  return [NEW_YORK, SYDNEY, BEIJING].find(({ id }) => id === home) ?? { id: home, label: cityOf(home) }
}

/** `Asia/Kuala_Lumpur` is `Kuala Lumpur`. */
const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

export type Moment = { readonly date: IsoDate; readonly time: string; readonly zone: string }

/** A moment as day and wall clock in the chosen zone. `own` is the IANA name of the reader's zone. */
export function momentIn(choice: ZoneChoice, own: string, at: Instant, home: Home): Moment {
  const zone = zoneOf(choice, home, own)
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone.id)
  return {
    date: isoDateSchema.parse(local.toPlainDate().toString()),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone: zone.label,
  }
}

/** The moment at which the wall clock of the chosen zone shows that time on that day: the inverse of `momentIn`. */
export function instantOfMoment(
  choice: ZoneChoice,
  own: string,
  { date, time }: { readonly date: IsoDate; readonly time: WallTime },
  home: Home,
): Instant {
  const timeZone = zoneOf(choice, home, own).id
  const plainTime = Temporal.PlainTime.from(time)
  return instantOf(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds)
}

/** Two bounds in one zone: `9 Oct 2025, 08:00 to 11:59 Beijing`. */
export function formatBounds(from: Moment, to: Moment): string {
  if (from.date === to.date && from.time === to.time) return formatMoment(from)
  const end = from.date === to.date ? to.time : `${formatDay(to.date)}, ${to.time}`
  return `${formatDay(from.date)}, ${from.time} to ${end} ${to.zone}`
}

/** `7 Nov 2025, 16:20 New York`. */
export function formatMoment({ date, time, zone }: Moment): string {
  return `${formatDay(date)}, ${time} ${zone}`
}
