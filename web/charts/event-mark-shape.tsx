/** One mark as drawn. Solid: it happened on that day. Open: the day is not known. Dashed: scheduled. "?": no outcome known. */
import type { EventMark } from './event-mark.ts'
import { markPath } from './mark-shape.ts'
import classes from './timeline.module.css'

type EventMarkShapeProps = {
  readonly mark: EventMark
  readonly ink: string
  readonly radius: number
  /** Half the width in pixels of the stretch the date may lie in; 0 for a day. */
  readonly reach: number
}

/** Around 0,0. */
export function EventMarkShape({ mark, ink, radius, reach }: EventMarkShapeProps) {
  if (mark.role === 'unconfirmed') {
    return (
      <>
        <circle r={radius + 0.8} className={classes['openMark']} stroke={ink} strokeDasharray="2 1.6" />
        <text className={classes['questionMark']} fill={ink} y={3.2}>
          ?
        </text>
      </>
    )
  }
  const isOpen = mark.role === 'scheduled' || mark.precision !== 'day'
  return (
    <>
      {mark.precision === 'on-or-before' ? (
        <path d={`M${-radius} 0h-9m3 -3l-3 3l3 3`} className={classes['reach']} stroke={ink} />
      ) : null}
      {reach > radius ? (
        <path d={`M${-reach} -3v6m0 -3H${reach}m0 -3v6`} className={classes['reach']} stroke={ink} />
      ) : null}
      <path
        d={markPath(mark.shape, radius)}
        className={isOpen ? classes['openMark'] : classes['mark']}
        {...(isOpen ? { stroke: ink } : { fill: ink })}
        strokeDasharray={mark.role === 'scheduled' ? '2 1.6' : undefined}
      />
    </>
  )
}
