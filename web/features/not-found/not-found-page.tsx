import { Link } from '@tanstack/react-router'
import { Notice } from '../../ui/notice.tsx'

/** For an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <>
      <title>Oreline: no such page</title>
      <Notice
        tone="warn"
        title={<h1>There is nothing at this address</h1>}
        actions={
          <Link to="/" search={{}}>
            To the timeline
          </Link>
        }
      >
        Oreline has two screens: the timeline, and the sources with their terms.
      </Notice>
    </>
  )
}
