import { useComputedColorScheme } from '@mantine/core'
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { useState } from 'react'
import { Notice } from '../../ui/notice.tsx'
import classes from './event-page.module.css'

const SIZE = { width: 1200, height: 630 } as const

/** The event as one picture: the four stocks around it, what was expected and what happened. On paper it is light. */
export function EventPicture({ event }: { readonly event: PolicyEventRow }) {
  const scheme = useComputedColorScheme('light')
  const [hasFailed, setFailed] = useState(false)
  // Another revision is another picture: the browser asks again.
  const address = `/events/${event.id}/picture.svg`
  const words = `The four stocks 45 days around ${event.title}; the figures stand in the table below.`
  if (hasFailed)
    return (
      <Notice tone="bad" title="The picture could not be drawn">
        The figures stand in the table below.
      </Notice>
    )
  return (
    <>
      <img
        {...SIZE}
        className={classes['picture']}
        data-paper={scheme === 'light'}
        src={`${address}?theme=${scheme}`}
        alt={words}
        onError={() => setFailed(true)}
      />
      {scheme === 'light' ? null : (
        <img {...SIZE} className={classes['paper']} src={`${address}?theme=light`} alt="" />
      )}
    </>
  )
}
