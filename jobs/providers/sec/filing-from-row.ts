import { acceptedAt } from '@oreline/shared/domain/filings/acceptance.ts'
import type { Filing, FilingCategory } from '@oreline/shared/domain/filings/filing.ts'
import { baseForm, secForm } from '@oreline/shared/domain/filings/sec-forms.ts'
import { itemLabels, itemTokens } from '@oreline/shared/domain/filings/sec-items.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import * as z from 'zod'

/** One place of the columns, judged by itself. */
export const secRowSchema = z.object({
  accession: z.string().regex(/^\d{10}-\d{2}-\d{6}$/, 'not an accession number'),
  form: z.string().min(1),
  filingDate: isoDateSchema,
  reportDate: z.union([z.literal(''), isoDateSchema]),
  acceptance: z.string(),
  items: z.string(),
  document: z.string(),
  description: z.string(),
})
export type SecRow = z.infer<typeof secRowSchema>

/** Accession numbers the SEC's own staff files under (effectiveness, letters). */
const staffPrefix = /^999999999[57]-/

/**
 * One filing. It links to the index page, which every filing has; documents stand in `details`. The raw acceptance text
 * is kept there too, and belongs to no identity: it changes from poll to poll (providers.md 3.1).
 */
export function filingFromRow(row: SecRow, cik: string, fetchedAt: Instant): Filing {
  const { accession, form, filingDate } = row
  const publishedAt = acceptedAt({ text: row.acceptance, form, filingDate, fetchedAt })
  const tokens = itemTokens(row.items)
  const base = baseForm(form)
  const known = secForm(form)
  return {
    sourceId: accession,
    form,
    category: categoryOf(base, tokens),
    title: titleOf(row, tokens),
    titleEn: null,
    publishedOn: filingDate,
    publishedAt,
    precision: publishedAt === null ? 'day' : 'instant',
    url: `${folderOf(cik, accession)}/${accession}-index.htm`,
    priceSensitive: null,
    details: {
      cik,
      acceptance: row.acceptance,
      ...present('reportDate', row.reportDate),
      ...(tokens.length > 0 ? { items: tokens } : {}),
      ...(row.items.replaceAll(',', '') !== tokens.join('') ? { itemsRaw: row.items } : {}),
      ...documentsOf(row, cik),
      ...present('description', row.description),
      ...(known?.family === null || known === null ? {} : { family: known.family }),
      ...(base === form ? {} : { amendsForm: base }),
      ...(staffPrefix.test(accession) ? { filedByStaff: true } : {}),
    },
  }
}

/** A current report about results (item 2.02) is what a reader looks for as results. */
function categoryOf(base: string, tokens: readonly string[]): FilingCategory {
  if (base === '8-K' && tokens.includes('2.02')) return 'results'
  return secForm(base)?.category ?? 'other'
}

function titleOf({ form, description }: SecRow, tokens: readonly string[]): string {
  const known = secForm(form)
  if (known === null) return description === '' || description === form ? form : `${form}: ${description}`
  const label = baseForm(form) === form ? known.label : `${known.label}, amended`
  const subjects = baseForm(form) === '8-K' ? itemLabels(tokens) : []
  return subjects.length === 0 ? label : `${label}: ${subjects.join('; ')}`
}

/** `xslF345X05/form4.xml` is the rendered view of `form4.xml`. Old rows name no document. */
function documentsOf({ accession, document }: SecRow, cik: string): Readonly<Record<string, string>> {
  if (!/^[\w./ -]+$/.test(document) || document.includes('..')) return {}
  const folder = folderOf(cik, accession)
  const raw = document.replace(/^xsl[^/]*\//, '')
  return {
    document: `${folder}/${encodeURI(document)}`,
    ...(raw === document ? {} : { documentRaw: `${folder}/${encodeURI(raw)}` }),
  }
}

/** EDGAR's folder of a filing: CIK without leading zeros, accession number without hyphens. */
const folderOf = (cik: string, accession: string): string =>
  `https://www.sec.gov/Archives/edgar/data/${Number(cik)}/${accession.replaceAll('-', '')}`

const present = (key: string, value: string): Readonly<Record<string, string>> =>
  value === '' ? {} : { [key]: value }
