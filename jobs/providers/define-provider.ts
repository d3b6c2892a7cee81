/**
 * A provider is one object: its manners, what it asks and how it reads the answers. Asking and reading are pure; the
 * only thing that sends and keeps is `askProvider`. Adding a provider is one such file and one line in `index.ts`.
 */
import type { TargetCalendar } from '@oreline/shared/domain/calendar/calendar.ts'
import type { SessionIndex } from '@oreline/shared/domain/calendar/session-index.ts'
import type { Instrument } from '@oreline/shared/domain/instruments/instrument.ts'
import type { Contradiction } from '@oreline/shared/domain/prices/contradiction.ts'
import type { sources } from '@oreline/shared/domain/sources/source.ts'
import type { CurrencyCode, Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import type { BrokenWhy, OutcomeKind, Reject, Warning } from '@oreline/shared/kernel/outcome.ts'
import type { Answer } from '../http/answer.ts'
import type { HostPolicy } from '../http/host-policy.ts'
import type { HttpRequest } from '../http/request.ts'

/** Daily bars of one instrument from `from` to `to`, both inclusive; `from` null: from 2020-01-01, the backfill. */
export type QuoteQuery = {
  readonly instrument: Instrument
  /** The sessions of the instrument's exchange. */
  readonly sessions: SessionIndex
  readonly from: IsoDate | null
  readonly to: IsoDate
}

/** Filings of one instrument published on or after `since` (older ones may come along); null: as far back as there are. */
export type FilingQuery = { readonly instrument: Instrument; readonly since: IsoDate | null }

/** Euro reference rates of all currencies: `history` since 1999, `recent` the last 90 days. `target`: when there are any. */
export type FxQuery = { readonly mode: 'history' | 'recent'; readonly target: TargetCalendar }

/** Euro reference rates of some currencies from `from` to `to`, both inclusive. */
export type FxRangeQuery = {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly currencies: readonly CurrencyCode[]
  readonly target: TargetCalendar
}

/** Documents of an authority published on or after `since` (older ones may come along); null: what a first answer brings. */
export type DocumentQuery = { readonly since: IsoDate | null }

/** What asking needs besides the query. Settings are null where the operator has set nothing. */
type AskContext = {
  readonly now: Instant
  readonly settings: ProviderSettings
}

export type ProviderSettings = {
  readonly secContact: string | null
  readonly yahooUserAgent: string | null
  readonly eodhdApiToken: string | null
}

/**
 * One question and how its answer is read. `key` names the question within its provider, the same on every run
 * (`MP/chart`), so that an answer can be compared with the one before.
 */
export type Ask<Item> = {
  readonly key: string
  readonly request: HttpRequest
  readonly read: (answer: Answer) => Reading<Item>
}

/** A question as it was asked once; `url` as it went out, secrets redacted. */
export type KeptQuestion = { readonly key: string; readonly url: string; readonly fetchedAt: Instant }

/** In which way an answer contradicts itself or the question; `item`: what it gave, null: nothing that could be stored. */
export type Contradicted<Item> = Pick<Contradiction, 'kind' | 'k' | 'agreesFrom'> & {
  readonly item: Item | null
}

/**
 * What one answer says. `next`: where to ask on (older shards, the following page). `lead`: no rows of its own, only
 * where to ask. `complete` false: rows are good but the window could not be covered. `urgent`: our question is wrong, or
 * the answer means something else than it did; only a person can mend that. `contradiction`: it is kept for a person to
 * decide on.
 */
export type Reading<Item> =
  | {
      readonly kind: 'ok'
      readonly items: readonly Item[]
      readonly complete: boolean
      readonly warnings: readonly Warning[]
      readonly rejects: readonly Reject[]
      readonly next: readonly Ask<Item>[]
    }
  | { readonly kind: 'lead'; readonly next: readonly Ask<Item>[]; readonly warnings: readonly Warning[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'notFound'; readonly why: string; readonly urgent?: true }
  | {
      readonly kind: 'broken'
      readonly why: BrokenWhy
      readonly detail: string
      readonly urgent?: true
      readonly contradiction?: Contradicted<Item>
    }

/** The sources that are asked; `starter` is shipped, `import` is what an operator brings. */
type AskedSource = Exclude<(typeof sources)[number]['id'], 'starter' | 'import'>

export type Provider<Query, Item> = {
  /** The source id beside every row; also the host group. */
  readonly id: AskedSource
  /** Raised with every change of what the parser makes of the same bytes. */
  readonly parserVersion: number
  readonly policy: HostPolicy
  /** The setting without which it cannot be asked at all. */
  readonly needs?: keyof ProviderSettings
  /**
   * True where the same bytes mean something else at a later hour (a provisional bar becomes final): then an answer is
   * never passed over as `unchanged`.
   */
  readonly readsTheClock?: true
  /** So many questions a whole history takes at most; undefined: as many as any provider may ask. */
  readonly mostQuestions?: number
  /** Whether the query is about something this provider carries. */
  readonly carries: (query: Query) => boolean
  /** The first questions. Only called when `needs` is set and `carries` holds. */
  readonly asks: (query: Query, context: AskContext) => readonly Ask<Item>[]
  /** The days that a kept question about bars was asked for, where its address tells. */
  readonly daysOf?: (query: Query, kept: KeptQuestion) => Partial<Pick<QuoteQuery, 'from' | 'to'>>
  /** A kept question that is none of the first: a following page, an older part. null: it is not that either. */
  readonly followUp?: (query: Query, kept: KeptQuestion) => Ask<Item> | null
  /** Over the items of all answers together, in the order in which they were read: duplicates removed. */
  readonly merge: (items: readonly Item[]) => readonly Item[]
}

/** Keeps the inferred literal types of a definition and checks it. */
export const defineProvider = <Query, Item>(provider: Provider<Query, Item>): Provider<Query, Item> =>
  provider

/** A raw answer to keep. `body` is as it came (decompressed); `parseFailed` bodies are kept for ever. */
export type KeptPayload = {
  readonly source: string
  readonly requestKey: string
  /** Secrets redacted. */
  readonly url: string
  readonly fetchedAt: Instant
  readonly status: number
  readonly contentType: string | null
  readonly sha256: string
  readonly body: Uint8Array
  readonly parserVersion: number
  readonly outcome: OutcomeKind
  readonly parseFailed: boolean
}

/** Where raw answers are kept. */
export type PayloadStore = {
  /** Gives the id of the kept payload. A body whose hash is already kept need not be stored twice. */
  readonly keep: (payload: KeptPayload) => Promise<number>
  /**
   * Hash and parser version of the newest answer to that question whose rows are stored; null: none. An answer that was
   * kept while its rows were not (the process was killed in between) must not count, or its rows would never be read.
   */
  readonly lastHash: (
    source: string,
    requestKey: string,
  ) => Promise<{ readonly sha256: string; readonly parserVersion: number } | null>
}
