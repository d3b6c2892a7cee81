import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { LeavesPageIcon } from './icons.tsx'
import classes from './external-link.module.css'

/** A link out of Oreline. Only http and https addresses become links; anything else stays text. */
export function ExternalLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  if (!isWebAddress(href)) return <span>{children}</span>
  return (
    <a className={classes['link']} href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <LeavesPageIcon />
      <VisuallyHidden>(opens in a new tab)</VisuallyHidden>
    </a>
  )
}

/** `sec.gov` of `https://www.sec.gov/edgar`: how a link is called that has no better name. */
export const hostOf = (address: string) => URL.parse(address)?.hostname.replace(/^www\./, '') ?? address

function isWebAddress(text: string): boolean {
  const protocol = URL.parse(text)?.protocol
  return protocol === 'https:' || protocol === 'http:'
}
