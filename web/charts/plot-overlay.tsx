/** Above the lines: the sessions of the selection, and the name and reach of each line at its end. */
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { exchangeWords } from '../ui/policy-words.ts'
import { formatDay, formatShortDay } from '../ui/format.ts'
import type { Geometry } from './geometry.ts'
import { inkOfLane } from './jurisdictions.ts'
import type { LineEnd } from './line-end.ts'
import { sessionLines } from './selected-session.ts'
import type { SessionLine } from './selected-session.ts'
import { dayMs, xAt } from './time-scale.ts'
import type { TimeScale } from './time-scale.ts'
import type { ChartSeries, TimelineSelection } from './timeline.ts'
import classes from './timeline.module.css'

type PlotOverlayProps = {
  readonly geometry: Geometry
  readonly scale: TimeScale
  readonly ends: readonly LineEnd[]
  readonly series: readonly ChartSeries[]
  readonly selection: TimelineSelection | null
  readonly event: PolicyEventRow | null
}

export function PlotOverlay({ geometry, scale, ends, series, selection, event }: PlotOverlayProps) {
  const { width, plot } = geometry
  const calendars = series.flatMap(({ calendar }) => (calendar === null ? [] : [calendar]))
  return (
    <svg className={classes['layer']} width={width} height={plot.height} aria-hidden="true">
      {selection?.kind === 'session' ? (
        <DayLine
          x={xAt(scale, dayMs(selection.date))}
          ink="var(--ore-accent)"
          text={formatDay(selection.date)}
          geometry={geometry}
          place={0}
          sure
        />
      ) : null}
      {event === null
        ? null
        : sessionLines(event, calendars).map((line, place) => (
            <DayLine
              key={line.date}
              x={xAt(scale, line.ms)}
              ink={inkOfLane(event.jurisdiction)}
              text={sessionText(line)}
              geometry={geometry}
              place={place}
              sure={line.sure}
            />
          ))}
      {ends.map((end) => (
        <EndDot key={end.line.series.ticker} end={end} />
      ))}
      {ends.map((end) => (
        <EndLabel key={end.line.series.ticker} end={end} />
      ))}
    </svg>
  )
}

/** `Sydney, Shanghai 10 Nov`. */
function sessionText({ calendars, date }: SessionLine): string {
  return `${calendars.map((calendar) => exchangeWords[calendar]).join(', ')} ${formatShortDay(date)}`
}

type DayLineProps = {
  readonly x: number
  readonly ink: string
  readonly text: string
  readonly geometry: Geometry
  /** Which of several lines it is: their labels stand below one another. */
  readonly place: number
  readonly sure: boolean
}

/** A day through all prices; dashed where the moment is not known to fall on it. */
function DayLine({ x, ink, text, geometry, place, sure }: DayLineProps) {
  const { left, across, plot } = geometry
  if (x < left || x > left + across) return null
  const toTheLeft = x > left + across / 2
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={0}
        y2={plot.height}
        stroke={ink}
        strokeWidth={1.25}
        strokeDasharray={sure ? undefined : '4 3'}
      />
      <text
        x={x + (toTheLeft ? -5 : 5)}
        y={plot.height - 8 - place * 14}
        textAnchor={toTheLeft ? 'end' : 'start'}
        className={classes['haloText']}
        fill={ink}
      >
        {text}
      </text>
    </g>
  )
}

/** Hollow where the last price is provisional; none where the line runs on. */
function EndDot({ end }: { readonly end: LineEnd }) {
  const { line, session, endsHere, x, y } = end
  if (!endsHere) return null
  const { color } = line.series.ink
  const isProvisional = session.point.status === 'provisional'
  return (
    <circle
      cx={x}
      cy={y}
      r={3}
      fill={isProvisional ? 'var(--ore-surface)' : color}
      stroke={color}
      strokeWidth={1.5}
    />
  )
}

function EndLabel({ end }: { readonly end: LineEnd }) {
  const { line, text, note, labelX, labelY } = end
  return (
    <g>
      <text
        x={labelX}
        y={labelY + (note === null ? 4 : -3)}
        className={classes['endLabel']}
        fill={line.series.ink.color}
      >
        {text}
      </text>
      {note === null ? null : (
        <text x={labelX} y={labelY + 9} className={classes['endDate']}>
          {note}
        </text>
      )}
    </g>
  )
}
