/** Where data come from, as a reader of the page needs to know it: who, what, on which terms, with which limits. */
export type SourceDescription = {
  readonly id: string
  readonly name: string
  readonly provides: readonly ('prices' | 'filings' | 'fx' | 'commodities' | 'policy')[]
  /** A second source: the id of the one it stands in for and is held against. Undefined: it is a first one. */
  readonly behind?: string
  /** The provider's public page, for people. */
  readonly homepage: string
  /** Licence and terms in one or two sentences. */
  readonly terms: string
  /** What it cannot give, and how politely it is asked. */
  readonly limits: string
  /** A configuration value without which the source is "needs setup", not broken. */
  readonly needs?: 'SEC_CONTACT' | 'EODHD_API_TOKEN'
  /** It is asked only once the operator has switched it on. */
  readonly offUnlessWanted?: true
  /** Days (or sessions, for prices) after which data count as stale; null: it is asked only when another fails, and may rest. */
  readonly staleAfter: { readonly sessions: number } | { readonly days: number } | null
}
