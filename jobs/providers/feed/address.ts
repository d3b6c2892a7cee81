/** Addresses in feeds: where a reader is sent, and by what a document is known again. */
import { createHash } from 'node:crypto'

/** Who was sent by whom: of no account for what is found there. */
const tracking = /^(?:utm_.*|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|_hsenc|_hsmi|cmpid|ocid)$/i

/**
 * The absolute address without tracking, relative ones resolved against `base`. null: no web address (`javascript:`,
 * `data:`, `ftp:`), or one with a login in it, which shows a reader another host than it leads to.
 */
export function webAddress(text: string, base: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '' || !URL.canParse(trimmed, base)) return null
  const url = new URL(trimmed, base)
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hostname === '')
    return null
  const senders = [...url.searchParams.keys()].filter((name) => tracking.test(name))
  for (const name of senders) url.searchParams.delete(name)
  return url.href
}

/**
 * What identifies a document in its feed, the same after a move from http to https and whoever is said to have sent the
 * reader. An identity that is no web address stands for itself.
 */
export function canonicalIdentity(text: string): string {
  const trimmed = text.trim().replace(/\s+/g, ' ')
  const address = /^https?:/i.test(trimmed) ? webAddress(trimmed, trimmed) : null
  const identity = address === null ? trimmed : address.replace(/^http:/, 'https:').replace(/#.*$/, '')
  return identity.length <= 300 ? identity : createHash('sha256').update(identity).digest('hex')
}
