import { ChoiceField, TextField } from './draft-field.tsx'
import type { ImportForm } from './use-import.ts'

/** What a file of daily bars leaves open. */
export function BarFields({ form }: { readonly form: ImportForm }) {
  const { instruments } = form
  return (
    <>
      <ChoiceField
        form={form}
        name="ticker"
        label="Instrument"
        description="One that is followed; others are added under Instruments"
        choices={[
          ['', 'Choose'],
          ...instruments.map(({ ticker, name }) => [ticker, `${ticker}: ${name}`] as const),
        ]}
        onChoose={(ticker) => ({
          currency: instruments.find((one) => one.ticker === ticker)?.currency ?? '',
        })}
      />
      <TextField form={form} name="currency" label="Currency" description="Of the prices in the file" />
      <ChoiceField
        form={form}
        name="basis"
        label="Prices are"
        description="A column named basis in the file goes before this"
        choices={[
          ['', 'Choose'],
          ['raw', 'as traded'],
          ['splits', 'adjusted for splits'],
          ['adjusted', 'adjusted for splits and dividends'],
        ]}
      />
      <ChoiceField
        form={form}
        name="volume_unit"
        label="Volume counts"
        description="Chinese tables often count lots"
        choices={[
          ['shares', 'shares'],
          ['lots', 'lots of 100 shares'],
        ]}
      />
    </>
  )
}
