import { isAhead } from '@oreline/shared/domain/filings/acceptance.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { secForm } from '@oreline/shared/domain/filings/sec-forms.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import type { Answer } from '../../http/answer.ts'
import type { Ask, Reading } from '../define-provider.ts'
import { readJson, schemaBroken, statusBroken } from '../read-json.ts'
import { filingFromRow, secRowSchema } from './filing-from-row.ts'
import { columnsSchema, knownColumns, submissionsSchema } from './submissions.ts'
import type { Columns } from './submissions.ts'

/** An older part of the list: its file name, and the last day it holds. */
export type Shard = { readonly name: string; readonly filingTo: string }

/** The registrant's newest filings (a thousand rows or a year); `askShards` turns the older parts into questions. */
export function parseSubmissions(
  answer: Answer,
  cik: string,
  askShards: (shards: readonly Shard[]) => readonly Ask<Filing>[],
): Reading<Filing> {
  if (answer.status !== 200) return parseRefusal(answer, cik)
  const json = readJson(answer, submissionsSchema)
  if (json.kind === 'broken') return json
  const { cik: answered, filings } = json.value
  if (Number(answered) !== Number(cik)) return schemaBroken(`asked for CIK ${cik}, got ${answered}`)
  if (filings.recent.accessionNumber.length === 0 && filings.files.length === 0) return { kind: 'empty' }
  return readColumns(filings.recent, { cik, fetchedAt: answer.fetchedAt, next: askShards(filings.files) })
}

/** One older part: the columns alone. */
export function parseShard(answer: Answer, cik: string): Reading<Filing> {
  if (answer.status !== 200) return parseRefusal(answer, cik)
  const json = readJson(answer, columnsSchema.loose())
  if (json.kind === 'broken') return json
  return readColumns(json.value, { cik, fetchedAt: answer.fetchedAt, next: [] })
}

/** EDGAR's store answers with S3's own XML when there is no such registrant. */
function parseRefusal(answer: Answer, cik: string): Reading<Filing> {
  return answer.status === 404 && answer.text.includes('<Code>NoSuchKey</Code>')
    ? { kind: 'notFound', why: `EDGAR knows no CIK ${cik}`, urgent: true }
    : statusBroken(answer)
}

type Source = { readonly cik: string; readonly fetchedAt: Instant; readonly next: readonly Ask<Filing>[] }

function readColumns(columns: Columns, { cik, fetchedAt, next }: Source): Reading<Filing> {
  const lengths = columnLengths(columns)
  if (new Set(Object.values(lengths)).size > 1)
    return { ...schemaBroken(`columns of unequal length: ${JSON.stringify(lengths)}`), urgent: true }
  const items: Filing[] = []
  const rejects: Reject[] = []
  for (const index of columns.accessionNumber.keys()) {
    const row = rowAt(columns, index)
    const parsed = secRowSchema.safeParse(row)
    if (parsed.success) items.push(filingFromRow(parsed.data, cik, fetchedAt))
    else rejects.push({ index, reason: parsed.error.issues[0]?.message ?? 'not a filing', row })
  }
  if (rejects.length > columns.accessionNumber.length / 5)
    return schemaBroken(`${rejects.length} of ${columns.accessionNumber.length} rows are bad`)
  const drifted = Object.keys(columns).filter((name) => !knownColumns.has(name))
  const ahead = items.filter(({ details }) => isAhead({ text: String(details['acceptance']), fetchedAt }))
  const unknown = new Set(items.flatMap(({ form }) => (secForm(form) === null ? [form] : [])))
  return {
    kind: 'ok',
    items,
    complete: true,
    warnings: [
      ...drifted.map((name) => ({ code: 'H25', detail: `new column ${name}` })),
      ...[...unknown].map((form) => ({
        code: 'F07',
        detail: `form ${form}`,
      })),
      ...(ahead.length > 0
        ? [{ code: 'F12', detail: 'accepted later than now, by their own word', count: ahead.length }]
        : []),
    ],
    rejects,
    next,
  }
}

/** Lengths of the columns that are read; another one may be as long as it likes. */
function columnLengths(columns: Columns): Readonly<Record<string, number>> {
  const { primaryDocDescription, ...required } = columnsSchema.parse(columns)
  const optional = primaryDocDescription === undefined ? {} : { primaryDocDescription }
  return Object.fromEntries(
    Object.entries({ ...required, ...optional }).map(([name, cells]) => [name, cells.length]),
  )
}

const rowAt = (columns: Columns, index: number): Readonly<Record<string, string | undefined>> => ({
  accession: columns.accessionNumber[index],
  form: columns.form[index],
  filingDate: columns.filingDate[index],
  reportDate: columns.reportDate[index],
  acceptance: columns.acceptanceDateTime[index],
  items: columns.items[index],
  document: columns.primaryDocument[index],
  description: columns.primaryDocDescription?.[index] ?? '',
})
