import { SegmentedControl } from '@mantine/core'
import classes from '../data.module.css'
import { BarFields } from './bar-fields.tsx'
import { CommodityFields } from './commodity-fields.tsx'
import { ChoiceField, TextField } from './draft-field.tsx'
import type { ImportKind } from './import-draft.ts'
import type { ImportForm } from './use-import.ts'

const kinds: readonly { readonly value: ImportKind; readonly label: string }[] = [
  { value: 'bars', label: 'Prices of a stock' },
  { value: 'commodity', label: 'A commodity price' },
  { value: 'fx', label: 'Exchange rates' },
]

/** Step 2: what the file does not say of itself; only what its kind needs. */
export function DescribeFile({ form }: { readonly form: ImportForm }) {
  const { draft, change, errors } = form
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="What the file holds"
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        data={[...kinds]}
      />
      {draft.kind === 'fx' ? (
        <p className={classes['soft']}>
          One column per currency, named by its three letters, in units of that currency for 1 EUR, as the
          European Central Bank publishes them.
        </p>
      ) : null}
      <div className={classes['fields']}>
        {draft.kind === 'bars' ? <BarFields form={form} /> : null}
        {draft.kind === 'commodity' ? <CommodityFields form={form} /> : null}
        <ChoiceField
          form={form}
          name="date_format"
          label="How days are written"
          choices={[
            ['auto', 'As in 2025-07-09 (told by itself)'],
            ['dd/mm/yyyy', '09/07/2025 is 9 July'],
            ['mm/dd/yyyy', '09/07/2025 is 7 September'],
          ]}
        />
        <ChoiceField
          form={form}
          name="existing"
          label="Days that are held already"
          choices={[
            ['fill', 'Leave as they are, fill the gaps'],
            ['replace', 'Replace by the file'],
          ]}
        />
        <TextField
          form={form}
          name="source_note"
          label="Who published the figures"
          placeholder="KOMIS, Korea Mine Rehabilitation and Mineral Resources"
        />
        <TextField form={form} name="licence_note" label="Terms or licence" placeholder="for my own use" />
      </div>
      {errors.kind === undefined ? null : <p className={classes['error']}>{errors.kind}</p>}
    </>
  )
}
