import { formatAmount, formatCount } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import shared from '../data.module.css'
import classes from './json-file.module.css'

export type FaultTableProps = {
  readonly faults: readonly { readonly field: string; readonly why: string }[]
  /** Of all, of which the first are given. */
  readonly count: number
}

/** What is wrong with a file, each fault by its place; nothing where there is none. */
export function FaultTable({ faults, count }: FaultTableProps) {
  if (count === 0) return null
  return (
    <Notice
      tone="bad"
      title={
        count > faults.length
          ? `The first ${formatCount(faults.length)} of ${formatCount(count)} faults`
          : formatAmount(count, 'fault', 'faults')
      }
    >
      <table className={`${shared['table']} ${shared['stacked']}`}>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ field, why }) => (
            <tr key={`${field} ${why}`}>
              <th scope="row">
                <code className={classes['where']}>{field}</code>
              </th>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  )
}
