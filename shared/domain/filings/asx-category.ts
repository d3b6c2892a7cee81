import type { FilingCategory } from './filing.ts'

/** Headlines and the exchange's types, both in English. The first that matches wins; halts stand first, they drive the badge. */
const rules: readonly (readonly [pattern: RegExp, category: FilingCategory])[] = [
  [
    /trading halt|pause in trading|reinstatement|resumption of trading|voluntary suspension|suspen(ded|sion) from (official )?(quotation|trading)/i,
    'trading-halt',
  ],
  [/extension of time to lodge|late lodgement/i, 'late-filing'],
  [/(notice|results) of (annual |extraordinary )?(general )?meeting|\bagm\b|proxy/i, 'governance'],
  [/appendix 4e|full[- ]year|annual report|preliminary final/i, 'annual-report'],
  [/quarterly|appendix [45][bc]\b|(first|third) quarter/i, 'quarterly-report'],
  [/appendix 4d|half[- ]year|interim (results|report)|\bresults\b|guidance|periodic report/i, 'results'],
  [/dividend|distribution/i, 'dividend'],
  [/asx (price |aware )?query|aware letter|response to asx/i, 'correspondence'],
  [/substantial hold|director'?s? interest|appendix 3[xyz]\b|security holder details|top 20/i, 'ownership'],
  [
    /placement|entitlement|share purchase plan|rights issue|capital raising|prospectus|convertible|appendix [23][abgh]\b|issued capital|issue of securities|quotation of securities|cleansing|buy[- ]?back/i,
    'capital-raising',
  ],
  [
    /meeting|director|chief (executive|financial)|constitution|governance|company (secretary|administration)|chairman/i,
    'governance',
  ],
]

/**
 * What an ASX announcement is about. The headline says more than its type (an annual and a quarterly report are both
 * `PERIODIC REPORTS`), so the types, possibly none, are asked second.
 */
export function asxCategory(headline: string, types: readonly string[]): FilingCategory {
  for (const text of [headline, types.join('; ')])
    for (const [pattern, category] of rules) if (pattern.test(text)) return category
  return 'other'
}
