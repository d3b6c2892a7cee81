import { Checkbox } from '@mantine/core'
import { eventFieldWords } from '../../ui/event-fields.ts'
import { inputId } from '../../ui/field-focus.ts'
import { EVENT_LIST, type Editor } from './editor.ts'
import { flagNames, listNames, rowsNames, textNames, type DraftField, type FlagName } from './event-draft.ts'
import { formSections } from './form-fields.ts'
import classes from '../../ui/form.module.css'
import { ListField } from './list-field.tsx'
import { RowsField } from './rows-field.tsx'
import { TextField } from './text-field.tsx'

/** Every field of an event, in sections. */
export function EventForm({ editor }: { readonly editor: Editor }) {
  return (
    <>
      <datalist id={EVENT_LIST}>
        {editor.events.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </datalist>
      {formSections.map(({ id, title, fields }) => (
        <section key={id} className={classes['card']} aria-labelledby={`section-${id}`}>
          <h2 id={`section-${id}`}>{title}</h2>
          <div className={classes['fields']}>
            {fields.map((name) => (
              <Field key={name} editor={editor} name={name} />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

function Field({ editor, name }: { readonly editor: Editor; readonly name: DraftField }) {
  const text = textNames.find((one) => one === name)
  if (text !== undefined) return <TextField editor={editor} name={text} />
  const list = listNames.find((one) => one === name)
  if (list !== undefined) return <ListField editor={editor} name={list} />
  const rows = rowsNames.find((one) => one === name)
  if (rows !== undefined) return <RowsField editor={editor} name={rows} />
  const flag = flagNames.find((one) => one === name)
  return flag === undefined ? null : <FlagField editor={editor} name={flag} />
}

function FlagField({ editor, name }: { readonly editor: Editor; readonly name: FlagName }) {
  const { draft, change } = editor
  const { label, hint } = eventFieldWords[name]
  return (
    <Checkbox
      id={inputId(name)}
      className={classes['flag'] ?? ''}
      size="xs"
      label={label}
      description={hint}
      checked={draft.flags[name]}
      disabled={editor.isBusy}
      onChange={({ currentTarget: { checked } }) =>
        change({ ...draft, flags: { ...draft.flags, [name]: checked } })
      }
    />
  )
}
