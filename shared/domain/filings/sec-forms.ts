/** EDGAR's form types in plain words (https://www.sec.gov/submit-filings/forms-index). Only an entry here is needed for a new one. */
import type { FilingCategory } from './filing.ts'

/** `family` names forms that changed their name (SC 13G became SCHEDULE 13G in December 2024); null: a family of one. */
export type SecForm = {
  readonly label: string
  readonly category: FilingCategory
  readonly family: string | null
}

const form = (label: string, category: FilingCategory, family: string | null = null): SecForm => ({
  label,
  category,
  family,
})

const forms: ReadonlyMap<string, SecForm> = new Map(
  Object.entries({
    '10-K': form('Annual report', 'annual-report'),
    '10-K405': form('Annual report', 'annual-report'),
    '10-KT': form('Annual report for a transition period', 'annual-report'),
    '20-F': form('Annual report of a foreign issuer', 'annual-report'),
    '40-F': form('Annual report of a Canadian issuer', 'annual-report'),
    '11-K': form('Annual report of an employee plan', 'annual-report'),
    ARS: form('Annual report to shareholders', 'annual-report'),
    '10-Q': form('Quarterly report', 'quarterly-report'),
    '10-QT': form('Quarterly report for a transition period', 'quarterly-report'),
    '8-K': form('Current report', 'current-report'),
    '8-K12B': form('Current report of a successor issuer', 'current-report'),
    '6-K': form('Current report of a foreign issuer', 'current-report'),
    'NT 10-K': form('Late filing notice, annual report', 'late-filing'),
    'NT 10-Q': form('Late filing notice, quarterly report', 'late-filing'),
    'NT 20-F': form('Late filing notice, annual report', 'late-filing'),
    'S-1': form('Registration of securities', 'capital-raising'),
    'S-3': form('Shelf registration', 'capital-raising'),
    'S-3ASR': form('Automatic shelf registration', 'capital-raising'),
    'F-3': form('Shelf registration of a foreign issuer', 'capital-raising'),
    'F-10': form('Registration of a Canadian issuer', 'capital-raising'),
    'S-1MEF': form('Registration of additional securities', 'capital-raising'),
    'S-3MEF': form('Registration of additional securities', 'capital-raising'),
    D: form('Exempt offering', 'capital-raising'),
    FWP: form('Free writing prospectus', 'capital-raising'),
    'S-4': form('Registration for a merger or exchange', 'registration'),
    'S-8': form('Registration of employee shares', 'registration'),
    'S-8 POS': form('Employee shares, post-effective amendment', 'registration'),
    'POS AM': form('Post-effective amendment', 'registration'),
    POSASR: form('Post-effective amendment of a shelf', 'registration'),
    RW: form('Withdrawal of a registration', 'registration'),
    EFFECT: form('Registration declared effective', 'registration'),
    DRS: form('Draft registration', 'registration'),
    '8-A12B': form('Listing registration', 'registration'),
    '8-A12G': form('Registration of a class of securities', 'registration'),
    CERT: form('Listing certified by the exchange', 'registration'),
    CERTNYS: form('Listing certified by NYSE', 'registration'),
    CERTNAS: form('Listing certified by Nasdaq', 'registration'),
    '25': form('Delisting notice', 'registration'),
    '25-NSE': form('Delisting notice by the exchange', 'registration'),
    '15-12B': form('End of reporting', 'registration'),
    '15-12G': form('End of reporting', 'registration'),
    '15-15D': form('Suspension of reporting', 'registration'),
    'DEF 14A': form('Proxy statement', 'governance'),
    DEFA14A: form('Additional proxy material', 'governance'),
    DEFR14A: form('Revised proxy statement', 'governance'),
    DEFM14A: form('Merger proxy statement', 'governance'),
    'PRE 14A': form('Preliminary proxy statement', 'governance'),
    PRER14A: form('Revised preliminary proxy statement', 'governance'),
    PREM14A: form('Preliminary merger proxy statement', 'governance'),
    DFAN14A: form('Proxy material of a non-management party', 'governance'),
    PX14A6G: form('Exempt solicitation of shareholders', 'governance'),
    '425': form('Business combination communication', 'governance'),
    'SC TO-T': form('Tender offer by a third party', 'governance'),
    'SC TO-I': form('Tender offer by the issuer', 'governance'),
    '3': form('Insider: initial holdings', 'ownership'),
    '4': form('Insider: change in holdings', 'ownership'),
    '5': form('Insider: annual statement of changes', 'ownership'),
    '144': form('Notice of a proposed insider sale', 'ownership'),
    'SC 13D': form('Holding above 5 %, active', 'ownership', '13D'),
    'SCHEDULE 13D': form('Holding above 5 %, active', 'ownership', '13D'),
    'SC 13G': form('Holding above 5 %, passive', 'ownership', '13G'),
    'SCHEDULE 13G': form('Holding above 5 %, passive', 'ownership', '13G'),
    '13F-HR': form('Holdings of an institutional manager', 'ownership'),
    '13F-NT': form('Notice of an institutional manager', 'ownership'),
    UPLOAD: form('Letter from the SEC', 'correspondence'),
    CORRESP: form('Letter to the SEC', 'correspondence'),
    DRSLTR: form('Letter to the SEC on a draft', 'correspondence'),
    'NO ACT': form('No-action letter', 'correspondence'),
    'SEC STAFF LETTER': form('Letter from the SEC staff', 'correspondence'),
    'CT ORDER': form('Confidential treatment order', 'correspondence'),
    SD: form('Conflict minerals and payments report', 'other'),
    IRANNOTICE: form('Notice of dealings with Iran', 'other'),
  }),
)

const prospectus = form('Prospectus', 'capital-raising')

/** What an EDGAR form type is; null: not in the table, shown by its code in category `other`. `/A` is looked up without it. */
export function secForm(code: string): SecForm | null {
  const base = baseForm(code)
  return /^424B\d?$/.test(base) ? prospectus : (forms.get(base) ?? null)
}

/** The form without the mark of an amendment: `10-K` of `10-K/A`. */
export function baseForm(code: string): string {
  return code.replace(/\/A$/, '')
}
