/** Codes of filings as words. */
import { filingCategorySchema, type FilingCategory } from '@oreline/shared/domain/filings/filing.ts'

const categories: Readonly<Record<FilingCategory, string>> = {
  results: 'Results',
  'annual-report': 'Annual report',
  'quarterly-report': 'Quarterly report',
  'current-report': 'Current report',
  'capital-raising': 'Capital raising',
  ownership: 'Ownership',
  governance: 'Governance',
  dividend: 'Dividend',
  'trading-halt': 'Trading halt',
  'late-filing': 'Late filing',
  registration: 'Registration',
  correspondence: 'Correspondence',
  other: 'Other',
}

/** A category this page does not know stands for itself. */
export function filingCategoryWords(category: string): string {
  const known = filingCategorySchema.safeParse(category)
  return known.success ? categories[known.data] : category
}
