import { ChoiceField, TextField } from './draft-field.tsx'
import { columnGuess, valueColumns } from './file-guess.ts'
import { emptyDraft, slugOf } from './import-draft.ts'
import { SeriesFields } from './series-fields.tsx'
import type { ImportForm } from './use-import.ts'

/** What a file of commodity prices leaves open: which column, and all that its figures stand on. */
export function CommodityFields({ form }: { readonly form: ImportForm }) {
  const { draft, series, chosen } = form
  const columns = valueColumns(chosen?.headers ?? []).map((header) => [header, header] as const)
  return (
    <>
      <ChoiceField
        form={form}
        name="value"
        label="Column of the price"
        choices={[['', columns.length > 1 ? 'The one named value or price' : 'The only one'], ...columns]}
        onChoose={(header) => (draft.held === '' ? filledBy(columnGuess(header), form) : {})}
      />
      {columns.length < 2 ? null : (
        <>
          <ChoiceField
            form={form}
            name="low"
            label="Column of the low"
            choices={[['', 'none'], ...columns]}
          />
          <ChoiceField
            form={form}
            name="high"
            label="Column of the high"
            choices={[['', 'none'], ...columns]}
          />
        </>
      )}
      {series.length === 0 ? null : (
        <ChoiceField
          form={form}
          name="held"
          label="Series"
          description="More points of a series that is held stand on what it stands on"
          choices={[['', 'A new series'], ...series.map(({ id, name }) => [id, name] as const)]}
          onChoose={(id) => {
            const held = series.find((one) => one.id === id)
            return held === undefined ? {} : { source_note: held.source, licence_note: held.licence_note }
          }}
        />
      )}
      {draft.held === '' ? (
        <>
          <TextField form={form} name="name" label="Name" placeholder="such as NdPr oxide, China" />
          <TextField
            form={form}
            name="id"
            label="Short name in addresses"
            placeholder={draft.name === '' ? 'ndpr-oxide-china' : slugOf(draft.name)}
          />
          <SeriesFields form={form} />
        </>
      ) : null}
    </>
  )
}

/** A guess fills what is still as it was at first; what a reader has written stays. */
function filledBy(
  guess: ReturnType<typeof columnGuess>,
  { draft }: ImportForm,
): ReturnType<typeof columnGuess> {
  const former = draft.value === '' ? {} : columnGuess(draft.value)
  const untouched = Object.entries(guess).filter(([name]) => {
    const key = fieldNames.find((one) => one === name)
    if (key === undefined) return false
    return key === 'value' || draft[key] === emptyDraft[key] || draft[key] === former[key]
  })
  return Object.fromEntries(untouched)
}

const fieldNames = [
  'value',
  'name',
  'elements',
  'form',
  'currency',
  'per',
  'incoterm',
  'purity_percent',
] as const
