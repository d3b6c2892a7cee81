/** The rows of the ugly list that EDGAR's submissions can come to, each a change of an otherwise good answer. */
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import type { StandInReply, StandInRequest } from './route.ts'
import { freshFiling } from './sec-feed.ts'
import type { SubmissionsDraft } from './sec-filings.ts'

/** Changes a draft in place; what it gives back is sent instead of the draft. */
export type SecFault = (draft: SubmissionsDraft, request: StandInRequest) => StandInReply | void

export const secFaults: Readonly<Record<string, SecFault>> = {
  // The filing that the feed had first, ten minutes on.
  fresh: (draft, { atMs }) => void draft.rows.unshift(freshFiling(draft, atMs - 600_000)),
  F04: (draft) => {
    draft.rows = []
    draft.file = null
  },
  F05: (draft) => void (draft.columns['form'] = draft.rows.slice(1).map(({ form }) => form)),
  F06: (draft) => void (draft.columns['isXBRLNumeric2'] = draft.rows.map(() => 0)),
  F07: ({ rows }) =>
    void Object.assign(rows[0] ?? {}, { form: 'XYZ-1', primaryDocDescription: 'SOMETHING NEW' }),
  // The same moments as New York's wall clock, with a Z behind it all the same.
  F10: ({ rows }) => {
    for (const row of rows) {
      const at = new Date(row.acceptanceDateTime)
      const wall = at.toLocaleString('sv-SE', { timeZone: 'America/New_York' })
      row.acceptanceDateTime = `${wall.replace(' ', 'T')}.000Z`
    }
  },
  // 15:00 is within hours both in Greenwich's reading and in New York's.
  F11: ({ rows }) => {
    const [newest] = rows
    if (newest !== undefined) newest.acceptanceDateTime = `${newest.filingDate}T15:00:00.000Z`
  },
  F12: ({ rows }, { atMs }) =>
    void Object.assign(rows[0] ?? {}, { acceptanceDateTime: instantOf(atMs + 3 * 3_600_000) }),
  F19: ({ rows }) => void rows.splice(2, 1),
  F20: (draft) => void (draft.tickers = []),
  'F20-many': (draft) => void (draft.tickers = Array.from({ length: 15 }, (_, place) => `MP-${place}`)),
  F18: (draft) => void (draft.rows = draft.rows.slice(0, -5)),
  H24: ({ rows }) => void Object.assign(rows[3] ?? {}, { filingDate: 'soon' }),
  'H24-many': ({ rows }) => {
    for (const row of rows.slice(0, Math.ceil(rows.length / 3))) row.accessionNumber = '?'
  },
}
