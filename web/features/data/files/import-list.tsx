import { getImports, postImportUndo, type ImportRow } from '@oreline/shared/api/imports.ts'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, endpointQuery } from '../../../api.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { formatAmount, formatCount } from '../../../ui/format.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import { useGrowingRows } from '../../../ui/use-growing-rows.tsx'
import { useMomentText } from '../../../ui/use-moment-text.ts'
import classes from '../data.module.css'
import { refusalWords } from '../refusal-words.ts'
import { spanWords, targetWords, undoWords } from './import-words.ts'

/** The files taken in so far, newest first, each with a way to take it back. */
export function ImportList() {
  const imports = useQuery(endpointQuery(getImports, { query: {} }))
  const queries = useQueryClient()
  const [asked, setAsked] = useState<ImportRow | null>(null)
  const undoing = useMutation({
    mutationFn: ({ id }: ImportRow) => call(postImportUndo, { params: { import: id } }),
    onSettled: () => queries.invalidateQueries(),
  })
  return (
    <section className={classes['card']} aria-labelledby="imports">
      <h2 id="imports">Taken in so far</h2>
      <div aria-live="polite" className={classes['live']}>
        {undoing.data === undefined ? null : (
          <p>
            {undoing.data.data.file_name} was taken back:{' '}
            {formatAmount(undoing.data.data.rows_undone ?? 0, 'row', 'rows')} undone.
          </p>
        )}
      </div>
      <div role="alert" className={classes['live']}>
        {undoing.error === null ? null : (
          <p className={classes['error']}>Not taken back: {refusalWords(undoing.error)}</p>
        )}
      </div>
      <Loaded query={imports} what="The imports" height={120}>
        <ImportTable
          rows={imports.data?.data ?? []}
          undoing={undoing.isPending ? undoing.variables.id : null}
          onUndo={setAsked}
        />
      </Loaded>
      {asked === null ? null : (
        <ConfirmDialog
          title={`Take back ${asked.file_name}?`}
          confirm="Take it back"
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null)
            undoing.mutate(asked)
          }}
        >
          {undoWords(asked)}
        </ConfirmDialog>
      )}
    </section>
  )
}

type ImportTableProps = {
  readonly rows: readonly ImportRow[]
  /** Id of the import that is being taken back. */
  readonly undoing: number | null
  readonly onUndo: (row: ImportRow) => void
}

function ImportTable({ rows: all, undoing, onUndo }: ImportTableProps) {
  const momentText = useMomentText()
  const { rows, more } = useGrowingRows(all)
  if (all.length === 0) return <p className={classes['faint']}>No file has been taken in yet.</p>
  return (
    <>
      <table className={`${classes['table']} ${classes['stacked']}`}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Into</th>
            <th scope="col">Days</th>
            <th scope="col">Rows written</th>
            <th scope="col">When</th>
            <th scope="col">Take back</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-dimmed={row.undone_at !== null}>
              <th scope="row">
                {row.file_name}
                <span className={classes['note']}>
                  {row.source_note}; {row.licence_note}
                </span>
              </th>
              <td data-name="Into">{targetWords(row)}</td>
              <td data-name="Days">{spanWords(row)}</td>
              <td data-name="Rows written">
                {formatCount(row.rows_written)} of {formatCount(row.rows_read)}
              </td>
              <td data-name="When">{momentText(row.imported_at, null)}</td>
              <td>
                {row.undone_at === null ? (
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={undoing === row.id}
                    disabled={undoing !== null}
                    aria-label={`Undo the import of ${row.file_name}`}
                    onClick={() => onUndo(row)}
                  >
                    Undo
                  </Button>
                ) : (
                  `undone ${momentText(row.undone_at, null)}`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}
