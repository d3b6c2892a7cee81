/** What a reader has filled in about a file, as text, and the contract's fields it comes to. */
import type { CommodityRow } from '@oreline/shared/api/commodities.ts'
import { commoditySchema } from '@oreline/shared/domain/commodities/commodity.ts'
import { importFieldsSchema } from '@oreline/shared/domain/imports/import-fields.ts'
import type * as z from 'zod'

export type ImportFieldsInput = z.input<typeof importFieldsSchema>
export type ImportKind = ImportFieldsInput['kind']

/** One text per field; empty: not filled in. The names are those of the contract, so that a refusal finds its field. */
export type ImportDraft = {
  readonly kind: ImportKind
  readonly existing: string
  readonly date_format: string
  readonly source_note: string
  readonly licence_note: string
  readonly ticker: string
  readonly currency: string
  readonly basis: string
  readonly volume_unit: string
  /** Id of a held series; empty: a new one, described by the fields below. */
  readonly held: string
  readonly id: string
  readonly name: string
  readonly elements: string
  readonly form: string
  readonly per: string
  readonly scale: string
  readonly vat_percent: string
  readonly incoterm: string
  readonly purity_percent: string
  readonly frequency: string
  /** Headers of the price and its bounds; empty: told by their names. */
  readonly value: string
  readonly low: string
  readonly high: string
}
export type DraftField = keyof ImportDraft
export type DraftErrors = Readonly<Partial<Record<DraftField, string>>>

export const emptyDraft: ImportDraft = {
  kind: 'bars',
  existing: 'fill',
  date_format: 'auto',
  source_note: '',
  licence_note: '',
  ticker: '',
  currency: '',
  basis: '',
  volume_unit: 'shares',
  held: '',
  id: '',
  name: '',
  elements: '',
  form: '',
  per: '',
  scale: '1',
  vat_percent: '',
  incoterm: '',
  purity_percent: '',
  frequency: '',
  value: '',
  low: '',
  high: '',
}

/** In the order in which they stand on the page: the first one with an error takes the focus. */
export const fieldsOfKind: Readonly<Record<ImportKind, readonly DraftField[]>> = {
  bars: [
    'ticker',
    'currency',
    'basis',
    'volume_unit',
    'date_format',
    'existing',
    'source_note',
    'licence_note',
  ],
  fx: ['date_format', 'existing', 'source_note', 'licence_note'],
  commodity: [
    'value',
    'low',
    'high',
    'held',
    'name',
    'id',
    'elements',
    'form',
    'currency',
    'per',
    'scale',
    'vat_percent',
    'incoterm',
    'purity_percent',
    'frequency',
    'date_format',
    'existing',
    'source_note',
    'licence_note',
  ],
}

/** What is said of a field that must be filled in and is not. */
const wanted: DraftErrors = {
  ticker: 'Choose the instrument whose prices these are',
  currency: 'Name the currency, three letters such as CNY',
  basis: 'Say whether prices were adjusted: figures of two kinds must never stand in one line',
  name: 'Give the series a name',
  form: 'Say what is priced: oxide and metal differ by a fifth',
  per: 'Say the mass the price is for',
  frequency: 'Say how often it is published',
  source_note: 'Name who published the figures',
  licence_note: 'Say on which terms they may be kept, if only “for my own use”',
}

export type DraftReading =
  | { readonly kind: 'fields'; readonly fields: ImportFieldsInput }
  | { readonly kind: 'errors'; readonly errors: DraftErrors }

/** The draft as the contract wants it, or what is missing or wrong, by field. `series`: those that are held. */
export function fieldsOf(draft: ImportDraft, series: readonly CommodityRow[]): DraftReading {
  const held = draft.kind === 'commodity' ? series.find(({ id }) => id === draft.held) : undefined
  const missing = missingOf(draft, held !== undefined)
  if (Object.keys(missing).length > 0) return { kind: 'errors', errors: missing }
  const parsed = importFieldsSchema.safeParse(inputOf(draft, held))
  if (parsed.success) return { kind: 'fields', fields: parsed.data }
  const errors: Partial<Record<DraftField, string>> = {}
  for (const { path, message } of parsed.error.issues) {
    const field = fieldAt(path.join('.'))
    if (field !== null) errors[field] ??= message
  }
  return { kind: 'errors', errors: Object.keys(errors).length > 0 ? errors : { kind: parsed.error.message } }
}

/** Of `fields.series.vat_percent` or `vat_percent` the field `vat_percent`; null: none of the page. */
export function fieldAt(parameter: string): DraftField | null {
  const parts = parameter.split('.').toReversed()
  const name = parts.find((part): part is DraftField => Object.hasOwn(emptyDraft, part))
  return name ?? (parts.includes('source') ? 'source_note' : null)
}

function missingOf(draft: ImportDraft, isHeld: boolean): DraftErrors {
  const described: readonly DraftField[] = ['name', 'form', 'currency', 'per', 'frequency']
  return Object.fromEntries(
    fieldsOfKind[draft.kind]
      .filter((field) => draft[field].trim() === '' && !(isHeld && described.includes(field)))
      .flatMap((field) => (wanted[field] === undefined ? [] : [[field, wanted[field]]])),
  )
}

/** Not checked yet: the contract's schema does that. */
function inputOf(draft: ImportDraft, held: CommodityRow | undefined): unknown {
  const { kind, existing, date_format, source_note, licence_note } = draft
  const common = { existing, date_format, source_note, licence_note }
  switch (kind) {
    case 'bars': {
      const { ticker, currency, basis, volume_unit } = draft
      return { kind, ticker, currency: currency.trim().toUpperCase(), basis, volume_unit, ...common }
    }
    case 'fx':
      return { kind, ...common }
    case 'commodity':
      return {
        kind,
        series: held === undefined ? newSeries(draft) : commoditySchema.parse(held),
        ...(draft.value === '' ? {} : { columns: columnsOf(draft) }),
        ...common,
      }
  }
}

function columnsOf({ value, low, high }: ImportDraft) {
  return { value, ...(low === '' ? {} : { low }), ...(high === '' ? {} : { high }) }
}

function newSeries(draft: ImportDraft) {
  const { name, elements, form, currency, per, scale, vat_percent, incoterm, purity_percent, frequency } =
    draft
  return {
    id: draft.id.trim() === '' ? slugOf(name) : draft.id.trim(),
    name,
    elements: elements.split(/[\s,;]+/).filter((symbol) => symbol !== ''),
    form,
    currency: currency.trim().toUpperCase(),
    per,
    scale: numberOf(scale) ?? 1,
    vat_percent: numberOf(vat_percent),
    incoterm: incoterm.trim() === '' ? null : incoterm,
    purity_percent: numberOf(purity_percent),
    frequency,
    source: draft.source_note.trim().slice(0, 120),
    licence_note: draft.licence_note,
  }
}

/** null: left empty, which means not known. NaN, which the schema refuses: no number. */
const numberOf = (text: string) => (text.trim() === '' ? null : Number(text.trim().replace(',', '.')))

/** `NdPr oxide, China` is `ndpr-oxide-china`. */
export const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
