/** Tells a wall from a page: texts by which hosts refuse scripts with status 200 (providers' users report them). */
import type { BlockedWhy } from '@oreline/shared/kernel/outcome.ts'

type Marker = { readonly text: string; readonly and?: string; readonly why: BlockedWhy }

/** Never in a page that holds data. */
const walls: readonly Marker[] = [
  { text: 'guce.yahoo.com', why: 'consent' },
  { text: 'consent.yahoo.com', why: 'consent' },
  { text: 'acw_sc__v2', why: 'challenge' },
  { text: 'var arg1=', why: 'challenge' },
  { text: '/__verify', why: 'challenge' },
  { text: 'Just a moment', why: 'challenge' },
  { text: 'Request Rate Threshold Exceeded', why: 'challenge' },
  { text: 'Undeclared Automated Tool', why: 'challenge' },
  { text: 'Will be right back', why: 'challenge' },
]

/** Possible in a page that holds data, telling in a short one. */
const hints: readonly Marker[] = [
  { text: 'document.cookie=', and: 'location.reload', why: 'challenge' },
  { text: 'crypto.subtle', why: 'challenge' },
  { text: 'captcha', why: 'challenge' },
  { text: 'Access Denied', why: 'challenge' },
  { text: 'Too Many Requests', why: '429' },
]
const shortPage = 20_000
const searched = 200_000

export type Wall = { readonly why: BlockedWhy; readonly marker: string }

/** The first marker in the page; null when there is none. `wanted`: a page was asked for, so hints count in a short one only. */
export function wallIn(page: string, wanted: boolean): Wall | null {
  const text = page.slice(0, searched)
  const markers = wanted && page.length > shortPage ? walls : [...walls, ...hints]
  const found = markers.find(
    ({ text: marker, and }) => text.includes(marker) && (and === undefined || text.includes(and)),
  )
  return found === undefined ? null : { why: found.why, marker: found.text }
}

/** Whether this is a web page where data were asked for. */
export function isWebPage(text: string): boolean {
  return /^\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body|script)\b/i.test(
    text.slice(0, 5_000),
  )
}

/** The page's title, at most 100 characters; null without one. */
export function titleOf(text: string): string | null {
  return /<title[^>]*>([^<]{1,100})/i.exec(text.slice(0, 20_000))?.[1]?.trim() ?? null
}
