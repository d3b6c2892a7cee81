/** Candidates and documents as words. */
import type { DecisionRow, InboxDocument, MayAmendRow } from '@oreline/shared/api/inbox.ts'
import type { SourceRow } from '@oreline/shared/api/sources.ts'
import type { Effect } from '@oreline/shared/domain/inbox/effect.ts'
import type { Relevance } from '@oreline/shared/domain/inbox/relevance.ts'
import type { CandidateState } from '@oreline/shared/domain/inbox/standing.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { Temporal } from 'temporal-polyfill'
import { formatAmount, formatDay, formatShortDay } from '../../ui/format.ts'

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** `Mon 23 Nov`, of a day not far ahead. */
const weekday = (date: IsoDate): string =>
  `${WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? ''} ${formatShortDay(date)}`

/** How far publication has come, in words; `today` tells a day ahead from one behind. */
export function stageWords(document: InboxDocument, today: IsoDate): string {
  const { stage, published_on: day } = document
  const ahead = day !== null && day > today ? `to be published ${weekday(day)}` : null
  const due = day === today ? `to be published today, ${weekday(day)}` : ahead
  switch (stage) {
    case 'scheduled':
      return due ?? (day === null ? 'to be published, no day named' : `was to be published ${weekday(day)}`)
    case 'inspection':
      return day === null ? 'on public inspection' : `on public inspection, ${due ?? `for ${weekday(day)}`}`
    case 'published':
      return ahead ?? (day === null ? `seen ${formatDay(seenOn(document))}` : formatDay(day))
    case 'withdrawn':
      return 'withdrawn before publication'
    case 'vanished':
      return 'listed for publication, gone since, never published'
  }
}

const seenOn = ({ first_seen_at: at }: InboxDocument): IsoDate => isoDateSchema.parse(at.slice(0, 10))

/** What else there is to know of a document, each a clause. */
export function documentNotes(document: InboxDocument): readonly string[] {
  const { correction_of: corrected, moved_from: moved, edited, effective_on, comments_close_on } = document
  return [
    ...(corrected === null ? [] : [`Correction of ${corrected}`]),
    ...(moved === null ? [] : [`publication moved from ${weekday(moved)}`]),
    ...(edited && moved === null ? ['edited since it was first seen'] : []),
    ...(effective_on === null ? [] : [`takes effect ${formatDay(effective_on)}`]),
    ...(comments_close_on === null ? [] : [`comments until ${formatDay(comments_close_on)}`]),
  ]
}

export const relevanceWords: Readonly<Record<Relevance, string>> = {
  high: 'Named in the title',
  medium: 'Named in the summary',
  low: 'A passing mention',
}

export const stateWords: Readonly<Record<CandidateState, string>> = {
  open: 'Open',
  linked: 'Linked',
  created: 'Made into an event',
  dismissed: 'Dismissed',
}

const effectVerbs: Readonly<Record<Effect, string>> = {
  corrects: 'correct',
  suspends: 'suspend',
  extends: 'extend',
  amends: 'amend',
  revokes: 'end',
}

/** Why an event is suggested. */
export function amendWords({ why, text, effect }: MayAmendRow): string {
  switch (why) {
    case 'own-number':
      return `Bears its number: ${text}`
    case 'cited':
      return effect === null ? `Names it: “${text}”` : `Seems to ${effectVerbs[effect]} it: “${text}”`
    case 'similar-title':
      return effect === null
        ? 'Has a title much like it'
        : `Has a title much like it, and may ${effectVerbs[effect]} it`
  }
}

/** What it does to the events it names, in a few words: `may extend 5 events`; null: it names none. */
export function changesWords(amended: readonly MayAmendRow[]): string | null {
  const named = amended.filter(({ why }) => why !== 'similar-title')
  const [first] = named
  if (first === undefined) return null
  if (first.why === 'own-number') return 'has the number of an event'
  const verb = first.effect === null ? 'names' : `may ${effectVerbs[first.effect]}`
  return `${verb} ${formatAmount(named.length, 'event', 'events')}`
}

/** `Linked: Entity List`, said when it has been done. */
export const decidedWords = (decision: 'link' | 'dismiss' | 'reopen', title: string): string =>
  `${{ link: 'Linked', dismiss: 'Dismissed', reopen: 'Reopened' }[decision]}: ${title}`

/** `Linked by Ann on 20 Nov 2026: a copy of the act`. */
export function decisionWords({ decision, by, reason, decided_at: at }: DecisionRow): string {
  const day = formatDay(isoDateSchema.parse(at.slice(0, 10)))
  const what = decision === 'reopened' ? 'Reopened' : stateWords[decision]
  return `${what} by ${by} on ${day}${reason === null ? '' : `: ${reason}`}`
}

/** Why there is no document while no source has answered, and when one is asked next, as far as that is known. */
export function noAnswerWords(
  sources: readonly Pick<SourceRow, 'state' | 'next_attempt_at'>[],
  isOffline: boolean,
  momentText: (at: Instant) => string,
): string {
  const asked = sources.filter(({ state }) => state !== 'off')
  const count = formatAmount(asked.length, 'source', 'sources')
  if (isOffline)
    return `Oreline was started offline, so that none of ${count} is asked. This says nothing about what was published.`
  const [next] = asked.flatMap(({ next_attempt_at: at }) => at ?? []).toSorted()
  const then = next === undefined ? '' : ` The next one is asked at ${momentText(next)}.`
  return `None of ${count} has answered so far, so this says nothing about what was published.${then}`
}
