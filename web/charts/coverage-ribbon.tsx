/** What a company covers at a place over the years: full while it is told of, faint where nobody has told since, dashed ahead. */
import type { IsoDate } from '@oreline/shared/kernel/brand.ts'
import classes from './chain.module.css'
import { dayMs, xAt, type TimeScale } from './time-scale.ts'
import { useWidth } from './use-width.ts'

/**
 * `since` null: no start is told; `expected` null: no date is told. `asOf`: the day the row speaks for. `works`: it is
 * operating or being commissioned; `hasFuture`: something is planned.
 */
export type Ribbon = {
  readonly since: IsoDate | null
  readonly expected: IsoDate | null
  readonly asOf: IsoDate
  readonly works: boolean
  readonly hasFuture: boolean
  readonly ink: string
}

export type RibbonSpan = { readonly from: IsoDate; readonly to: IsoDate; readonly today: IsoDate }

const HEIGHT = 22
const MIDDLE = HEIGHT / 2
const BAR = 9
/** The length of a stub whose other end nobody tells, in pixels. */
const STUB = 26

export function CoverageRibbon({ ribbon, span }: { readonly ribbon: Ribbon; readonly span: RibbonSpan }) {
  const [ref, width] = useWidth()
  return (
    <div ref={ref} className={classes['track']}>
      {width === 0 ? null : (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          <YearLines span={span} width={width} height={HEIGHT} />
          <Drawn ribbon={ribbon} x={(day) => xAt(scaleOf(span, width), dayMs(day))} today={span.today} />
        </svg>
      )}
    </div>
  )
}

type DrawnProps = {
  readonly ribbon: Ribbon
  readonly x: (day: IsoDate) => number
  readonly today: IsoDate
}

function Drawn({ ribbon: { since, expected, asOf, works, hasFuture, ink }, x, today }: DrawnProps) {
  const told = x(asOf)
  const now = Math.max(told, x(today))
  const start = since === null ? told - STUB : Math.max(0, x(since))
  const end = expected === null ? now + STUB : x(expected)
  const top = MIDDLE - BAR / 2
  return (
    <>
      {works ? (
        <>
          <rect x={start} y={top} width={Math.max(2, told - start)} height={BAR} rx={2} fill={ink} />
          <rect x={told} y={top} width={now - told} height={BAR} fill={ink} opacity={0.28} />
          {since === null ? (
            <path d={`M${start - 3} ${MIDDLE - 4}l-5 4l5 4`} className={classes['openEnd']} stroke={ink} />
          ) : null}
          {since !== null && x(since) < 0 ? (
            <path d={`M7 ${top}l-4 ${BAR / 2}l4 ${BAR / 2}`} className={classes['runsIn']} />
          ) : null}
        </>
      ) : null}
      {hasFuture ? (
        <>
          <rect
            x={Math.min(told, end)}
            y={top + 0.75}
            width={Math.abs(end - told)}
            height={BAR - 1.5}
            rx={2}
            className={classes['planBar']}
            stroke={ink}
          />
          {expected === null ? (
            <text x={end + 4} y={MIDDLE + 3.5} className={classes['ribbonWord']}>
              ? no date
            </text>
          ) : (
            <>
              <path d={`M${end} ${MIDDLE - 6}l6 6l-6 6l-6 -6Z`} className={classes['openEnd']} stroke={ink} />
              {expected < today ? (
                <text x={end + 9} y={MIDDLE + 3.5} className={classes['ribbonWord']}>
                  ?
                </text>
              ) : null}
            </>
          )}
        </>
      ) : null}
      {works || hasFuture ? null : (
        <text x={told + 8} y={MIDDLE + 3.5} className={classes['ribbonWord']}>
          idle
        </text>
      )}
      <circle cx={told} cy={MIDDLE} r={3} className={classes['asOf']} stroke={ink} />
    </>
  )
}

/** The years over the ribbons. */
export function RibbonAxis({ span }: { readonly span: RibbonSpan }) {
  const [ref, width] = useWidth()
  const years = yearsOf(span)
  const every = width / Math.max(1, years.length) < 34 ? 5 : 1
  const scale = scaleOf(span, width)
  return (
    <div ref={ref} className={classes['track']}>
      {width === 0 ? null : (
        <svg width={width} height={18} aria-hidden="true">
          {years
            .filter((year) => year % every === 0)
            .map((year) => (
              <text key={year} x={xAt(scale, Date.UTC(year, 0)) + 2} y={13} className={classes['faint']}>
                {year}
              </text>
            ))}
        </svg>
      )}
    </div>
  )
}

function YearLines({
  span,
  width,
  height,
}: {
  readonly span: RibbonSpan
  readonly width: number
  readonly height: number
}) {
  const scale = scaleOf(span, width)
  return (
    <>
      <path
        d={yearsOf(span)
          .map((year) => `M${xAt(scale, Date.UTC(year, 0))} 0V${height}`)
          .join('')}
        className={classes['shareGround']}
      />
      <path d={`M${xAt(scale, dayMs(span.today))} 0V${height}`} className={classes['todayLine']} />
    </>
  )
}

const scaleOf = ({ from, to }: RibbonSpan, width: number): TimeScale => ({
  window: { from: dayMs(from), to: dayMs(to) },
  left: 0,
  width,
})

const yearsOf = ({ from, to }: RibbonSpan): readonly number[] => {
  const first = Number(from.slice(0, 4))
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, place) => first + place)
}
