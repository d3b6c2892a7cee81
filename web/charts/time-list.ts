/** Moving through things in order of time with the keyboard. */

/**
 * The index a key leads to in a list of `length`; null for a key that does not move. `from` is the present index, -1:
 * none yet, then the first move goes to `start`, the first thing in view.
 */
export function indexAfter(key: string, from: number, length: number, start: number): number | null {
  if (length === 0) return null
  const within = (index: number) => Math.max(0, Math.min(length - 1, index))
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return within(from < 0 ? start : from + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return within(from < 0 ? start : from - 1)
    case 'PageDown':
      return within(from < 0 ? start : from + 10)
    case 'PageUp':
      return within(from < 0 ? start : from - 10)
    case 'Home':
      return 0
    case 'End':
      return length - 1
    default:
      return null
  }
}
