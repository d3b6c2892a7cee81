import type { InstrumentRequestRow } from '@oreline/shared/api/instrument-requests.ts'

/** Whether a request has not come to an end yet. */
export function isUnderWay({ state }: Pick<InstrumentRequestRow, 'state'>): boolean {
  return state !== 'done' && state !== 'refused'
}

/** How far a request has come. `followed`: the tickers that are followed now; undefined: not known yet. */
export function requestWords(
  { state, ticker }: Pick<InstrumentRequestRow, 'state' | 'ticker'>,
  followed: ReadonlySet<string> | undefined,
): string {
  if (state === 'done' && ticker !== null && followed?.has(ticker) === false) return 'Removed since'
  return stateWords[state]
}

const stateWords: Readonly<Record<InstrumentRequestRow['state'], string>> = {
  pending: 'Waiting',
  'looking-up': 'Looking the symbol up',
  backfilling: 'Storing its history',
  done: 'Followed',
  refused: 'Refused',
}

/** The newest request of every symbol, newest first: an older one of the same is history. */
export function newestRequests(requests: readonly InstrumentRequestRow[]): readonly InstrumentRequestRow[] {
  return requests.filter((one, place) => requests.findIndex(({ symbol }) => symbol === one.symbol) === place)
}
