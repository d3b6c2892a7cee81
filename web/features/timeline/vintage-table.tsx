import { getVintages } from '@oreline/shared/api/vintages.ts'
import type { IsoDate, Ticker } from '@oreline/shared/kernel/brand.ts'
import { useQuery } from '@tanstack/react-query'
import { endpointQuery } from '../../api.ts'
import { formatFigure } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { sourceName } from '../../ui/source-words.ts'
import { useMomentText } from '../../ui/use-moment-text.ts'
import classes from './panel.module.css'
import { vintageChanges } from './vintage-changes.ts'

/** Every revision of one bar, oldest first, and what each changed; prices as stored, in the currency of the listing. */
export function VintageTable({ ticker, date }: { readonly ticker: Ticker; readonly date: IsoDate }) {
  const momentText = useMomentText()
  const vintages = useQuery(endpointQuery(getVintages, { params: { ticker }, query: { date } }))
  const rows = vintages.data?.data ?? []
  return (
    <Loaded query={vintages} what={`The revisions of ${ticker}`} height={80}>
      {rows.length === 0 ? (
        <p className={classes['faint']}>No revision of this bar is stored.</p>
      ) : (
        <table className={classes['vintages']} aria-label={`Revisions of ${ticker}`}>
          <thead>
            <tr>
              <th scope="col">Stored</th>
              <th scope="col">Source</th>
              <th scope="col">Close</th>
            </tr>
          </thead>
          {rows.map((row, place) => (
            <tbody key={`${row.epoch} ${row.revision}`}>
              <tr>
                <th scope="rowgroup">
                  {momentText(row.recorded_at, null)}
                  <br />
                  {row.superseded_at === null ? 'held since' : `to ${momentText(row.superseded_at, null)}`}
                </th>
                <td>{sourceName(row.source)}</td>
                <td className={classes['figure']}>{formatFigure(row.close)}</td>
              </tr>
              <tr>
                <td colSpan={3} className={classes['faint']}>
                  {vintageChanges(rows[place - 1] ?? null, row)}
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      )}
    </Loaded>
  )
}
