import { NativeSelect } from '@mantine/core'
import { putSeriesSource, type SeriesRow } from '@oreline/shared/api/series.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { formatDay } from '../../ui/format.ts'
import { sourceName } from '../../ui/source-words.ts'
import classes from './health-page.module.css'

/** Stands for the usual order, which has no id. */
const USUAL = ''

/** Whose figures a series shows, in words where it is not the preferred one; and a choice where there are several. */
export function SeriesSource({ series }: { readonly series: SeriesRow }) {
  const { ticker, source, preferred, chosen, available, fallback_since: since } = series
  const queries = useQueryClient()
  const [wanted, setWanted] = useState<string | null>(null)
  const choosing = useMutation({
    mutationFn: (name: string) =>
      call(putSeriesSource, { params: { ticker }, body: { source: name === USUAL ? null : name } }),
    onSuccess: () => {
      setWanted(null)
      return queries.invalidateQueries()
    },
  })
  const now = chosen && preferred !== null ? preferred : USUAL
  return (
    <div className={classes['stack']}>
      <span>{source === null ? 'none yet' : sourceName(source)}</span>
      {since === null ? null : (
        <span className={classes['badge']}>
          fallback since {formatDay(since)}
          {preferred === null ? '' : `, instead of ${sourceName(preferred)}`}
        </span>
      )}
      {available.length < 2 ? null : (
        <NativeSelect
          size="xs"
          aria-label={`Source of ${ticker}`}
          value={wanted ?? now}
          onChange={(event) => {
            choosing.reset()
            setWanted(event.currentTarget.value)
          }}
          data={[
            { value: USUAL, label: 'Usual order' },
            ...available.map((id) => ({ value: id, label: `Prefer ${sourceName(id)}` })),
          ]}
        />
      )}
      {wanted === null ? null : (
        <ConfirmDialog
          title={
            wanted === USUAL
              ? `Take ${ticker} from the usual source again?`
              : `Take ${ticker} from ${sourceName(wanted)}?`
          }
          confirm={wanted === USUAL ? 'Use the usual order' : `Use ${sourceName(wanted)}`}
          isPending={choosing.isPending}
          error={choosing.error}
          onConfirm={() => choosing.mutate(wanted)}
          onCancel={() => setWanted(null)}
        >
          <p>
            From its next answer on, new sessions of {ticker} come from{' '}
            {wanted === USUAL ? 'the first source in the usual order that answers' : sourceName(wanted)}.
            Until then the figures of {source === null ? 'the former source' : sourceName(source)} are shown.
          </p>
          <p>Nothing is deleted, and what was shown before stays readable as a revision.</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
