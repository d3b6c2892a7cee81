import type { SourceRow } from '@oreline/shared/api/sources.ts'

/**
 * Whether a reader of the timeline must know about a source's state. One that was switched off, lacks a setting or was
 * not asked yet is as its owner left it: the line under the chart and the page on sources tell.
 */
export function isTrouble({ state, source }: SourceRow): boolean {
  switch (state) {
    case 'blocked':
    case 'broken':
      return true
    case 'stale':
      // The shipped history grows old by nature; its age stands beside every line.
      return source !== 'starter'
    case 'fresh':
    case 'off':
    case 'needs-setup':
    case 'never-asked':
      return false
  }
}

/** ` for LYC.AX, MP` where only some of a source's scopes are in its worst state; empty where all are. */
export function troubledScopes({ scopes, state }: SourceRow): string {
  const troubled = scopes.filter((scope) => scope.state === state)
  if (troubled.length === scopes.length) return ''
  return ` for ${troubled.map(({ scope }) => scope).join(', ')}`
}
