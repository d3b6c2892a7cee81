import classes from './chain.module.css'
import type { ShareMark } from './share-scale.tsx'
import { ShareGlyph, ShareGround } from './share-scale.tsx'
import { useWidth } from './use-width.ts'

const HEIGHT = 20
const INSET = 6

/** One or more figures on a scale of 0 to 100 percent over the whole width. The words beside it say the same. */
export function ShareTrack({ marks }: { readonly marks: readonly ShareMark[] }) {
  const [ref, width] = useWidth()
  const inner = width - 2 * INSET
  return (
    <div ref={ref} className={classes['track']}>
      {inner <= 0 ? null : (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          <g transform={`translate(${INSET} 0)`}>
            <ShareGround width={inner} y={0} height={HEIGHT} />
            {marks.map((mark) => (
              <ShareGlyph key={mark.id} mark={mark} width={inner} y={HEIGHT / 2} radius={4.6} />
            ))}
          </g>
        </svg>
      )}
    </div>
  )
}
