import { ChoiceField, TextField } from './draft-field.tsx'
import type { ImportForm } from './use-import.ts'

/** Everything a new commodity series stands on; what is left empty is not known, and never guessed. */
export function SeriesFields({ form }: { readonly form: ImportForm }) {
  return (
    <>
      <TextField
        form={form}
        name="elements"
        label="Elements"
        placeholder="such as Nd Pr"
        description="Chemical symbols; needed to convert oxide and metal"
      />
      <ChoiceField
        form={form}
        name="form"
        label="What is priced"
        choices={[
          ['', 'Choose'],
          ['oxide', 'oxide'],
          ['metal', 'metal'],
          ['alloy', 'alloy'],
          ['concentrate', 'concentrate'],
          ['magnet', 'magnet'],
          ['other', 'something else'],
        ]}
      />
      <TextField form={form} name="currency" label="Currency" placeholder="such as CNY" />
      <ChoiceField
        form={form}
        name="per"
        label="Per"
        choices={[
          ['', 'Choose'],
          ['kg', 'kilogram'],
          ['t', 'tonne (1,000 kg)'],
          ['lb', 'pound'],
        ]}
      />
      <ChoiceField
        form={form}
        name="scale"
        label="Figures are in"
        choices={[
          ['1', 'single units of the currency'],
          ['1000', 'thousands'],
          ['10000', 'ten thousands (万元)'],
          ['1000000', 'millions'],
        ]}
      />
      <TextField
        form={form}
        name="vat_percent"
        label="Value-added tax inside, percent"
        placeholder="not known"
        description="13 in Chinese domestic prices, 0 where there is none"
        isFigure
      />
      <TextField form={form} name="incoterm" label="Terms of delivery" placeholder="such as FOB China" />
      <TextField
        form={form}
        name="purity_percent"
        label="Purity, percent"
        placeholder="such as 99.5"
        isFigure
      />
      <ChoiceField
        form={form}
        name="frequency"
        label="Published"
        choices={[
          ['', 'Choose'],
          ['daily', 'daily'],
          ['weekly', 'weekly'],
          ['monthly', 'monthly'],
          ['irregular', 'irregularly'],
        ]}
      />
    </>
  )
}
