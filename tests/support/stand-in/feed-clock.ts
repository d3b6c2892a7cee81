/** Moments as feeds write them, and the newest moments of a steady publisher. */

/** `Fri, 20 Nov 2026 21:05:00 +0000`, as WordPress and Drupal do. */
export const rfc822 = (ms: number): string => new Date(ms).toUTCString().replace('GMT', '+0000')

/** `Fri, 20 Nov 2026 21:05:00 GMT`. */
export const rfc822Gmt = (ms: number): string => new Date(ms).toUTCString()

/**
 * The `count` newest of a publisher that says something every `everyMs` since 2026 began, newest first, with their
 * numbers: the same whenever they are asked for.
 */
export function newest(
  nowMs: number,
  everyMs: number,
  count: number,
): readonly { readonly number: number; readonly ms: number }[] {
  const start = Date.UTC(2026, 0, 1, 14, 5)
  const last = Math.floor((nowMs - start) / everyMs)
  return Array.from({ length: count }, (_, ago) => ({
    number: last - ago,
    ms: start + (last - ago) * everyMs,
  }))
}
