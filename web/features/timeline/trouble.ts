import type { SourceRow } from '@oreline/shared/api/sources.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { formatDay } from '../../ui/format.ts'
import { reasonWords, sourceStateWords } from '../../ui/source-words.ts'

/**
 * Whether a reader of the timeline must know about a source's state. One that was switched off, lacks a setting or was
 * not asked yet is as its owner left it: the line under the chart and the page on sources tell. A setting that the source
 * refuses since some moment is not.
 */
export function isTrouble({ state, source, since }: SourceRow): boolean {
  switch (state) {
    case 'blocked':
    case 'broken':
      return true
    case 'stale':
      // The shipped history grows old by nature; its age stands beside every line.
      return source !== 'starter'
    case 'needs-setup':
      return since !== null
    case 'fresh':
    case 'off':
    case 'never-asked':
      return false
  }
}

/** Which source does not deliver and how, then since when, for whom, why, what is shown instead and when it is asked again. */
export function troubleWords(
  source: SourceRow,
  momentText: (at: Instant) => string,
): { readonly who: string; readonly rest: string } {
  const { name, state, since, why, newest_item: newest, next_attempt_at: next } = source
  const rest = [
    since === null ? '' : ` since ${momentText(since)}`,
    troubledScopes(source),
    why === null ? '' : `: ${reasonWords(why)}`,
    newest === null ? '; nothing of it is stored' : `; showing data to ${formatDay(newest)}`,
    next === null ? '' : `; next attempt ${momentText(next)}`,
    '.',
  ]
  return { who: `${name} ${sourceStateWords[state].toLowerCase()}`, rest: rest.join('') }
}

/** ` for LYC.AX, MP` where only some of a source's scopes are in its worst state; empty where all are. */
function troubledScopes({ scopes, state }: SourceRow): string {
  const troubled = scopes.filter((scope) => scope.state === state)
  if (troubled.length === scopes.length) return ''
  return ` for ${troubled.map(({ scope }) => scope).join(', ')}`
}
