import { getSources, putSource, type SourceRow } from '@oreline/shared/api/sources.ts'
import { Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api.ts'
import { errorText } from '../../ui/error-text.ts'
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
          {errorText(error)}
        </p>
      )}
    </div>
  )
}
