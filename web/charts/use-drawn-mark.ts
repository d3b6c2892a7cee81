/** Tells benches and tests that the chart has been painted, through the browser's own performance timeline. */
import { useEffect, useState } from 'react'

/**
 * Once, after the first paint with something to see: the mark `timeline:drawn` and the measure `timeline:first-draw`,
 * which counts from the chart's first render with ready data.
 */
export function useDrawnMark(isReady: boolean): void {
  const [began] = useState(() => performance.now())
  useEffect(() => {
    if (!isReady) return undefined
    // The frame callback runs before the paint, the message after it.
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', () => {
      performance.mark('timeline:drawn')
      performance.measure('timeline:first-draw', { start: began, end: performance.now() })
    })
    channel.port1.start()
    const frame = requestAnimationFrame(() => channel.port2.postMessage(null))
    return () => {
      cancelAnimationFrame(frame)
      channel.port1.close()
    }
  }, [isReady, began])
}
