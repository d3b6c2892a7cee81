/** What shapes, bars and outlines mean. Colours need no key: they repeat the names of the lanes. */
import { useId } from 'react'
import { Hatch } from './hatch.tsx'
import { markPath, markShapes } from './mark-shape.ts'
import { MarkSample } from './sample.tsx'
import classes from './timeline.module.css'

const INK = 'var(--ore-ink-soft)'

export function TimelineKey() {
  const hatch = useId()
  return (
    <ul className={classes['key']} aria-label="Key to the marks">
      {markShapes.map(({ shape, label }) => (
        <li key={shape}>
          <MarkSample shape={shape} ink={INK} /> {label}
        </li>
      ))}
      <li>
        <svg className={classes['sample']} width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true">
          <path d={markPath('circle', 4.5)} className={classes['openMark']} stroke={INK} />
        </svg>{' '}
        day not known
      </li>
      <li>
        <svg className={classes['sample']} width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true">
          <path
            d={markPath('circle', 4.5)}
            className={classes['openMark']}
            stroke={INK}
            strokeDasharray="2 1.6"
          />
        </svg>{' '}
        scheduled
      </li>
      <li>
        <svg className={classes['sample']} width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true">
          <circle r={5.3} className={classes['openMark']} stroke={INK} strokeDasharray="2 1.6" />
          <text className={classes['questionMark']} fill={INK} y={3.2}>
            ?
          </text>
        </svg>{' '}
        date passed, outcome unconfirmed
      </li>
      <li>
        <svg className={classes['sample']} width={22} height={8} aria-hidden="true">
          <rect x={0} y={2} width={22} height={4} fill={INK} opacity={0.5} />
        </svg>{' '}
        in force
      </li>
      <li>
        <svg className={classes['sample']} width={22} height={8} aria-hidden="true">
          <Hatch id={hatch} ink={INK} size={3} />
          <rect x={0} y={2} width={22} height={4} fill={`url(#${hatch})`} />
        </svg>{' '}
        paused
      </li>
      <li>
        <svg className={classes['sample']} width={22} height={8} aria-hidden="true">
          <line x1={0} x2={22} y1={4} y2={4} stroke={INK} strokeDasharray="2 3" />
        </svg>{' '}
        unconfirmed
      </li>
    </ul>
  )
}
