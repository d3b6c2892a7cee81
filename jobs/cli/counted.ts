/** A number for people: 12,345. */
export const counted = (count: number): string => new Intl.NumberFormat('en-US').format(count)

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** Bytes for people, in powers of a thousand: 4.3 MB. */
export function sizeOf(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  const value = bytes / 1_000 ** step
  return `${value >= 100 || step === 0 ? Math.round(value) : value.toFixed(1)} ${units[step] ?? ''}`
}
