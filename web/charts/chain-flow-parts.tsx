/** What the flow is made of in either direction: the marks of a stop, the counts of events, the sources' shares. */
import { CoverageMark } from './coverage-mark.tsx'
import { strengthOf, type FlowCompany, type FlowStage, type FlowStop } from './chain-flow.ts'
import classes from './chain.module.css'
import { ShareGlyph, ShareGround } from './share-scale.tsx'

type StopProps = {
  readonly stop: FlowStop
  readonly company: FlowCompany
  readonly x: number
  readonly y: number
}

export function Stop({ stop, company, x, y }: StopProps) {
  if (stop.status === null) return null
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={11.5} className={classes['halo']} />
      <g opacity={strengthOf(company)}>
        <CoverageMark
          status={stop.status}
          letter={company.letter}
          ink={company.ink}
          radius={9.5}
          hasPlan={stop.hasPlan}
        />
      </g>
    </g>
  )
}

/** How many events are in force and how many are paused. */
export function EventCounts({
  stage,
  x,
  y,
}: {
  readonly stage: Pick<FlowStage, 'inForce' | 'paused'>
  readonly x: number
  readonly y: number
}) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect x={0} y={-7} width={7} height={7} rx={1} className={classes['inForce']} />
      <text x={11} className={classes['words']}>
        {stage.inForce} in force
      </text>
      {stage.paused === 0 ? null : (
        <>
          <rect x={0.7} y={7.7} width={5.6} height={5.6} rx={1} className={classes['paused']} />
          <text x={11} y={14} className={classes['words']}>
            {stage.paused} paused
          </text>
        </>
      )}
    </g>
  )
}

const SHARE_ROW = 9

/** The height of so many sources under each other, with the words of the scale. */
export const sharesHeight = (count: number) => count * SHARE_ROW + 18

/** Every source on a line of its own, and the scale under them. */
export function Shares({
  shares,
  width,
  rows,
}: {
  readonly shares: FlowStage['shares']
  readonly width: number
  /** Lines to keep free, so that neighbouring scales end alike. */
  readonly rows: number
}) {
  if (shares === null || shares.length === 0) {
    return (
      <text y={11} className={classes['faint']}>
        {shares === null ? 'not loaded' : 'no source'}
      </text>
    )
  }
  return (
    <>
      <ShareGround width={width} y={0} height={rows * SHARE_ROW + 2} />
      {shares.map((mark, place) => (
        <ShareGlyph
          key={mark.id}
          mark={mark}
          width={width}
          y={place * SHARE_ROW + SHARE_ROW / 2 + 1}
          radius={3.2}
        />
      ))}
      <text y={rows * SHARE_ROW + 13} className={classes['faint']}>
        0
      </text>
      <text x={width} y={rows * SHARE_ROW + 13} className={classes['faintEnd']}>
        100 %
      </text>
    </>
  )
}
