/** Shares of 0 to 100 percent as marks on one scale, so that sources which disagree stand side by side. */
import classes from './chain.module.css'

/** `range`: low and high in percent, alike for a single figure. `world`: false for a share of something narrower. */
export type ShareMark = {
  readonly id: string
  readonly range: readonly [number, number]
  readonly isForecast: boolean
  readonly isWorld: boolean
}

type ShareGlyphProps = { readonly mark: ShareMark; readonly width: number; readonly y: number }

/** From 0 at the left to 100 at `width`. Round: of the world; a diamond: of something narrower; hollow: a forecast. */
export function ShareGlyph({ mark, width, y }: ShareGlyphProps) {
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
          className={classes['shareRange']}
        />
      )}
      {low !== high ? null : mark.isWorld ? (
        <circle cx={x} cy={y} r={3.4} className={form} />
      ) : (
        <path d={`M${x} ${y - 4.2}l4.2 4.2l-4.2 4.2l-4.2 -4.2Z`} className={form} />
      )}
    </>
  )
}

/** The line of 0 to 100 with its quarters. */
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
    <path
      d={[0, 25, 50, 75, 100].map((share) => `M${(share / 100) * width} ${y}v${height}`).join('')}
      className={classes['shareGround']}
    />
  )
}
