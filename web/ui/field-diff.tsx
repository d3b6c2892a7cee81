import { VisuallyHidden } from '@mantine/core'
import type { FieldChange } from '@oreline/shared/domain/policy/changed-fields.ts'
import { fieldPathWords } from './event-fields.ts'
import classes from './field-diff.module.css'
import { lineChanges, valueLines } from './value-lines.ts'

/** What changes from one record to another: each field with what went and what came, told by sign and word too. */
export function FieldDiff({
  changes,
}: {
  readonly changes: readonly { readonly field: string; readonly before?: unknown; readonly after?: unknown }[]
}) {
  return (
    <dl className={classes['fields']}>
      {changes.filter(saysAnything).map(({ field, before, after }) => (
        <div key={field} className={classes['field']}>
          <dt>{fieldPathWords(field)}</dt>
          <Change before={before} after={after} />
        </div>
      ))}
    </dl>
  )
}

/** A field that was absent and is empty now says as little as before. */
const saysAnything = ({ before, after }: { readonly before?: unknown; readonly after?: unknown }) =>
  valueLines(before).length + valueLines(after).length > 0

function Change({ before, after }: Pick<FieldChange, 'before' | 'after'>) {
  const { gone, came } = lineChanges(before, after)
  return (
    <>
      {gone.map((line) => (
        <dd key={`gone ${line}`}>
          <del className={`${classes['line']} ${classes['gone']}`}>
            <span>
              <VisuallyHidden>removed: </VisuallyHidden>
              {line}
            </span>
          </del>
        </dd>
      ))}
      {came.map((line) => (
        <dd key={`came ${line}`}>
          <ins className={`${classes['line']} ${classes['came']}`}>
            <span>
              <VisuallyHidden>added: </VisuallyHidden>
              {line}
            </span>
          </ins>
        </dd>
      ))}
    </>
  )
}
