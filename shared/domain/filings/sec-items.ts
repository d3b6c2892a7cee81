/** Items of Form 8-K since 23 August 2004 (https://www.sec.gov/files/form8-k.pdf), shortened to what a reader scans for. */
const items: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '1.01': 'Material agreement',
    '1.02': 'End of a material agreement',
    '1.03': 'Bankruptcy or receivership',
    '1.04': 'Mine safety',
    '1.05': 'Cybersecurity incident',
    '2.01': 'Acquisition or disposal completed',
    '2.02': 'Results of operations',
    '2.03': 'New financial obligation',
    '2.04': 'Obligation accelerated',
    '2.05': 'Exit or restructuring costs',
    '2.06': 'Material impairment',
    '3.01': 'Listing rule notice',
    '3.02': 'Unregistered sale of shares',
    '3.03': 'Change of shareholder rights',
    '4.01': 'Change of auditor',
    '4.02': 'Earlier accounts not to be relied on',
    '5.01': 'Change of control',
    '5.02': 'Directors and officers',
    '5.03': 'Articles or bylaws',
    '5.04': 'Employee plan blackout',
    '5.05': 'Code of ethics',
    '5.06': 'End of shell company status',
    '5.07': 'Shareholder vote',
    '5.08': 'Director nominations',
    '6.01': 'Asset-backed securities',
    '7.01': 'Regulation FD disclosure',
    '8.01': 'Other events',
    '9.01': 'Exhibits',
  }),
)

/** The tokens of EDGAR's `items` column that are item numbers: `2.02`, and `5` of the numbering before 2004. */
export function itemTokens(column: string): readonly string[] {
  return column
    .split(',')
    .map((token) => token.trim())
    .filter((token) => /^\d{1,2}(\.\d{2})?$/.test(token))
}

/** In words, without the exhibits that nearly every report has; numbers without a name are left out. */
export function itemLabels(tokens: readonly string[]): readonly string[] {
  return tokens.filter((token) => token !== '9.01').flatMap((token) => items.get(token) ?? [])
}
