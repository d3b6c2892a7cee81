import type { Option } from '../define-command.ts'

/** In the order of help: what is done, what the file is, what its figures stand on. */
export const importOptions: readonly Option[] = [
  { name: 'kind', takes: 'KIND', does: 'bars (told by --ticker), commodity (told by --series) or fx' },
  { name: 'source', takes: 'TEXT', does: 'who published the figures' },
  { name: 'licence', takes: 'TEXT', does: 'on which terms they may be kept' },
  {
    name: 'replace',
    takes: null,
    does: 'also correct days that are held; else only missing days are filled',
  },
  { name: 'dry-run', takes: null, does: 'say what it would do, and do nothing' },
  { name: 'list', takes: null, does: 'list the files that were taken in' },
  { name: 'undo', takes: 'NUMBER', does: 'take the import of that number back' },
  { name: 'date-format', takes: 'FORMAT', does: 'dd/mm/yyyy or mm/dd/yyyy, where the file writes days so' },
  { name: 'ticker', takes: 'TICKER', does: 'bars: whose' },
  {
    name: 'currency',
    takes: 'CODE',
    does: 'bars: the instrument’s own unless given; commodity: of the price',
  },
  { name: 'basis', takes: 'BASIS', does: 'bars: raw, splits (split-adjusted) or adjusted (dividends too)' },
  { name: 'lots', takes: null, does: 'bars: volumes are in lots of 100 shares' },
  { name: 'series', takes: 'ID', does: 'commodity: lower-case words joined by hyphens' },
  { name: 'value', takes: 'COLUMN', does: 'commodity: the header of the price, where it is not plain' },
  { name: 'low', takes: 'COLUMN', does: 'commodity: the header of the lower bound' },
  { name: 'high', takes: 'COLUMN', does: 'commodity: the header of the upper bound' },
  { name: 'name', takes: 'TEXT', does: 'a new series: its name; the id unless given' },
  { name: 'elements', takes: 'SYMBOLS', does: 'a new series: chemical symbols, Nd,Pr' },
  { name: 'form', takes: 'FORM', does: 'a new series: oxide, metal, alloy, concentrate, magnet or other' },
  { name: 'per', takes: 'UNIT', does: 'a new series: kg, t or lb' },
  { name: 'scale', takes: 'NUMBER', does: 'a new series: figures are in so many units, 10000 for 万元' },
  { name: 'vat', takes: 'PERCENT', does: 'a new series: tax inside the price; not known unless given' },
  { name: 'incoterm', takes: 'TEXT', does: 'a new series: FOB China, EXW; not said unless given' },
  { name: 'purity', takes: 'PERCENT', does: 'a new series: not said unless given' },
  {
    name: 'frequency',
    takes: 'WORD',
    does: 'a new series: daily (unless given), weekly, monthly or irregular',
  },
]
