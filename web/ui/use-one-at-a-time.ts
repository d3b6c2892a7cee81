import { useRef } from 'react'

/**
 * Lets one through until it is settled. A second click may come before the button is drawn as busy, and would be told as
 * a conflict with the first.
 */
export function useOneAtATime() {
  const isUnderWay = useRef(false)
  return {
    /** Whether it may begin; it has begun then. */
    begin: (): boolean => {
      if (isUnderWay.current) return false
      isUnderWay.current = true
      return true
    },
    settle: () => {
      isUnderWay.current = false
    },
  }
}
