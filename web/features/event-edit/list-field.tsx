import { Button, Checkbox } from '@mantine/core'
import { rareEarthSchema } from '@oreline/shared/domain/chain/element.ts'
import { eventFieldWords } from '../../ui/event-fields.ts'
import { inputId } from '../../ui/field-focus.ts'
import { EVENT_LIST, type Editor } from './editor.ts'
import type { ListName } from './event-draft.ts'
import { FieldGroup } from '../../ui/field-group.tsx'
import { listControls, type Choice } from './form-fields.ts'
import classes from '../../ui/form.module.css'
import { ItemTools, moved } from './item-tools.tsx'
import { errorUnder } from '../../ui/form-errors.ts'
import { Control } from './text-field.tsx'

type ListFieldProps = { readonly editor: Editor; readonly name: ListName }

/** A list of the event: boxes where the schema knows all there is, else entries to add, move and remove. */
export function ListField({ editor, name }: ListFieldProps) {
  const control = listControls[name]
  return control === 'texts' || control === 'events' ? (
    <TextList editor={editor} name={name} isOfEvents={control === 'events'} />
  ) : (
    <Boxes editor={editor} name={name} choices={control} />
  )
}

const withList = ({ draft }: Editor, name: ListName, values: readonly string[]) => ({
  ...draft,
  lists: { ...draft.lists, [name]: [...values] },
})

function Boxes({ editor, name, choices }: ListFieldProps & { readonly choices: readonly Choice[] }) {
  const { label, hint } = eventFieldWords[name]
  const chosen = editor.draft.lists[name]
  const choose = (values: readonly string[]) => editor.change(withList(editor, name, values))
  // In the order of the schema, however they were chosen; a value nobody knows stays, to be refused.
  const inOrder = (values: readonly string[]) => [
    ...choices.map(({ value }) => value).filter((value) => values.includes(value)),
    ...values.filter((value) => !choices.some((choice) => choice.value === value)),
  ]
  return (
    <FieldGroup path={name} legend={label} hint={hint} error={errorUnder(editor.errors, name)}>
      <div className={classes['boxes']} data-dense={name === 'elements'}>
        {choices.map(({ value, label: word }) => (
          <Checkbox
            key={value}
            size="xs"
            label={word}
            checked={chosen.includes(value)}
            disabled={editor.isBusy}
            onChange={({ currentTarget: { checked } }) =>
              choose(inOrder(checked ? [...chosen, value] : chosen.filter((one) => one !== value)))
            }
          />
        ))}
      </div>
      {name === 'elements' ? (
        <div className={classes['row']}>
          <Button
            size="compact-xs"
            variant="default"
            disabled={editor.isBusy}
            onClick={() => choose(inOrder([...new Set([...chosen, ...rareEarthSchema.options])]))}
          >
            All seventeen rare earths
          </Button>
          <Button size="compact-xs" variant="default" disabled={editor.isBusy} onClick={() => choose([])}>
            None
          </Button>
        </div>
      ) : null}
    </FieldGroup>
  )
}

function TextList({ editor, name, isOfEvents }: ListFieldProps & { readonly isOfEvents: boolean }) {
  const { label, hint } = eventFieldWords[name]
  const values = editor.draft.lists[name]
  const put = (next: readonly string[], focus?: string) => editor.change(withList(editor, name, next), focus)
  const titleOf = (id: string) => editor.events.find(({ value }) => value === id)?.label
  return (
    <FieldGroup path={name} legend={label} hint={hint} error={editor.errors[name] ?? null}>
      {values.map((value, place) => (
        // Entries are texts that a reader changes, so that only their place names them.
        <div key={place} className={classes['entry']}>
          <Control
            path={`${name}.${place}`}
            label={`${label} ${place + 1}`}
            hint={isOfEvents ? titleOf(value) : undefined}
            control="line"
            value={value}
            error={errorUnder(editor.errors, `${name}.${place}`)}
            isDisabled={editor.isBusy}
            {...(isOfEvents ? { list: EVENT_LIST } : {})}
            onChange={(text) => put(values.with(place, text))}
          />
          <ItemTools
            what={`${label} ${place + 1}`}
            place={place}
            count={values.length}
            isDisabled={editor.isBusy}
            onMove={(to) => put(moved(values, place, to), `${name}.${to}`)}
            onRemove={() => put(values.toSpliced(place, 1), `${name}-add`)}
          />
        </div>
      ))}
      <Button
        id={inputId(`${name}-add`)}
        className={classes['add'] ?? ''}
        size="compact-xs"
        variant="default"
        disabled={editor.isBusy}
        onClick={() => put([...values, ''], `${name}.${values.length}`)}
      >
        Add to “{label.toLowerCase()}”
      </Button>
    </FieldGroup>
  )
}
