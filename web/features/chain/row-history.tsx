import { getChainRowHistory } from '@oreline/shared/api/chain-edits.ts'
import { useQuery } from '@tanstack/react-query'
import { endpointQuery } from '../../api.ts'
import { FieldDiff } from '../../ui/field-diff.tsx'
import form from '../../ui/form.module.css'
import { Loaded } from '../../ui/loaded.tsx'
import { useMomentText } from '../../ui/use-moment-text.ts'
import type { RowPart } from './edit-button.tsx'
import classes from './edit-dialog.module.css'

/** Every revision of a row, newest first: who, when, why, and what changed. */
export function RowHistory({ id, part }: { readonly id: string; readonly part: RowPart }) {
  const momentText = useMomentText()
  const query = useQuery(
    endpointQuery(getChainRowHistory, { params: { part, slug: id.slice(id.indexOf('/') + 1) }, query: {} }),
  )
  return (
    <Loaded query={query} what="The history" height={60}>
      <ol className={classes['history']}>
        {query.data?.data.map(({ recorded_at: at, revision, action, by, why, fields }) => (
          <li key={`${at} ${action}`}>
            <p>
              <strong>{by ?? 'Shipped with Oreline'}</strong>{' '}
              <span className={form['faint']}>
                {momentText(at, null)}
                {revision === null ? '' : `, revision ${revision}`}
              </span>
            </p>
            {why === null ? null : <p>{why}</p>}
            {by === null ? null : <FieldDiff changes={fields} />}
          </li>
        ))}
      </ol>
    </Loaded>
  )
}
