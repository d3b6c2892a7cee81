import { formatCount } from '../../../ui/format.ts'
import files from '../files/import.module.css'

export type PlanCountsProps = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly missing: number
}

/** What taking a file in would do, in four figures. */
export function PlanCounts({ added, changed, unchanged, missing }: PlanCountsProps) {
  return (
    <dl className={files['counts']}>
      <Count name="new" value={added} />
      <Count name="change what is held" value={changed} />
      <Count name="same as held" value={unchanged} />
      <Count name="not in the file" value={missing} />
    </dl>
  )
}

function Count({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div className={files['count']}>
      <dt>{name}</dt>
      <dd>{formatCount(value)}</dd>
    </div>
  )
}
