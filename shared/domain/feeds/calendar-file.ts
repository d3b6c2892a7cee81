/**
 * The calendar as a file to subscribe to (RFC 5545): days without hours or zones. A date known to the month is a banner
 * over the month; one known to the year stands on its last day and says so, for a banner of 52 weeks hides what is below
 * it; one that is approximate, or a last day allowed, is a tentative day that says so.
 */
import type { Instant, IsoDate } from '../../kernel/brand.ts'
import { icalendar, icalText, type Component, type ContentLine } from '../../kernel/icalendar.ts'
import { addDays } from '../calendar/wall-clock.ts'
import type { CalendarDate, CalendarKind } from '../policy/calendar-date.ts'

export type CalendarFile = {
  readonly dates: readonly CalendarDate[]
  readonly today: IsoDate
  readonly publicUrl: string
  /** Days before each date on which to remind; empty: never. */
  readonly alarmDays: readonly number[]
}

/** Subscribers ask again so often; nothing here changes by the minute. */
const REFRESH = 'PT6H'
const NAME = 'Oreline: rare-earth policy and company dates'

export function calendarFile({ dates, ...about }: CalendarFile): string {
  return icalendar({
    name: 'VCALENDAR',
    lines: [
      line('VERSION', '2.0'),
      line('PRODID', '-//Oreline//Policy calendar//EN'),
      line('CALSCALE', 'GREGORIAN'),
      line('METHOD', 'PUBLISH'),
      line('NAME', NAME),
      line('X-WR-CALNAME', NAME),
      line(
        'X-WR-CALDESC',
        'Scheduled dates of policy and of companies, with precision and source. Not investment advice.',
      ),
      { name: 'REFRESH-INTERVAL', parameters: ';VALUE=DURATION', value: REFRESH },
      { name: 'X-PUBLISHED-TTL', value: REFRESH },
    ],
    components: dates.map((date) => entryOf(date, about)),
  })
}

function entryOf(
  date: CalendarDate,
  { today, publicUrl, alarmDays }: Omit<CalendarFile, 'dates'>,
): Component {
  const [first, last] = daysShown(date)
  const address = addressOf(date, publicUrl)
  // A date that is worked out was stored at no moment: its stamp is the day it was worked out.
  const stamp = date.recorded_at === null ? `${compact(today)}T000000Z` : stampOf(date.recorded_at)
  return {
    name: 'VEVENT',
    lines: [
      // Not the date: one that moves updates the entry that subscribers have.
      line('UID', `${date.id}@oreline`),
      { name: 'DTSTAMP', value: stamp },
      ...(date.recorded_at === null ? [] : [{ name: 'LAST-MODIFIED', value: stamp }]),
      // Revisions are numbered upwards.
      ...(date.revision === null ? [] : [{ name: 'SEQUENCE', value: String(date.revision) }]),
      { name: 'DTSTART', parameters: ';VALUE=DATE', value: compact(first) },
      // The end is the first day that is no longer part of it.
      { name: 'DTEND', parameters: ';VALUE=DATE', value: compact(addDays(last, 1)) },
      line('SUMMARY', summaryOf(date)),
      line('DESCRIPTION', descriptionOf(date, address)),
      { name: 'CATEGORIES', value: categoriesOf(date).map(icalText).join(',') },
      { name: 'STATUS', value: isCertain(date) ? 'CONFIRMED' : 'TENTATIVE' },
      { name: 'TRANSP', value: 'TRANSPARENT' },
      { name: 'URL', parameters: ';VALUE=URI', value: address },
    ],
    components: (date.passed_unconfirmed ? [] : alarmDays).map((days) => ({
      name: 'VALARM',
      lines: [
        { name: 'ACTION', value: 'DISPLAY' },
        line('DESCRIPTION', summaryOf(date)),
        { name: 'TRIGGER', value: triggerOf(days) },
      ],
    })),
  }
}

/** At nine in the morning: a day without hours begins at midnight, when nobody wants to be reminded. */
const triggerOf = (daysBefore: number): string =>
  daysBefore === 0 ? `PT${REMIND_AT}H` : `-PT${daysBefore * 24 - REMIND_AT}H`
const REMIND_AT = 9

const line = (name: string, text: string): ContentLine => ({ name, value: icalText(text) })

function daysShown({ precision, date, last_day: lastDay }: CalendarDate): readonly [IsoDate, IsoDate] {
  return precision === 'year' ? [lastDay, lastDay] : [date, lastDay]
}

/** A day that an act or a company has set, and not one that is promised, likely, or only the last allowed. */
function isCertain({ precision, kind, basis, passed_unconfirmed: passed }: CalendarDate): boolean {
  return (
    precision === 'day' && kind !== 'expected' && (basis === 'catalogue' || basis === 'announced') && !passed
  )
}

const precisionWords: Readonly<Record<CalendarDate['precision'], (date: CalendarDate) => string>> = {
  day: () => '',
  approximate: () => 'About: ',
  month: ({ date }) => `In ${date.slice(0, 7)}: `,
  year: ({ date }) => `During ${date.slice(0, 4)}: `,
  'on-or-before': () => 'No later than: ',
}

const kindWords: Readonly<Record<CalendarKind, string>> = {
  effective: 'takes effect',
  'provision-effective': 'a part takes effect',
  end: 'last day in force',
  'suspension-end': 'last day of the pause',
  expected: 'expected',
  results: '',
  activities: '',
  'ex-date': '',
  payment: '',
}

function summaryOf(date: CalendarDate): string {
  const doubt = date.passed_unconfirmed ? 'Outcome unconfirmed: ' : ''
  const words = kindWords[date.kind]
  const part = date.provision === null ? '' : ` (${date.provision})`
  return `${doubt}${precisionWords[date.precision](date)}${date.title}${words === '' ? '' : `: ${words}`}${part}`
}

function descriptionOf(date: CalendarDate, address: string): string {
  const { source, latest } = date
  return [
    date.note,
    date.passed_unconfirmed
      ? `${date.date === date.last_day ? date.date : `${date.date} to ${date.last_day}`} has passed; no source says what happened.`
      : null,
    `Precision: ${date.precision}. ${basisWords[date.basis]}${date.confidence === null ? '' : ` Confidence: ${date.confidence}.`}`,
    latest === null ? null : `Last day allowed: ${latest.date} (${latest.source.name}).`,
    `Source: ${source.name}${source.date === null ? '' : ` (${source.date})`}${source.url === null ? '' : ` ${source.url}`}`,
    address,
    'Nothing here is investment advice.',
  ]
    .filter((part) => part !== null)
    .join('\n')
}

const basisWords: Readonly<Record<CalendarDate['basis'], string>> = {
  catalogue: 'From the policy catalogue.',
  announced: 'Announced by the company.',
  estimated: 'Estimated from a year before, not announced.',
  deadline: 'The last day the rules allow, not announced.',
}

function categoriesOf({ kind, ticker, jurisdiction, instrument_type: instrument, tickers }: CalendarDate) {
  return [ticker === null ? 'Policy' : 'Company', kind, jurisdiction, instrument, ...tickers].filter(
    (name) => name !== null,
  )
}

function addressOf({ event, ticker }: CalendarDate, publicUrl: string): string {
  return event === null
    ? `${publicUrl}/calendar?ticker=${encodeURIComponent(ticker ?? '')}`
    : `${publicUrl}/events/${event}`
}

const compact = (day: IsoDate): string => day.replaceAll('-', '')

/** `20261120T080000Z`: iCalendar has no fractions of a second. */
const stampOf = (instant: Instant): string => instant.replaceAll(/[-:]|\.\d+/g, '')
