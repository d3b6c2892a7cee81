/** What a backfill came to, in words and as a document. */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { columns } from '../columns.ts'
import type { Reach } from '../../source-job.ts'
import type { Step } from './step.ts'

/** `interrupted`: by Ctrl-C; `broke-off`: the store or Oreline itself failed, `failure` says how. */
export type Outcome = 'complete' | 'incomplete' | 'interrupted' | 'broke-off'

export type Backfilled = {
  readonly outcome: Outcome
  readonly failure: string | null
  readonly reach: Reach
  readonly startedAt: Instant
  readonly finishedAt: Instant
  readonly steps: readonly Step[]
}

/** Whether something is missing that the operator has not chosen to leave out. */
export const isMissing = ({ state }: Step): boolean => state !== 'answered' && state !== 'switched-off'

/** A step in one line: `yahoo MP: 1,480 rows`. */
export function wordsOf(step: Step): string {
  const { source, scope } = step
  return `${scope === 'all' ? source : `${source} ${scope}`}: ${answerOf(step)}`
}

/** A line for each step, and what follows from them. */
export function summaryText(backfilled: Backfilled): string {
  const { steps } = backfilled
  const rows = steps.map((step) => [
    step.source,
    step.scope,
    step.state === 'answered' || step.state === 'in-part' ? counted(step.rowsWritten) : '',
    step.newest ?? '',
    tableWords(step),
  ])
  const head = ['source', 'of', 'rows', 'newest', 'answer']
  return `\n${columns([head, ...rows], { right: [2] }).join('\n')}\n\n${conclusion(backfilled)}\n`
}

/** The same for `--json`: names in snake case, absent is null. */
export function summaryDocument(backfilled: Backfilled): object {
  const { outcome, failure, reach, startedAt, finishedAt, steps } = backfilled
  return {
    command: 'backfill',
    outcome,
    failure,
    from: reach.from,
    to: reach.to,
    started_at: startedAt,
    finished_at: finishedAt,
    rows_written: rowsOf(steps),
    steps: steps.map(({ source, scope, state, rowsWritten, newest, detail, retryAt }) => ({
      source,
      scope,
      state,
      rows_written: rowsWritten,
      newest,
      detail,
      retry_at: retryAt,
    })),
  }
}

function answerOf(step: Step): string {
  const { state, rowsWritten, detail } = step
  const rows = rowsWritten === 0 ? 'nothing new' : `${counted(rowsWritten)} rows`
  switch (state) {
    case 'answered':
      return detail === null ? rows : `${rows} (${detail})`
    case 'in-part':
      return `${rows}, not all: ${detail ?? ''}`
    case 'failed':
      return `did not answer: ${whyOf(step)}`
    case 'switched-off':
    case 'not-asked':
      return `not asked: ${detail ?? ''}`
    case 'not-reached':
      return 'not reached'
  }
}

/** The rows have a column of their own. */
function tableWords(step: Step): string {
  const { state, detail } = step
  if (state === 'answered') return detail === null ? 'all' : `all (${detail})`
  return state === 'in-part' ? `not all: ${detail ?? ''}` : answerOf(step)
}

const whyOf = ({ detail, retryAt }: Step): string =>
  `${detail ?? 'no reason given'}${retryAt === null ? '' : `, not before ${retryAt}`}`

function conclusion({ outcome, failure, steps }: Backfilled): string {
  const missing = steps.filter(isMissing)
  const stored = `${counted(rowsOf(steps))} rows were written`
  const asked = steps.filter(({ state }) => state !== 'switched-off').length
  const parts = missing.map((step) => wordsOf(step).replace(': ', ' ('))
  switch (outcome) {
    case 'complete':
      return `Complete: ${asked} of ${asked} answered; ${stored}.`
    case 'incomplete':
      return `Not complete: ${missing.length} of ${asked} missing; ${stored} and stay. Missing: ${parts.map((part) => `${part})`).join('; ')}.`
    case 'interrupted':
      return `Interrupted: ${missing.length} of ${asked} missing; ${stored} and stay. Give the command again to go on.`
    case 'broke-off':
      return `Broken off (${failure ?? 'no reason given'}): ${missing.length} of ${asked} missing; ${stored} and stay.`
  }
}

const rowsOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0)

const counted = (count: number): string => new Intl.NumberFormat('en-US').format(count)
