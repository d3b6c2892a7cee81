import type { QuarantineSample } from '@oreline/shared/api/quarantine.ts'
import { formatDay, formatFigure } from '../../ui/format.ts'
import classes from './quarantine.module.css'
import { sampleSentence } from './quarantine-words.ts'
import { samplePoints, type SamplePoint } from './sample-points.ts'

const SIZE = { width: 320, height: 84, margin: 8 }

/** Held against fresh closes, as two lines of dots; the same to read in a sentence and in a table. */
export function SamplePicture({ sample: given }: { readonly sample: readonly QuarantineSample[] }) {
  const sample = given.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const [first, ...others] = sample
  if (first === undefined) return null
  const points = samplePoints(sample, SIZE)
  return (
    <figure className={classes['figure']}>
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        className={classes['picture']}
        role="img"
        aria-label={sampleSentence([first, ...others])}
      >
        <polyline className={classes['held']} points={lineOf(points, ({ held }) => held)} />
        <polyline className={classes['fresh']} points={lineOf(points, ({ fresh }) => fresh)} />
        {points.map(({ x, held, fresh }) => (
          <g key={x}>
            <circle className={classes['heldDot']} cx={x} cy={held} r={3} />
            <circle className={classes['freshDot']} cx={x} cy={fresh} r={3} />
          </g>
        ))}
      </svg>
      <figcaption className={classes['key']}>
        <span data-line="held">● held</span>
        <span data-line="fresh">○ came</span>
        <details>
          <summary>As a table</summary>
          <table className={classes['sample']}>
            <thead>
              <tr>
                <th scope="col">Session</th>
                <th scope="col">Held</th>
                <th scope="col">Came</th>
              </tr>
            </thead>
            <tbody>
              {sample.map(({ date, held, fresh }) => (
                <tr key={date}>
                  <th scope="row">{formatDay(date)}</th>
                  <td>{formatFigure(held)}</td>
                  <td>{formatFigure(fresh)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  )
}

const lineOf = (points: readonly SamplePoint[], yOf: (point: SamplePoint) => number) =>
  points.map((point) => `${point.x},${yOf(point)}`).join(' ')
