import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { inputId } from '../../ui/field-focus.ts'
import { FieldGroup } from '../../ui/field-group.tsx'
import { errorUnder, type FieldErrors } from '../../ui/form-errors.ts'
import form from '../../ui/form.module.css'
import type { RowPart } from './edit-button.tsx'
import { entriesIn, withEntry, withoutEntry, type RowDraft } from './row-draft.ts'
import {
  isFixed,
  isGroup,
  rowFieldWords,
  rowNodes,
  type RowField,
  type RowList,
  type RowNode,
} from './row-fields.ts'

export type RowFormProps = {
  readonly part: RowPart
  readonly draft: RowDraft
  readonly errors: FieldErrors
  readonly isBusy: boolean
  readonly onChange: (draft: RowDraft) => void
}

/** Every field of a row, each with what is wrong with it. */
export function RowForm(props: RowFormProps) {
  return (
    <div className={form['fields']}>
      {rowNodes(props.part).map((node) => (
        <Node key={node.path} node={node} {...props} />
      ))}
    </div>
  )
}

function Node({ node, ...props }: RowFormProps & { readonly node: RowNode }) {
  if (node.control === 'list') return <Entries list={node} {...props} />
  if (!isGroup(node)) return <Field field={node} {...props} />
  return node.parts.map((part) => <Node key={part.path} node={part} {...props} />)
}

/** Entries with fields of their own, to add and to take out. */
function Entries({ list, ...props }: RowFormProps & { readonly list: RowList }) {
  const { draft, errors, isBusy, onChange } = props
  const { path } = list
  const one = rowFieldWords(path).replace(/s$/, '')
  return (
    <FieldGroup path={`row.${path}`} legend={rowFieldWords(path)} error={errors[`row.${path}`] ?? null}>
      {Array.from({ length: entriesIn(draft, path) }, (_, place) => (
        <fieldset key={place} className={form['item']}>
          <legend>{`${one} ${place + 1}`}</legend>
          <div className={form['tools']}>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`Take out ${one.toLowerCase()} ${place + 1}`}
              disabled={isBusy}
              onClick={() => onChange(withoutEntry(draft, path, place))}
            >
              Take out
            </Button>
          </div>
          <div className={form['fields']}>
            {list.entry(place).map((node) => (
              <Node key={node.path} node={node} {...props} />
            ))}
          </div>
        </fieldset>
      ))}
      <Button
        className={form['add'] ?? ''}
        size="compact-xs"
        variant="default"
        disabled={isBusy}
        onClick={() => onChange(withEntry(draft, list))}
      >
        Add a {one.toLowerCase()}
      </Button>
    </FieldGroup>
  )
}

function Field({
  part,
  field,
  draft,
  errors,
  isBusy,
  onChange,
}: RowFormProps & { readonly field: RowField }) {
  const { path } = field
  const change = (value: RowDraft[string]) => onChange({ ...draft, [path]: value })
  const label = rowFieldWords(path)
  const error = errorUnder(errors, `row.${path}`)
  const value = draft[path]
  const text = typeof value === 'string' ? value : ''
  const common = {
    id: inputId(`row.${path}`),
    size: 'xs',
    label,
    error,
    disabled: isBusy || isFixed(part, path),
    withAsterisk: field.isAsked && field.control !== 'names' && path !== 'note',
  } as const
  switch (field.control) {
    case 'flag':
      return (
        <Checkbox
          {...{ id: common.id, size: 'xs', label, error, disabled: isBusy }}
          className={form['flag'] ?? ''}
          checked={value === true}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      )
    case 'boxes':
      return (
        <Boxes
          field={field}
          chosen={Array.isArray(value) ? value : []}
          {...{ label, error, isBusy, change }}
        />
      )
    case 'one':
      return (
        <NativeSelect
          {...common}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          data={[
            ...(field.empty === 'needed' && text !== '' ? [] : [{ value: '', label: '–' }]),
            ...field.options.map((option) => ({ value: option, label: option.replaceAll('-', ' ') })),
          ]}
        />
      )
    case 'area':
      return (
        <Textarea
          {...common}
          className={form['wide'] ?? ''}
          rows={2}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )
    case 'line':
    case 'names':
    case 'day':
    case 'figure':
      return (
        <TextInput
          {...common}
          type={field.control === 'day' ? 'date' : 'text'}
          inputMode={field.control === 'figure' ? 'decimal' : 'text'}
          autoComplete="off"
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )
  }
}

type BoxesProps = {
  readonly field: RowField & { readonly control: 'boxes' | 'one' }
  readonly chosen: readonly string[]
  readonly label: string
  readonly error: string | null
  readonly isBusy: boolean
  readonly change: (chosen: readonly string[]) => void
}

/** In the order of the schema, however they were chosen. */
function Boxes({ field, chosen, label, error, isBusy, change }: BoxesProps) {
  return (
    <FieldGroup path={`row.${field.path}`} legend={label} error={error}>
      <div className={form['boxes']} data-dense>
        {field.options.map((option) => (
          <Checkbox
            key={option}
            size="xs"
            label={option}
            checked={chosen.includes(option)}
            disabled={isBusy}
            onChange={(event) => {
              const isIn = event.currentTarget.checked
              change(field.options.filter((one) => (one === option ? isIn : chosen.includes(one))))
            }}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
