/** Shares of 0 to 100 percent as marks on one scale, so that sources which disagree stand side by side. */
import classes from './chain.module.css'

/** `range`: low and high in percent, alike for a single figure. `world`: false for a share of something narrower. */
export type ShareMark = {
  readonly id: string
  readonly range: readonly [number, number]
  readonly isForecast: boolean
  readonly isWorld: boolean
}

type ShareGlyphProps = {
  readonly mark: ShareMark
  readonly width: number
  readonly y: number
  readonly radius: number
}

/** From 0 at the left to 100 at `width`. Round: of the world; a diamond: of something narrower; hollow: a forecast. */
export function ShareGlyph({ mark, width, y, radius: r }: ShareGlyphProps) {
  const [low, high] = mark.range
  const x = ((low + high) / 200) * width
  const form = mark.isForecast ? classes['shareForecast'] : classes['share']
  return (
    <>
      {low === high ? null : (
        <line
          x1={(low / 100) * width}
          x2={(high / 100) * width}
          y1={y}
          y2={y}
          strokeWidth={r * 1.5}
          className={classes['shareRange']}
        />
      )}
      {low !== high ? null : mark.isWorld ? (
        <circle cx={x} cy={y} r={r} className={form} />
      ) : (
        <path d={diamond(x, y, r * 1.25)} className={form} />
      )}
    </>
  )
}

const diamond = (x: number, y: number, r: number) => `M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z`

/** The band of 0 to 100 with its half. */
export function ShareGround({
  width,
  y,
  height,
}: {
  readonly width: number
  readonly y: number
  readonly height: number
}) {
  return (
    <>
      <rect width={width} y={y} height={height} rx={2} className={classes['shareBand']} />
      <path d={`M${width / 2} ${y}v${height}`} className={classes['shareGround']} />
    </>
  )
}
