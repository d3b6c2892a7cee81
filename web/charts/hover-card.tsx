/** What the card beside the crosshair says: of a day its prices, of a mark its event, of a tick its filings. */
import type { CalendarId, Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { formatAmount, formatChange, formatDay, formatShortDay } from '../ui/format.ts'
import { instrumentWords, jurisdictionWords } from '../ui/policy-words.ts'
import { sourceName } from '../ui/source-words.ts'
import type { EventMark } from './event-mark.ts'
import type { FilingDay } from './filing-lane.ts'
import { inkOfLane } from './jurisdictions.ts'
import { LineSample, MarkSample } from './sample.tsx'
import { eventStateText, markDate, markOccasion } from './mark-text.ts'
import type { DrawnSession, PriceLine } from './price-line.ts'
import type { Readout } from './readout.ts'
import { dayAt } from './time-scale.ts'
import classes from './timeline.module.css'

/** How values and moments are written; given by the chart. */
export type CardWords = {
  /** The day the events' states are of. */
  readonly stateOn: IsoDate
  readonly valueText: (line: PriceLine, session: DrawnSession) => string
  readonly instantText: (at: Instant, calendar: CalendarId | null) => string
  /** Why a line has no price on a day; null: its exchange had no session. */
  readonly gapText: (line: PriceLine, date: IsoDate) => string | null
}

const MOST_TITLES = 5
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

type SessionCardProps = {
  readonly ms: number
  readonly readouts: readonly Readout[]
  readonly words: CardWords
}

export function SessionCard({ ms, readouts, words }: SessionCardProps) {
  return (
    <>
      <p className={classes['cardHead']}>
        {WEEKDAYS[new Date(ms).getUTCDay()]} {formatDay(dayAt(ms))}
      </p>
      <div className={classes['readouts']}>
        {readouts.map((readout) => (
          <ReadoutRow key={readout.line.series.ticker} ms={ms} readout={readout} words={words} />
        ))}
      </div>
    </>
  )
}

type ReadoutRowProps = { readonly ms: number; readonly readout: Readout; readonly words: CardWords }

function ReadoutRow({ ms, readout, words }: ReadoutRowProps) {
  const { series } = readout.line
  const gap = readout.kind === 'closed' ? words.gapText(readout.line, dayAt(ms)) : null
  return (
    <>
      <LineSample ink={series.ink} />
      <b>{series.ticker}</b>
      {readout.kind === 'absent' ? (
        <span className={classes['readoutNote']}>no price yet</span>
      ) : gap !== null ? (
        <span className={classes['readoutGap']}>{gap}</span>
      ) : (
        <>
          <span className={classes['figure']}>{words.valueText(readout.line, readout.session)}</span>
          <span className={classes['figure']}>
            {readout.kind === 'session' ? formatChange(readout.change) : ''}
          </span>
          <span className={classes['readoutNote']}>{readoutNote(readout, words)}</span>
        </>
      )}
    </>
  )
}

/** `Yahoo`; `intraday 15:41 New York`; `closed, of 30 Sep`; `ended 2 Jan 2026`. */
function readoutNote(readout: Exclude<Readout, { kind: 'absent' }>, words: CardWords): string {
  const { point } = readout.session
  switch (readout.kind) {
    case 'closed':
      return `${readout.line.series.calendar === null ? 'no price' : 'no session'}; of ${formatShortDay(point.date)}`
    case 'ended':
      return `last ${formatDay(point.date)}`
    case 'session': {
      const since = readout.overHoleSince
      const over = since === null ? '' : `over a hole since ${formatShortDay(since)} · `
      if (point.underReview) return `price under review · ${sourceName(point.source)}`
      return point.status === 'provisional'
        ? `${over}intraday ${words.instantText(point.recordedAt, readout.line.series.calendar)} · ${sourceName(point.source)}`
        : `${over}${sourceName(point.source)}`
    }
  }
}

type EventCardProps = { readonly marks: readonly EventMark[]; readonly words: CardWords }

/** One event in full, several by their titles. */
export function EventCard({ marks, words }: EventCardProps) {
  const [first] = marks
  if (first === undefined) return null
  return marks.length === 1 ? <OneEvent mark={first} words={words} /> : <ManyEvents marks={marks} />
}

function OneEvent({ mark, words }: { readonly mark: EventMark; readonly words: CardWords }) {
  const { event } = mark
  const occasion = markOccasion(mark)
  return (
    <>
      <p className={classes['cardHead']}>
        <MarkSample shape={mark.shape} ink={inkOfLane(event.jurisdiction)} /> {markDate(mark)} ·{' '}
        {jurisdictionWords(event.jurisdiction)}
      </p>
      <p className={classes['cardTitle']}>{event.title}</p>
      {occasion === null ? null : <p className={classes['cardStrong']}>{occasion}</p>}
      <p className={classes['cardNote']}>
        {instrumentWords[event.instrument_type]}. {eventStateText(event, words.stateOn)}.
      </p>
    </>
  )
}

function ManyEvents({ marks }: { readonly marks: readonly EventMark[] }) {
  const rest = marks.length - MOST_TITLES
  return (
    <>
      <p className={classes['cardHead']}>{formatAmount(marks.length, 'date', 'dates')} close together</p>
      <ul className={classes['cardList']}>
        {marks.slice(0, MOST_TITLES).map((mark) => (
          <li key={mark.id}>
            <span className={classes['figure']}>{markDate(mark)}</span> {mark.event.title}
          </li>
        ))}
      </ul>
      <p className={classes['cardNote']}>
        {rest > 0 ? `and ${rest} more; click to zoom in` : 'click to zoom in'}
      </p>
    </>
  )
}

export function FilingCard({ day }: { readonly day: FilingDay }) {
  const rest = day.filings.length - MOST_TITLES
  return (
    <>
      <p className={classes['cardHead']}>
        {formatDay(day.date)} · {day.ticker} · {formatAmount(day.filings.length, 'filing', 'filings')}
      </p>
      <ul className={classes['cardList']}>
        {day.filings.slice(0, MOST_TITLES).map(({ id, form, title, title_en, price_sensitive }) => (
          <li key={id}>
            <b>{form}</b> {title_en ?? title}
            {price_sensitive === true ? <em> price-sensitive</em> : null}
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className={classes['cardNote']}>and {rest} more</p> : null}
    </>
  )
}
