import { ActionIcon, Button } from '@mantine/core'
import { formatAmount } from '../../ui/format.ts'
import { CloseIcon, RefreshIcon } from '../../ui/icons.tsx'
import { troubleWords } from '../../ui/run-words.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import classes from './refresh.module.css'
import { useRefresh, type JobProgress } from './use-refresh.ts'

/** Asks every provider now, and says what came of it: rows, nothing new, or refused until when. */
export function Refresh() {
  const momentText = useMomentText()
  const { start, progress, isRunning, dismiss } = useRefresh()
  return (
    <div className={classes['refresh']}>
      <Button variant="default" size="xs" leftSection={<RefreshIcon />} loading={isRunning} onClick={start}>
        Refresh now
      </Button>
      <div aria-live="polite">
        {progress.length === 0 ? null : (
          <section className={classes['card']} aria-label="Progress of the refresh">
            <header className={classes['head']}>
              <strong>{isRunning ? 'Asking the providers' : 'The providers have been asked'}</strong>
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Close" onClick={dismiss}>
                <CloseIcon />
              </ActionIcon>
            </header>
            <dl className={classes['jobs']}>
              {progress.map((one) => (
                <div key={one.job}>
                  <dt>{one.title}</dt>
                  <dd>{resultOf(one, momentText)}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </div>
    </div>
  )
}

function resultOf(progress: JobProgress, momentText: ReturnType<typeof useMomentText>): string {
  if (progress.kind === 'refused') {
    const { why, until } = progress.refusal
    return until === null ? `Not asked: ${why}` : `Not asked: ${why}, again from ${momentText(until, null)}`
  }
  const { run } = progress
  if (run?.started_at === undefined || run.started_at === null) return 'Waiting'
  const rows = run.rows_written === 0 ? 'nothing new' : formatAmount(run.rows_written, 'row', 'rows')
  switch (run.outcome) {
    case null:
      return 'Running'
    case 'ok':
      return capitalised(rows)
    case 'partial':
      return `In part: ${rows}; ${troubleWords(run.sources)}`
    case 'failed':
      return `Failed: ${run.error ?? troubleWords(run.sources)}`
  }
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
