import type { IsoDate } from '../../kernel/brand.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `7 Nov 2025`. */
export function formatPictureDay(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day ?? ''} ${MONTHS[(month ?? 1) - 1] ?? ''} ${year ?? ''}`
}
