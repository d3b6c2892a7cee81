import type { SourceState } from '@oreline/shared/domain/health/state.ts'
import { sourceStateWords } from './source-words.ts'
import classes from './source-mark.module.css'

const signs: Readonly<Record<SourceState, string>> = {
  fresh: '✓',
  stale: '◔',
  blocked: '⊘',
  broken: '✕',
  off: '–',
  'needs-setup': '!',
  'never-asked': '…',
}

/** The health of a source: a sign and a word, coloured as well. */
export function SourceMark({ state }: { readonly state: SourceState }) {
  return (
    <span className={classes['mark']} data-state={state}>
      <span aria-hidden="true">{signs[state]}</span> {sourceStateWords[state]}
    </span>
  )
}
