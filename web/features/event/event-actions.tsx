import { Button } from '@mantine/core'
import type { PolicyEventRow } from '@oreline/shared/api/policy-events.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import classes from './event-page.module.css'
import { pictureAddress } from './picture-address.ts'
import type { EventMoment } from './use-event-moment.ts'

type EventActionsProps = { readonly event: PolicyEventRow; readonly moment: EventMoment }

/** What a reader can do with an event: find it among the others, change it, print it, pass it on. */
export function EventActions({ event: { id }, moment }: EventActionsProps) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const copy = () => {
    navigator.clipboard.writeText(`${window.location.origin}/events/${id}`).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    )
  }
  return (
    <div className={classes['actions']}>
      <Link to="/" search={{ event: id, ...moment.onDay }} className={classes['action']}>
        On the Timeline
      </Link>
      {moment.asOf === null ? (
        <Link to="/events/$id/edit" params={{ id }} className={classes['action']}>
          Edit
        </Link>
      ) : null}
      <a className={classes['action']} href={pictureAddress(id, 'png', moment.onDay)} download={`${id}.png`}>
        Picture (PNG)
      </a>
      <Button size="compact-sm" variant="default" onClick={copy}>
        Copy link
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => window.print()}>
        Print
      </Button>
      <output>{copiedWords[copied]}</output>
    </div>
  )
}

const copiedWords = {
  no: '',
  yes: 'The link is copied.',
  refused: 'The browser does not let this page copy; take the address from its bar.',
} as const
