/**
 * What a file gives away about itself by its name and its first line, to begin the form with. A guess is only ever a
 * start: the reader sees each field and can change it, and what cannot be told is left empty.
 */
import type { InstrumentRow } from '@oreline/shared/api/instruments.ts'
import { rareEarthSchema } from '@oreline/shared/domain/chain/element.ts'
import { formSchema, massUnitSchema } from '@oreline/shared/domain/commodities/commodity.ts'
import { emptyDraft, type ImportDraft, type ImportKind } from './import-draft.ts'

const CLOSE = /^(adj[ ._-]?)?(close|last|settle|收盘价?)$/i
const DAY = /^(date|day|time|timestamp|日期|交易日期?|时间|年|月|日)$/i
const CURRENCY = /^[A-Z]{3}$/

/** The names of the columns, without quotes; empty for a text without a first line. */
export function headersOf(text: string): readonly string[] {
  const line =
    text
      .replace(/^\uFEFF/, '')
      .trimStart()
      .split(/\r?\n/, 1)[0] ?? ''
  const separator = [',', ';', '\t'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0] ?? ','
  return line.split(separator).map((header) => header.trim().replace(/^"(.*)"$/, '$1'))
}

/** Columns that can hold a price: all but those of the day. */
export const valueColumns = (headers: readonly string[]) =>
  headers.filter((header) => header !== '' && !DAY.test(header))

/** A draft to start from. */
export function guessDraft(
  fileName: string,
  headers: readonly string[],
  instruments: readonly InstrumentRow[],
): ImportDraft {
  const kind = kindOf(headers)
  const instrument = kind === 'bars' ? instrumentIn(fileName, instruments) : undefined
  const [only, ...others] = valueColumns(headers)
  return {
    ...emptyDraft,
    kind,
    ticker: instrument?.ticker ?? '',
    currency: instrument?.currency ?? '',
    ...(kind === 'commodity' && only !== undefined && others.length === 0 ? columnGuess(only) : {}),
  }
}

function kindOf(headers: readonly string[]): ImportKind {
  if (headers.some((header) => CLOSE.test(header))) return 'bars'
  const values = valueColumns(headers)
  return values.length > 0 && values.every((header) => CURRENCY.test(header)) ? 'fx' : 'commodity'
}

/** `LYC.AX_naveenf.csv` and `600111 daily.csv` begin with a ticker, with or without its market. */
function instrumentIn(fileName: string, instruments: readonly InstrumentRow[]): InstrumentRow | undefined {
  const name = fileName.toUpperCase()
  const beginsWith = (word: string) => name.startsWith(word) && !/^[A-Z0-9]/.test(name.slice(word.length))
  return (
    instruments.find(({ ticker }) => beginsWith(ticker)) ??
    instruments.find(({ ticker }) => beginsWith(ticker.replace(/\..*/, '')))
  )
}

/** What a column's name says of its price: `nd_metal_99_5_fob_china_usd_kg`. */
export function columnGuess(header: string): Partial<ImportDraft> {
  const words = header.toLowerCase().split(/[^a-z0-9]+/)
  const word = <T extends string>(known: readonly T[]) =>
    known.find((one) => words.includes(one.toLowerCase()))
  const elements = words.includes('ndpr')
    ? ['Nd', 'Pr']
    : rareEarthSchema.options.filter((symbol) => words.includes(symbol.toLowerCase()))
  const form = word(formSchema.options) ?? ''
  const purity = /(?<!\d)(9\d)(?:[._](\d{1,3}))?(?!\d)/.exec(header)
  return {
    value: header,
    name: elements.length > 0 && form !== '' ? `${elements.join('')} ${form}` : '',
    elements: elements.join(' '),
    form,
    currency: word(['USD', 'CNY', 'EUR', 'AUD']) ?? (words.includes('rmb') ? 'CNY' : ''),
    per: word(massUnitSchema.options) ?? '',
    incoterm: words.includes('fob') ? `FOB${words.includes('china') ? ' China' : ''}` : '',
    purity_percent:
      purity === null ? '' : `${purity[1] ?? ''}${purity[2] === undefined ? '' : `.${purity[2]}`}`,
  }
}
