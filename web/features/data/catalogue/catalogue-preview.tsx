import { Checkbox } from '@mantine/core'
import type { CataloguePreview } from '@oreline/shared/api/policy-catalogue.ts'
import { FieldDiff } from '../../../ui/field-diff.tsx'
import { formatAmount, formatCount } from '../../../ui/format.ts'
import shared from '../data.module.css'
import { FaultTable } from '../json/fault-table.tsx'
import classes from '../json/json-file.module.css'
import { PlanCounts } from '../json/plan-counts.tsx'
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
      <FaultTable faults={preview.faults} count={preview.fault_count} />
      <PlanCounts
        added={added.length}
        changed={changed.length}
        unchanged={preview.unchanged}
        missing={missing.length + removed.length}
      />
      {added.length === 0 ? null : (
        <details>
          <summary>{formatAmount(added.length, 'new event', 'new events')}</summary>
          <Names events={added} />
        </details>
      )}
      {changed.length === 0 ? null : (
        <details open={changed.length < 6}>
          <summary>{formatAmount(changed.length, 'changed event', 'changed events')}</summary>
          <ul className={classes['entries']}>
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

function Names({ events }: { readonly events: CataloguePreview['added'] }) {
  return (
    <ul className={classes['entries']}>
      {events.map(({ id, title }) => (
        <li key={id}>
          {title} <span className={shared['faint']}>{id}</span>
        </li>
      ))}
    </ul>
  )
}
