import { Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Notice } from './notice.tsx'

/** In place of a screen that could not be drawn: a part of the page that is gone after an update, or a fault in it. */
export function CrashNotice({ error }: ErrorComponentProps) {
  return (
    <Notice
      tone="bad"
      title="This screen could not be drawn"
      actions={
        <Button size="compact-sm" variant="default" onClick={() => location.reload()}>
          Reload the page
        </Button>
      }
    >
      Oreline may have been updated while the page was open. (
      {error instanceof Error ? error.message : String(error)})
    </Notice>
  )
}
