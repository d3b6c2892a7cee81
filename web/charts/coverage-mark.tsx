/** What a company does at a stage, as one mark: the form says how far it is, the letter and its place whose it is. */
import type { CoverageRow } from '@oreline/shared/domain/chain/chain.ts'
import classes from './chain.module.css'

type CoverageStatus = CoverageRow['status']

export type CoverageMarkProps = {
  readonly status: CoverageStatus
  /** One letter or figure of a ticker, or the symbol of an element. */
  readonly letter: string
  readonly ink: string
  readonly radius: number
  /** Whether more is planned there beside what the mark says. */
  readonly hasPlan?: boolean
}

/**
 * Around 0,0. Operating: full; commissioning: half full; planned: a dashed ring; idle: a square crossed out; none: a
 * short stroke.
 */
export function CoverageMark({ status, letter, ink, radius, hasPlan = false }: CoverageMarkProps) {
  return (
    <>
      <Form status={status} ink={ink} radius={radius} />
      {status === 'none' ? null : (
        <text
          className={classes[status === 'operating' ? 'letterOn' : 'letter']}
          {...(status === 'operating' ? {} : { fill: ink })}
          fontSize={radius * (letter.length > 1 ? 0.9 : 1.15)}
          y={radius * (letter.length > 1 ? 0.33 : 0.41)}
        >
          {letter}
        </text>
      )}
      {hasPlan ? (
        <circle
          cx={radius * 0.95}
          cy={-radius * 0.85}
          r={radius * 0.36}
          className={classes['satellite']}
          stroke={ink}
        />
      ) : null}
    </>
  )
}

type FormProps = Pick<CoverageMarkProps, 'status' | 'ink' | 'radius'>

function Form({ status, ink, radius: r }: FormProps) {
  switch (status) {
    case 'operating':
      return <circle r={r} fill={ink} />
    case 'commissioning':
      return (
        <>
          <circle r={r - 0.75} className={classes['ring']} stroke={ink} />
          <path d={`M${-r} 0A${r} ${r} 0 0 0 ${r} 0Z`} fill={ink} opacity={0.32} />
        </>
      )
    case 'planned':
      return <circle r={r - 0.75} className={classes['ring']} stroke={ink} strokeDasharray="2.2 1.9" />
    case 'idle':
      return (
        <>
          <rect
            x={0.9 - r}
            y={0.9 - r}
            width={2 * r - 1.8}
            height={2 * r - 1.8}
            className={classes['ring']}
            stroke={ink}
          />
          <path d={`M${1 - r} ${r - 1}L${r - 1} ${1 - r}`} stroke={ink} strokeWidth={1} opacity={0.55} />
        </>
      )
    case 'none':
      return <path d="M-3 0H3" className={classes['nothing']} />
  }
}

/** The mark in a line of text. It decorates: the words beside it say the same. */
export function CoverageSample(props: Omit<CoverageMarkProps, 'radius'>) {
  return (
    <svg className={classes['sample']} width={22} height={20} viewBox="-10 -10 22 20" aria-hidden="true">
      <CoverageMark {...props} radius={8} />
    </svg>
  )
}
