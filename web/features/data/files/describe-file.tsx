import classes from '../data.module.css'
import { BarFields } from './bar-fields.tsx'
import { CommodityFields } from './commodity-fields.tsx'
import { ChoiceField, TextField } from './draft-field.tsx'
import type { ImportForm } from './use-import.ts'

const kinds = [
  ['bars', 'daily prices of a stock'],
  ['commodity', 'a commodity price'],
  ['fx', 'exchange rates'],
] as const

/** Step 2: what the file does not say of itself; only what its kind needs. */
export function DescribeFile({ form }: { readonly form: ImportForm }) {
  const { draft, errors } = form
  return (
    <>
      {draft.kind === 'fx' ? (
        <p className={classes['soft']}>
          One column per currency, named by its three letters, in units of that currency for 1 EUR, as the
          European Central Bank publishes them.
        </p>
      ) : null}
      <div className={classes['fields']}>
        <ChoiceField form={form} name="kind" label="The file holds" choices={kinds} />
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
          placeholder="such as KOMIS, Korea"
        />
        <TextField
          form={form}
          name="licence_note"
          label="Terms or licence"
          placeholder="such as: for my own use"
        />
      </div>
      {errors.kind === undefined ? null : <p className={classes['error']}>{errors.kind}</p>}
    </>
  )
}
