import { dayNumber } from '@oreline/shared/kernel/day-number.ts'
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { CalendarDate } from '@oreline/shared/domain/policy/calendar-date.ts'
import { useMemo } from 'react'
import { useWidth } from '../../charts/use-width.ts'
import { DateMark, markForms } from './date-mark.tsx'
import { distanceWords, kindWords, rowId, whenWords } from './date-words.ts'
import { ribbonLanes, ribbonMonths, ribbonSpan, type RibbonLane, type RibbonMark } from './ribbon.ts'
import classes from './ribbon.module.css'

const ROW = 22
const PAD = 7
const HEAD = 24
/** Marks nearer than this go below each other. */
const MARK = 17

/** The year ahead at a glance; the list beneath tells the same in words, and a click on a mark leads there. */
export function YearRibbon({
  dates,
  today,
}: {
  readonly dates: readonly CalendarDate[]
  readonly today: IsoDate
}) {
  const [ref, width] = useWidth()
  return (
    <figure className={classes['figure']} aria-label="The year ahead; the lists tell the same in words">
      <div ref={ref}>{width === 0 ? null : <Strip dates={dates} today={today} width={width} />}</div>
      <figcaption className={classes['key']}>
        {markForms.map(({ kind, label }) => (
          <span key={kind}>
            <KeyMark kind={kind} precision="day" />
            {label}
          </span>
        ))}
        <span>
          <KeyMark kind="expected" precision="approximate" />
          about that day
        </span>
        <span>
          <svg width="30" height="16" viewBox="-20 -8 30 16" aria-hidden="true">
            <path d="M-18 0 H0" className={classes['until']} />
            <DateMark
              date={{ kind: 'results', precision: 'on-or-before', passed_unconfirmed: false }}
              ink="var(--ore-ink-soft)"
            />
          </svg>
          last day allowed
        </span>
        <span>
          <svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">
            <rect
              x="1"
              y="4"
              width="32"
              height="8"
              rx="4"
              className={classes['span']}
              stroke="var(--ore-ink-soft)"
              fill="var(--ore-ink-soft)"
            />
          </svg>
          some day of that month or year
        </span>
        <span>
          <KeyMark kind="end" precision="day" passed />
          passed, unconfirmed
        </span>
      </figcaption>
    </figure>
  )
}

function KeyMark({
  kind,
  precision,
  passed = false,
}: Pick<CalendarDate, 'kind' | 'precision'> & { readonly passed?: boolean }) {
  return (
    <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
      <DateMark date={{ kind, precision, passed_unconfirmed: passed }} ink="var(--ore-ink-soft)" />
    </svg>
  )
}

type StripProps = { readonly dates: readonly CalendarDate[]; readonly today: IsoDate; readonly width: number }

function Strip({ dates, today, width }: StripProps) {
  const span = useMemo(() => ribbonSpan(today), [today])
  const left = width < 520 ? 52 : 84
  const dayPx = (width - left - 8) / span.days
  const lanes = useMemo(() => ribbonLanes(dates, span, MARK / dayPx), [dates, span, dayPx])
  const tops = lanes.reduce<number[]>((all, lane) => [...all, (all.at(-1) ?? HEAD) + heightOf(lane)], [HEAD])
  const height = (tops.at(-1) ?? HEAD) + 2
  const xOf = (place: number) => left + place * dayPx
  const labelled = dayPx * 30 > 30 ? 1 : dayPx * 30 > 15 ? 2 : 3
  return (
    <svg className={classes['strip']} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {lanes.map((lane, place) => (
        <g key={lane.id}>
          {place % 2 === 0 ? (
            <rect x={0} y={tops[place]} width={width} height={heightOf(lane)} className={classes['ground']} />
          ) : null}
          <text
            x={8}
            y={(tops[place] ?? 0) + PAD + ROW / 2}
            dy="0.32em"
            className={classes['lane']}
            fill={lane.ink}
          >
            {lane.label}
          </text>
        </g>
      ))}
      {ribbonMonths(span).map(({ place, label, isYear }, month) => (
        <g key={place}>
          <line
            x1={xOf(place)}
            x2={xOf(place)}
            y1={isYear ? 4 : 16}
            y2={height}
            className={classes[isYear ? 'year' : 'month']}
          />
          {month % labelled === 0 || isYear ? (
            <text x={xOf(place) + 4} y={14} className={classes[isYear ? 'yearName' : 'monthName']}>
              {dayPx * 30 > 60 || (isYear && labelled === 1)
                ? label
                : (label.split(' ').at(isYear ? 1 : 0) ?? '')}
            </text>
          ) : null}
        </g>
      ))}
      <line
        x1={xOf(todayPlace(today, span.from))}
        x2={xOf(todayPlace(today, span.from))}
        y1={18}
        y2={height}
        className={classes['today']}
      />
      {lanes.map((lane, place) =>
        lane.marks.map((mark) => (
          <Mark
            key={mark.date.id}
            mark={mark}
            ink={lane.ink}
            x={xOf(mark.place)}
            width={mark.width * dayPx}
            y={(tops[place] ?? 0) + PAD + mark.row * ROW + ROW / 2}
          />
        )),
      )}
    </svg>
  )
}

const heightOf = ({ rows }: RibbonLane): number => rows * ROW + 2 * PAD
const todayPlace = (today: IsoDate, from: IsoDate): number => dayNumber(today) - dayNumber(from) + 0.5

type MarkProps = {
  readonly mark: RibbonMark
  readonly ink: string
  readonly x: number
  readonly y: number
  readonly width: number
}

function Mark({ mark: { date, all, goesOn }, ink, x, y, width }: MarkProps) {
  const isSpan = date.precision === 'month' || date.precision === 'year'
  const center = x + width / 2
  return (
    <>
      {/* Not a stop for the keyboard, to which the lists lead in their order. */}
      <a href={`#${rowId(date)}`} tabIndex={-1} aria-label={titleOf(all)} className={classes['mark']}>
        <title>{titleOf(all)}</title>
        {isSpan ? (
          <>
            <rect
              x={x + 1}
              y={y - 5}
              width={Math.max(4, width - 2)}
              height={10}
              rx={goesOn ? 0 : 5}
              fill={ink}
              stroke={ink}
              className={classes['span']}
            />
            <rect x={x} y={y - ROW / 2} width={width} height={ROW} fill="transparent" />
          </>
        ) : (
          <g transform={`translate(${center} ${y})`}>
            {date.precision === 'on-or-before' ? (
              <path d="M-22 0 H-6" stroke={ink} className={classes['until']} />
            ) : null}
            <DateMark date={date} ink={ink} />
            <rect x={-ROW / 2} y={-ROW / 2} width={ROW} height={ROW} fill="transparent" />
          </g>
        )}
      </a>
      {all.length === 1 ? null : (
        <text
          x={x + width / 2 + (date.passed_unconfirmed ? 12 : 9)}
          y={y}
          dy="0.32em"
          className={classes['several']}
          aria-hidden="true"
        >
          ×{all.length}
        </text>
      )}
    </>
  )
}

/** When and how far off, then everything that the mark stands for. */
function titleOf(dates: readonly CalendarDate[]): string {
  const [first] = dates
  if (first === undefined) return ''
  const what = dates.map(({ title, kind }) => `${title} (${kindWords[kind].toLowerCase()})`)
  return [`${whenWords(first)}, ${distanceWords(first)}`, ...what].join('\n')
}
