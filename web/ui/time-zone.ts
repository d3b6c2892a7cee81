/** In which zone moments are shown: the reader's choice, kept in the address as `tz`. */
import type { CalendarId, Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { Temporal } from 'temporal-polyfill'
import { formatDay } from './format.ts'

/** `exchange`: where the thing happened; of a thing without an exchange, the reader's own zone. */
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
  exchange: 'Exchange time',
  mine: 'My time zone',
  utc: 'UTC',
  'new-york': 'New York',
  sydney: 'Sydney',
  beijing: 'Beijing',
}

/** The zone for a moment that belongs to `calendar`; null: it belongs to no exchange. */
function zoneOf(choice: ZoneChoice, calendar: CalendarId | null, own: string): Zone {
  switch (choice) {
    case 'exchange':
      return calendar === null ? { id: own, label: 'your time' } : exchangeZones[calendar]
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

export type Moment = { readonly date: IsoDate; readonly time: string; readonly zone: string }

/** A moment as day and wall clock in the chosen zone. `own` is the IANA name of the reader's zone. */
export function momentIn(choice: ZoneChoice, own: string, at: Instant, calendar: CalendarId | null): Moment {
  const zone = zoneOf(choice, calendar, own)
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone.id)
  return {
    // A `PlainDate` writes itself as the ISO day of its zone, which is what the brand states.
    date: local.toPlainDate().toString() as IsoDate,
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone: zone.label,
  }
}

/** `7 Nov 2025, 16:20 New York`. */
export function formatMoment({ date, time, zone }: Moment): string {
  return `${formatDay(date)}, ${time} ${zone}`
}
