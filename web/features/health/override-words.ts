import type { CalendarOverrideRow } from '@oreline/shared/api/calendar-overrides.ts'
import { formatDay } from '../../ui/format.ts'
import { exchangeWords } from '../../ui/policy-words.ts'
import type { OverrideKind } from './override-draft.ts'

export const overrideKindWords: Readonly<Record<OverrideKind, string>> = {
  closed: 'Closed all day',
  open: 'A session, though the calendar says closed',
  'early-close': 'Closes early',
}

/** `New York, 24 Dec 2026: closes early at 13:00`. */
export function overrideWords({ calendar, date, kind, close }: CalendarOverrideRow): string {
  return `${exchangeWords[calendar]}, ${formatDay(date)}: ${whatWords(kind, close)}`
}

function whatWords(kind: OverrideKind, close: string | null): string {
  switch (kind) {
    case 'closed':
      return 'closed'
    case 'open':
      return 'open'
    case 'early-close':
      return close === null ? 'closes early' : `closes early at ${close}`
  }
}
