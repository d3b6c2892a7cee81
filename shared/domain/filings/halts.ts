/**
 * Trading halts as companies announce them (ASX: "Trading Halt", "Pause in Trading", "Suspension from Quotation", until
 * "Reinstatement" or "lifted"; Shanghai: 停牌 until 复牌), and the sessions without a price that they explain.
 */
import type { Instant, IsoDate } from '../../kernel/brand.ts'
import type { SessionIndex } from '../calendar/session-index.ts'
import { firstSessionClosingAfter, nextSession, sessionOn, sessionsBetween } from '../calendar/sessions.ts'
import { matchingTitle } from './sse-category.ts'

/** An announcement that may be about trading; `publishedAt` null: only the day is known. */
export type HaltNotice = {
  readonly title: string
  readonly publishedOn: IsoDate
  readonly publishedAt: Instant | null
  readonly url: string | null
}

/** The sessions a halt may cover, both inclusive; `to` null: nothing has ended it yet. */
export type Halt = {
  readonly from: IsoDate
  readonly to: IsoDate | null
  readonly title: string
  readonly url: string | null
}

/** `pause`: bounded by the exchange's rules; `suspension`: until it is ended. */
type Word = 'pause' | 'suspension' | 'ends'

/**
 * What an announcement says of trading by its title; null: nothing. A Chinese title with both words speaks of the end,
 * unless the end is put off; halts of a bond's conversion, and the risk of one, are none of the share.
 */
export function haltWord(title: string): Word | null {
  const plain = matchingTitle(title)
  if (/[停复]牌/u.test(plain)) {
    if (/转股|转债|可能.*停牌|停牌.*风险/u.test(plain)) return null
    const goesOn = /(延期|延迟|推迟|暂不)复牌|继续停牌/u.test(plain)
    return /复牌/u.test(plain) && !goesOn ? 'ends' : 'suspension'
  }
  const found = english.find(([pattern]) => pattern.test(title))
  return found === undefined ? null : found[1]
}

/** The first that matches wins. What else a company suspends or reinstates (a dividend plan, an operation) is no halt. */
const english: readonly (readonly [pattern: RegExp, word: Word])[] = [
  [/reinstate(ment|d) to|^reinstatement$|resumption of trading/i, 'ends'],
  [/(halt|pause|suspension)\b.*\blift|lifting of .*(halt|suspension)/i, 'ends'],
  [
    /(voluntary|trading) suspension|suspen(sion|ded) (from|of) (official )?(quotation|trading|securities)/i,
    'suspension',
  ],
  [/trading halt|pause in trading/i, 'pause'],
]

/** ASX Listing Rule 17.1: a trading halt ends with normal trading on the second trading day after the request. */
const PAUSED_SESSIONS = 2

/** The halts that notices announce, ascending like them; those outside the calendar are left out. */
export function haltsIn(notices: readonly HaltNotice[], index: SessionIndex): readonly Halt[] {
  const halts: Halt[] = []
  for (const notice of notices.toSorted(inOrder)) {
    const word = haltWord(notice.title)
    const session = firstSessionOf(notice, index)
    if (word === null || session === 'unknown') continue
    if (word === 'ends') {
      for (const [place, halt] of halts.entries())
        if (halt.to === null || halt.to > session) halts[place] = { ...halt, to: session }
      continue
    }
    const { title, url } = notice
    halts.push({ from: session, to: word === 'pause' ? lastPaused(session, index) : null, title, url })
  }
  return halts
}

const inOrder = (a: HaltNotice, b: HaltNotice): number =>
  `${a.publishedOn} ${a.publishedAt ?? ''}` < `${b.publishedOn} ${b.publishedAt ?? ''}` ? -1 : 1

function firstSessionOf({ publishedAt, publishedOn }: HaltNotice, index: SessionIndex): IsoDate | 'unknown' {
  if (publishedAt !== null) return firstSessionClosingAfter(index, publishedAt)
  const own = sessionOn(index, publishedOn)
  if (own === 'unknown') return 'unknown'
  return own === 'closed' ? nextSession(index, publishedOn) : own.date
}

function lastPaused(first: IsoDate, index: SessionIndex): IsoDate | null {
  let last = first
  for (let left = PAUSED_SESSIONS - 1; left > 0; left -= 1) {
    const next = nextSession(index, last)
    if (next === 'unknown') return null
    last = next
  }
  return last
}

/**
 * The halt that explains a session without trade; null: none does. Between the halt's first session, in which there may
 * have been trade before it, and that one no session had any (`untraded`): one that had ended the halt.
 */
export function haltOn(
  date: IsoDate,
  halts: readonly Halt[],
  untraded: ReadonlySet<IsoDate>,
  index: SessionIndex,
): Halt | null {
  const explains = ({ from, to }: Halt) =>
    from <= date &&
    (to === null || date <= to) &&
    sessionsBetween(index, from, date).every((session) => session === from || untraded.has(session))
  return halts.findLast(explains) ?? null
}
