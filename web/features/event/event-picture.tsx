import { useComputedColorScheme } from '@mantine/core'
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { useState } from 'react'
import { Notice } from '../../ui/notice.tsx'
import classes from './event-page.module.css'
import { pictureAddress } from './picture-address.ts'
import type { EventMoment } from './use-event-moment.ts'

const SIZE = { width: 1200, height: 630 } as const

type EventPictureProps = { readonly event: PolicyEventRow; readonly moment: EventMoment }

/** The event as one picture: the four stocks around it, what was expected and what happened. On paper it is light. */
export function EventPicture({ event, moment }: EventPictureProps) {
  const scheme = useComputedColorScheme('light')
  const [hasFailed, setFailed] = useState(false)
  // Another revision is another picture: the fragment, which nobody is sent, makes the browser ask again.
  const addressOf = (theme: string) =>
    `${pictureAddress(event.id, 'svg', { theme, ...moment.onDay })}#${event.revision}`
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
        src={addressOf(scheme)}
        alt={words}
        onError={() => setFailed(true)}
      />
      {scheme === 'light' ? null : (
        <img {...SIZE} className={classes['paper']} src={addressOf('light')} alt="" />
      )}
    </>
  )
}
