import type { CommodityRow } from '@oreline/shared/api/commodities.ts'
import { ABSENT, formatCount, formatDay, formatQuantity } from '../../../ui/format.ts'
import classes from '../data.module.css'
import { publishedUnit, standsOn } from './commodity-words.ts'

/** Every series with its newest figure and all that it stands on. */
export function CommodityTable({ all }: { readonly all: readonly CommodityRow[] }) {
  return (
    <table className={`${classes['table']} ${classes['stacked']}`}>
      <thead>
        <tr>
          <th scope="col">Series</th>
          <th scope="col">Newest, as published</th>
          <th scope="col">Of</th>
          <th scope="col">Stands on</th>
          <th scope="col">Points</th>
          <th scope="col">Source and terms</th>
        </tr>
      </thead>
      <tbody>
        {all.map((series) => {
          const { id, name, newest_value: value, newest_day: day, first_day: first, points, source } = series
          return (
            <tr key={id}>
              <th scope="row">
                {name}
                <span className={classes['note']}>{id}</span>
              </th>
              <td data-name="Newest">
                {value === null
                  ? ABSENT
                  : `${formatQuantity(value)}${series.scale === 1 ? '' : ' ×'} ${publishedUnit(series)}`}
              </td>
              <td data-name="Of">{day === null ? 'no point yet' : formatDay(day)}</td>
              <td data-name="Stands on">{standsOn(series)}</td>
              <td data-name="Points">
                {formatCount(points)}
                {first === null ? null : <span className={classes['note']}>since {formatDay(first)}</span>}
              </td>
              <td data-name="Source">
                {source}
                <span className={classes['note']}>{series.licence_note}</span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
