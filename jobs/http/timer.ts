/** Calls back after so many milliseconds, unless the function it gives is called before. */
export type StartTimer = (callBack: () => void, ms: number) => () => void

/** Node's own. */
export const nodeTimer: StartTimer = (callBack, ms) => {
  const timer = setTimeout(callBack, ms)
  return () => {
    clearTimeout(timer)
  }
}
