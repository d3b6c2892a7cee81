import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import type { Reject } from '@oreline/shared/kernel/outcome.ts'
import { DomUtils, parseDocument } from 'htmlparser2'
import type { Answer } from '../../http/answer.ts'
import type { Reading } from '../define-provider.ts'
import { schemaBroken, statusBroken } from '../read-json.ts'
import { filingFromCells } from './filing-from-cells.ts'

/**
 * A company's announcements of a year: one table with date, price-sensitive mark and headline. The page of the whole
 * market has a column of codes more, which tells that the filter was passed over.
 */
export function parseYear(
  answer: Answer,
  { code, year }: { readonly code: string; readonly year: number },
): Reading<Filing> {
  if (answer.status !== 200) return statusBroken(answer)
  const page = parseDocument(answer.text)
  const headings = DomUtils.getElementsByTagName('th', page).map((cell) => DomUtils.textContent(cell).trim())
  if (headings.some((heading) => /\bcode\b/i.test(heading)))
    return {
      kind: 'broken',
      why: 'filter-ignored',
      detail: `a list of the whole market, not of ${code}`,
      urgent: true,
    }
  const rows = DomUtils.getElementsByTagName('tr', page)
    .map((row) => DomUtils.getElementsByTagName('td', row))
    .filter((cells) => cells.length >= 3)
  if (rows.length === 0)
    return /no (company )?announcements/i.test(DomUtils.textContent(page))
      ? { kind: 'empty' }
      : schemaBroken(`no table of announcements for ${year}`)
  const items: Filing[] = []
  const rejects: Reject[] = []
  for (const [index, cells] of rows.entries()) {
    const filing = filingFromCells(cells)
    if (filing === null)
      rejects.push({
        index,
        reason: 'no date, headline or link',
        row: cells.map((cell) => DomUtils.textContent(cell).trim()),
      })
    else items.push(filing)
  }
  if (rejects.length > rows.length / 5)
    return schemaBroken(`${rejects.length} of ${rows.length} rows are bad`)
  return { kind: 'ok', items, complete: true, warnings: [], rejects, next: [] }
}
