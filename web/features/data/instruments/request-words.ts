import type { InstrumentRequestRow } from '@oreline/shared/api/instrument-requests.ts'

/** Whether a request has not come to an end yet. */
export function isUnderWay({ state }: Pick<InstrumentRequestRow, 'state'>): boolean {
  return state !== 'done' && state !== 'refused'
}

/** How far a request has come. */
export const requestWords: Readonly<Record<InstrumentRequestRow['state'], string>> = {
  pending: 'Waiting',
  'looking-up': 'Looking the symbol up',
  backfilling: 'Storing its history',
  done: 'Followed',
  refused: 'Refused',
}

/** The newest request of every symbol, newest first: an older one of the same is history. */
export function newestRequests(requests: readonly InstrumentRequestRow[]): readonly InstrumentRequestRow[] {
  const seen = new Set<string>()
  return requests.filter(({ symbol }) => !seen.has(symbol) && seen.add(symbol).has(symbol))
}
