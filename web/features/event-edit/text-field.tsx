/** One text of the form as its control: a line, lines, a day, an hour, a number, one of several words. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { eventFieldWords } from '../../ui/event-fields.ts'
import { inputId } from '../../ui/field-focus.ts'
import type { Editor } from './editor.ts'
import { idSuggestion, isNullable, isQuantity, type QuantityName, type TextName } from './event-draft.ts'
import classes from '../../ui/form.module.css'
import { controlOf, wideFields, type TextControl } from './form-fields.ts'
import { errorUnder } from '../../ui/form-errors.ts'

/** Inputs beside each other line up, whatever is said of them. */
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

export type ControlProps = {
  /** The dotted path of what it fills in. */
  readonly path: string
  readonly label: string
  readonly hint?: string | undefined
  readonly control: TextControl
  readonly value: string
  readonly error: string | null
  readonly isRequired?: boolean
  readonly isWide?: boolean
  readonly isDisabled?: boolean
  /** The id of a list of suggestions. */
  readonly list?: string
  readonly onChange: (value: string) => void
}

/** A control with its label, hint and error tied together for a screen reader. */
export function Control({
  path,
  label,
  hint,
  control,
  value,
  error,
  isRequired = false,
  isWide = false,
  isDisabled = false,
  list,
  onChange,
}: ControlProps) {
  const words = {
    id: inputId(path),
    size: 'xs',
    label,
    description: hint,
    error,
    disabled: isDisabled,
    className: isWide || control === 'area' ? (classes['wide'] ?? '') : '',
    withAsterisk: isRequired,
    'aria-required': isRequired,
    inputWrapperOrder: ORDER,
  } as const
  if (control === 'area')
    return (
      <Textarea {...words} rows={3} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    )
  if (typeof control !== 'string')
    return (
      <NativeSelect
        {...words}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: 'Choose' }, ...control]}
      />
    )
  return (
    <TextInput
      {...words}
      type={control === 'day' ? 'date' : control === 'time' ? 'time' : 'text'}
      inputMode={control === 'figure' ? 'decimal' : 'text'}
      list={list}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** A text of the event, as the field table says. */
export function TextField({ editor, name }: { readonly editor: Editor; readonly name: TextName }) {
  const { draft, errors, change } = editor
  const { label, hint } = textWords(name)
  const suggestion = name === 'id' && editor.isNew && draft.texts.id === '' ? idSuggestion(draft) : null
  return (
    <Control
      path={name}
      label={label}
      hint={suggestion === null ? hint : `Such as ${suggestion}`}
      control={controlOf(name)}
      value={draft.texts[name]}
      error={errorUnder(errors, name)}
      isRequired={!isNullable(name)}
      isWide={wideFields.has(name)}
      isDisabled={editor.isBusy || (name === 'id' && !editor.isNew)}
      onChange={(value) => change({ ...draft, texts: { ...draft.texts, [name]: value } })}
    />
  )
}

const quantityWords: Readonly<Record<QuantityName, { readonly label: string; readonly hint: string }>> = {
  'quant.value': { label: 'Figure: value', hint: eventFieldWords.quant.hint ?? '' },
  'quant.unit': { label: 'Figure: unit', hint: 'Such as USD/kg NdPr floor' },
  'quant.period': { label: 'Figure: period', hint: 'What it covers' },
}

const textWords = (name: TextName): { readonly label: string; readonly hint?: string } =>
  isQuantity(name) ? quantityWords[name] : eventFieldWords[name]
