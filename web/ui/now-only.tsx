import { Button } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { asOfParam, momentShown } from './as-of.ts'
import { Notice } from './notice.tsx'
import { screens } from './screens.ts'
import { useMomentText } from './use-moment-text.ts'
import { useNow } from './use-now.ts'
import { useSearchState } from './use-search-state.ts'

const MINUTE_MS = 60_000
const isEventPage = /^\/events\/(?!new$)[^/]+$/

/**
 * On a screen that shows the present alone: the address asks for the past, which was carried here from another screen.
 * Without a word the reader would take what is stored now for what was stored then.
 */
export function NowOnly() {
  const { search, change } = useSearchState()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const momentText = useMomentText()
  const { asOf } = momentShown(asOfParam.read(search['as_of'] ?? '') ?? null, useNow(MINUTE_MS))
  const followsPast =
    isEventPage.test(path) || screens.some((screen) => screen.to === path && screen.followsPast)
  if (asOf === null || followsPast) return null
  return (
    <Notice
      tone="warn"
      title={`The address asks for what was stored on ${momentText(asOf, null)}; this screen shows what is stored now`}
      actions={
        <Button size="compact-sm" variant="default" onClick={() => change({ as_of: undefined }, 'replace')}>
          Leave the past
        </Button>
      }
    />
  )
}
