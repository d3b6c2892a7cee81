import { Checkbox } from '@mantine/core'
import type { CataloguePreview } from '@oreline/shared/api/policy-catalogue.ts'
import { FieldDiff } from '../../../ui/field-diff.tsx'
import { formatAmount, formatCount } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import shared from '../data.module.css'
import files from '../files/import.module.css'
import classes from './catalogue.module.css'
import type { CatalogueImport } from './use-catalogue-import.ts'

export type CataloguePreviewProps = {
  readonly preview: CataloguePreview
  readonly form: CatalogueImport
}

/** What taking the file in would do, event by event, and what is wrong with it. */
export function CataloguePreviewPanel({ preview, form }: CataloguePreviewProps) {
  const { added, changed, also_changed: others, missing, removed } = preview
  return (
    <div className={classes['preview']}>
      {preview.fault_count === 0 ? null : <Faults preview={preview} />}
      <dl className={files['counts']}>
        <Count name="new" value={added.length} />
        <Count name="change what is held" value={changed.length} />
        <Count name="same as held" value={preview.unchanged} />
        <Count name="not in the file" value={missing.length + removed.length} />
      </dl>
      {added.length === 0 ? null : (
        <details>
          <summary>{formatAmount(added.length, 'new event', 'new events')}</summary>
          <Names events={added} />
        </details>
      )}
      {changed.length === 0 ? null : (
        <details open={changed.length < 6}>
          <summary>{formatAmount(changed.length, 'changed event', 'changed events')}</summary>
          <ul className={classes['events']}>
            {changed.map(({ id, title, fields }) => (
              <li key={id}>
                <p className={classes['title']}>{title}</p>
                <FieldDiff changes={fields} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {others.length === 0 ? null : (
        <details>
          <summary>
            {formatAmount(others.length, 'event', 'events')} outside of the file given the other side of a
            supersession
          </summary>
          <Names events={others} />
        </details>
      )}
      {missing.length + removed.length === 0 ? null : <LeftOut preview={preview} form={form} />}
    </div>
  )
}

/** They stay, unless they are ticked. */
function LeftOut({ preview: { missing, removed }, form }: CataloguePreviewProps) {
  const all = [...removed, ...missing].toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return (
    <details open={removed.length > 0}>
      <summary>
        {formatAmount(all.length, 'event', 'events')} not in the file: {formatCount(missing.length)} kept,{' '}
        {formatCount(removed.length)} taken off
      </summary>
      <fieldset className={classes['leftOut']} disabled={form.isLooking || form.isTaking}>
        <legend>Tick what is to be taken off the timeline</legend>
        {all.map(({ id, title }) => (
          <Checkbox
            key={id}
            size="xs"
            label={title}
            description={id}
            checked={form.remove.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              form.chooseRemoved(checked ? [...form.remove, id] : form.remove.filter((one) => one !== id))
            }
          />
        ))}
      </fieldset>
    </details>
  )
}

function Faults({ preview: { faults, fault_count: count } }: Pick<CataloguePreviewProps, 'preview'>) {
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

function Names({ events }: { readonly events: CataloguePreview['added'] }) {
  return (
    <ul className={classes['events']}>
      {events.map(({ id, title }) => (
        <li key={id}>
          {title} <span className={shared['faint']}>{id}</span>
        </li>
      ))}
    </ul>
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
