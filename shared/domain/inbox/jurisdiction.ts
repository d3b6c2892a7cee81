import type { PolicyDocument } from './document.ts'

/** Whose act it is, by its number and its address; null: a news page tells of anybody. */
export function jurisdictionOf({ numbers, url, type }: PolicyDocument): string | null {
  if (type === 'news') return null
  for (const { scheme } of numbers) {
    if (scheme === 'mofcom') return 'CN'
    return scheme === 'eu-press' ? 'EU' : 'US'
  }
  const host = URL.parse(url)?.hostname ?? ''
  if (host.endsWith('.gov.cn')) return 'CN'
  if (host.endsWith('.europa.eu')) return 'EU'
  return /\.(gov|mil)$/.test(host) ? 'US' : null
}
