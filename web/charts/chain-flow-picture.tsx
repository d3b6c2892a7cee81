/** The flow of the chain: from left to right where there is room, from top to bottom on a phone. */
import type { ChainFlowProps } from './chain-flow.ts'
import { FlowAcross } from './chain-flow-across.tsx'
import { FlowDown } from './chain-flow-down.tsx'
import classes from './chain.module.css'
import { useWidth } from './use-width.ts'

/** Under this width in pixels the columns would be too narrow for their words. */
const NARROW = 620

export function ChainFlow(props: ChainFlowProps) {
  const [ref, width] = useWidth()
  return (
    <div ref={ref} className={classes['flow']}>
      {width === 0 ? null : width < NARROW ? (
        <FlowDown {...props} width={width} />
      ) : (
        <FlowAcross {...props} width={width} />
      )}
    </div>
  )
}
