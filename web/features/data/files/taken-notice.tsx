import type { ImportRow } from '@oreline/shared/api/imports.ts'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatAmount } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { spanWords, targetWords } from './import-words.ts'

/** The result of an import, announced. */
export function TakenNotice({
  taken,
  onDismiss,
}: {
  readonly taken: ImportRow
  readonly onDismiss: () => void
}) {
  return (
    <Notice
      tone="info"
      title={`Imported: ${formatAmount(taken.rows_written, 'row', 'rows')} of ${targetWords(taken)}`}
      actions={
        <Button size="compact-sm" variant="default" onClick={onDismiss}>
          Close
        </Button>
      }
    >
      {taken.file_name}, {spanWords(taken)}. <Shown taken={taken} /> It can be taken back in the list below.
    </Notice>
  )
}

function Shown({ taken: { kind, target } }: { readonly taken: ImportRow }) {
  switch (kind) {
    case 'bars':
      return (
        <Link to="/" search={{ tickers: target }}>
          See it on the timeline.
        </Link>
      )
    case 'commodity':
      return (
        <Link to="/data" search={{ part: 'commodities', series: target }}>
          See the series.
        </Link>
      )
    case 'fx':
      return null
  }
}
