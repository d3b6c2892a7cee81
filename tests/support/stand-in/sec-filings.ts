/** Filings made up for MP and UUUU: four quarters a year with their results, an insider a month, and rarities. */
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { timeZoneSchema, wallTimeSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { addDays, instantAt, isWeekday } from '@oreline/shared/domain/calendar/wall-clock.ts'

/** One place of EDGAR's columns. `acceptance` as the answer shall print it. */
export type SecDraftRow = {
  accessionNumber: string
  filingDate: string
  reportDate: string
  acceptanceDateTime: string
  form: string
  items: string
  primaryDocument: string
  primaryDocDescription: string
}

/** An answer before it is written as JSON; scenarios change it in place. */
export type SubmissionsDraft = {
  cik: string
  rows: SecDraftRow[]
  /** The older part of the list; `file` is its name, null when there is none. */
  file: string | null
  /** Whether this is the older part itself: columns without a wrapper. */
  isShard: boolean
  tickers: string[]
  /** Columns put in place of, or beside, those of the rows. */
  columns: Record<string, unknown>
}

export type Registrant = { readonly cik: string; readonly ticker: string; readonly prefix: string }

export const registrants: readonly Registrant[] = [
  { cik: '0001801368', ticker: 'mp', prefix: '0001801368' },
  { cik: '0001385849', ticker: 'uuuu', prefix: '0001385849' },
]

const newYork = timeZoneSchema.parse('America/New_York')

/** Newest first, filed on or before `today`. */
export function filingsOf({ prefix, ticker }: Registrant, today: IsoDate): SecDraftRow[] {
  let number = 0
  const row = (
    form: string,
    filed: string,
    rest: Partial<SecDraftRow> & { at?: string } = {},
  ): SecDraftRow => {
    const { at = '16:05', ...cells } = rest
    const filingDate = onWeekday(filed)
    number += 1
    return {
      accessionNumber: `${prefix}-${filingDate.slice(2, 4)}-${String(number).padStart(6, '0')}`,
      filingDate,
      reportDate: '',
      acceptanceDateTime: instantAt(filingDate, wallTimeSchema.parse(at), newYork),
      form,
      items: '',
      primaryDocument: `${ticker}-${filingDate}.htm`,
      primaryDocDescription: form,
      ...cells,
    }
  }
  const quarter = (form: string, filed: string, reportDate: string): SecDraftRow[] => [
    row('8-K', filed, { reportDate: onWeekday(filed), items: '2.02,9.01', at: '16:01' }),
    row(form, filed, { reportDate }),
  ]
  const rows = [2020, 2021, 2022, 2023, 2024, 2025, 2026].flatMap((year) => [
    ...quarter('10-K', `${year}-02-25`, `${year - 1}-12-31`),
    ...quarter('10-Q', `${year}-05-07`, `${year}-03-31`),
    ...quarter('10-Q', `${year}-08-06`, `${year}-06-30`),
    ...quarter('10-Q', `${year}-11-05`, `${year}-09-30`),
    ...Array.from({ length: 12 }, (_, month) =>
      row('4', `${year}-${String(month + 1).padStart(2, '0')}-15`, {
        at: '18:30',
        primaryDocument: 'xslF345X05/wk-form4_1.xml',
      }),
    ),
  ])
  return [...rows, ...rarities(row)]
    .filter(({ filingDate }) => filingDate <= today)
    .toSorted((a, b) =>
      a.filingDate === b.filingDate ? compare(b, a) : a.filingDate < b.filingDate ? 1 : -1,
    )
}

function rarities(
  row: (form: string, filed: string, rest?: Partial<SecDraftRow> & { at?: string }) => SecDraftRow,
): SecDraftRow[] {
  return [
    row('10-K/A', '2024-04-29', { reportDate: '2023-12-31' }),
    row('NT 10-K', '2022-03-01', { reportDate: '2021-12-31' }),
    row('SC 13G/A', '2024-02-13'),
    row('SCHEDULE 13G/A', '2025-02-13'),
    // Dated when the letter was written, released months later by the SEC's staff.
    row('UPLOAD', '2025-03-03', {
      accessionNumber: '9999999997-25-002345',
      primaryDocument: 'filename1.pdf',
    }),
    row('EFFECT', '2025-06-10', { accessionNumber: '9999999995-25-001234', items: '2025-06-10 16:00:00' }),
    row('S-3ASR', '2021-06-01', { items: ',,', primaryDocument: '' }),
    // After 17:30 a current report gets the next business day's date.
    row('8-K', '2025-07-10', {
      reportDate: '2025-07-09',
      items: '1.01,3.02,9.01',
      acceptanceDateTime: '2025-07-09T22:15:30.000Z',
    }),
  ]
}

function onWeekday(text: string): IsoDate {
  let date = isoDateSchema.parse(text)
  while (!isWeekday(date)) date = addDays(date, 1)
  return date
}

const compare = (a: SecDraftRow, b: SecDraftRow): number => (a.accessionNumber < b.accessionNumber ? -1 : 1)
