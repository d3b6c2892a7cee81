import { getSources, putSource, type SourceRow } from '@oreline/shared/api/sources.ts'
import { Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, CallError } from '../../api.ts'
import classes from './sources-page.module.css'

/** Switches a source on or off; shows what Oreline stored, not what was clicked. */
export function SourceSwitch({ source }: { readonly source: SourceRow }) {
  const queries = useQueryClient()
  const switching = useMutation({
    mutationFn: (enabled: boolean) =>
      call(putSource, { params: { source: source.source }, body: { enabled } }),
    onSettled: () => queries.invalidateQueries({ queryKey: [getSources.path] }),
  })
  const { error } = switching
  return (
    <div>
      <Switch
        size="sm"
        label={source.enabled ? 'On' : 'Off'}
        aria-label={`Ask ${source.name}`}
        checked={source.enabled}
        disabled={switching.isPending}
        onChange={(event) => switching.mutate(event.currentTarget.checked)}
      />
      {error === null ? null : (
        <p role="alert" className={classes['error']}>
          {error instanceof CallError && error.failure.kind === 'problem'
            ? error.failure.problem.detail
            : error.message}
        </p>
      )}
    </div>
  )
}
