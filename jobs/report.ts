import type { RunSource } from '@oreline/shared/api/jobs.ts'
import type { JobReport, ScopeReport } from './define-job.ts'

/** The report of a run from those of its scopes. */
export const reportOf = (scopes: readonly ScopeReport[]): JobReport => ({
  scopes,
  rowsWritten: scopes.reduce((sum, scope) => sum + scope.rows_written, 0),
})

/** ok: every source answered; partial: some did; failed: none did. A run that asks nobody is ok. */
export function outcomeOf({ scopes }: JobReport): 'ok' | 'partial' | 'failed' {
  const answered = scopes.filter(({ kind }) => kind === 'ok' || kind === 'empty' || kind === 'unchanged')
  if (answered.length === scopes.length) return 'ok'
  return answered.length === 0 ? 'failed' : 'partial'
}

/** What the ledger keeps of a report. */
export const ledgerEntries = ({ scopes }: JobReport): readonly RunSource[] =>
  scopes.map(({ source, scope, kind, rows_written, detail }) => ({
    source,
    scope,
    kind,
    rows_written,
    detail,
  }))
