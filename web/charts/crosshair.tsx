/** The hairline through prices and lanes, with a dot on each line and a card that names what is there. */
import type { CSSProperties } from 'react'
import type { Geometry } from './geometry.ts'
import { EventCard, FilingCard, SessionCard } from './hover-card.tsx'
import type { CardWords } from './hover-card.tsx'
import type { Hover, HoverStore } from './hover.ts'
import { useHover } from './hover.ts'
import type { PriceLine } from './price-line.ts'
import { readoutsAt } from './readout.ts'
import type { Readout } from './readout.ts'
import { xAt } from './time-scale.ts'
import type { TimeScale } from './time-scale.ts'
import classes from './timeline.module.css'
import type { ValueScale } from './value-scale.ts'
import { yAt } from './value-scale.ts'

type CrosshairProps = {
  readonly hover: HoverStore
  readonly lines: readonly PriceLine[]
  readonly scale: TimeScale
  readonly values: ValueScale | null
  readonly geometry: Geometry
  readonly words: CardWords
}

export function Crosshair({ hover, lines, scale, values, geometry, words }: CrosshairProps) {
  const current = useHover(hover)
  if (current === null) return null
  const x = xAt(scale, current.ms)
  const { left, across, plot, width } = geometry
  if (x < left - 1 || x > left + across + 1) return null
  const readouts = readoutsAt(lines, current.ms)
  return (
    <>
      <div className={classes['hairline']} style={{ transform: `translateX(${x}px)` }} />
      {values === null ? null : (
        <svg className={classes['dots']} width={width} height={plot.height} aria-hidden="true">
          {readouts.map((readout) => (
            <Dot key={readout.line.series.ticker} readout={readout} x={x} values={values} />
          ))}
        </svg>
      )}
      <div className={classes['card']} style={cardPlace(current, x, geometry)} aria-hidden="true">
        <CardOf hover={current} readouts={readouts} words={words} />
      </div>
    </>
  )
}

function CardOf({
  hover,
  readouts,
  words,
}: {
  readonly hover: Hover
  readonly readouts: readonly Readout[]
  readonly words: CardWords
}) {
  switch (hover.kind) {
    case 'session':
      return <SessionCard ms={hover.ms} readouts={readouts} words={words} />
    case 'marks':
      return <EventCard marks={hover.marks} words={words} />
    case 'filings':
      return <FilingCard day={hover.day} />
  }
}

function Dot({
  readout,
  x,
  values,
}: {
  readonly readout: Readout
  readonly x: number
  readonly values: ValueScale
}) {
  if (readout.kind !== 'session') return null
  const { color } = readout.line.series.ink
  return (
    <circle
      cx={x}
      cy={yAt(values, readout.session.value)}
      r={3.2}
      fill={color}
      stroke="var(--ore-surface)"
      strokeWidth={1.2}
    />
  )
}

/** Beside the hairline, on the side with more room; over a lane, its foot above the lane. */
function cardPlace(hover: Hover, x: number, { width, narrow }: Geometry): CSSProperties {
  const gap = 12
  const isRight = x > width / 2
  const across = narrow
    ? { [isRight ? 'left' : 'right']: 2 }
    : isRight
      ? { right: width - x + gap }
      : { left: x + gap }
  if (hover.kind === 'session') return { ...across, top: narrow ? 2 : 8 }
  return { ...across, bottom: `calc(100% - ${hover.y - gap}px)` }
}
