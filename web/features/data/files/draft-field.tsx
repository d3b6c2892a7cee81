/** One field of the form: a label, what it means, and what is wrong with it, tied together for a screen reader. */
import { NativeSelect, TextInput } from '@mantine/core'
import type { DraftField, ImportDraft } from './import-draft.ts'
import type { ImportForm } from './use-import.ts'

/** Inputs beside each other line up, whatever is said of them. */
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

/** The id of a field's input, so that the first one with an error can take the focus. */
export const inputId = (name: DraftField) => `import-${name}`

type FieldProps = {
  readonly form: ImportForm
  readonly name: DraftField
  readonly label: string
  readonly description?: string
}

type TextFieldProps = FieldProps & {
  readonly placeholder?: string
  /** Figures bring up the keys for figures on a phone. */
  readonly isFigure?: boolean
}

export function TextField({ form, name, placeholder = '', isFigure = false, ...words }: TextFieldProps) {
  return (
    <TextInput
      id={inputId(name)}
      size="xs"
      {...words}
      inputWrapperOrder={ORDER}
      placeholder={placeholder}
      value={form.draft[name]}
      error={form.errors[name]}
      disabled={form.isTaking}
      inputMode={isFigure ? 'decimal' : 'text'}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => form.change(patchOf(name, event.currentTarget.value))}
    />
  )
}

type ChoiceFieldProps = FieldProps & {
  /** Value and label; a value that is empty means that nothing is chosen. */
  readonly choices: readonly (readonly [value: string, label: string])[]
  /** Further fields that follow from the choice. */
  readonly onChoose?: (value: string) => Partial<ImportDraft>
}

export function ChoiceField({ form, name, choices, onChoose, ...words }: ChoiceFieldProps) {
  return (
    <NativeSelect
      id={inputId(name)}
      size="xs"
      {...words}
      inputWrapperOrder={ORDER}
      value={form.draft[name]}
      error={form.errors[name]}
      disabled={form.isTaking}
      onChange={(event) => {
        const { value } = event.currentTarget
        form.change({ ...patchOf(name, value), ...onChoose?.(value) })
      }}
      data={choices.map(([value, label]) => ({ value, label }))}
    />
  )
}

const patchOf = (name: DraftField, value: string): Partial<ImportDraft> => ({ [name]: value })
