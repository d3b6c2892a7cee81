/**
 * Manners towards a provider's hosts, one definition per provider. All its hosts share one queue and one row of the
 * host ledger, so the gap holds over all of them and over all processes; redirects stay inside.
 */
export type HostPolicy = {
  /** Key in the host ledger: `sec`. */
  readonly group: string
  /** The real hosts, lower case: `data.sec.gov`, `www.sec.gov`. */
  readonly hosts: readonly string[]
  /** Least time between the starts of two requests. 150 ms are at most 7 requests in any second. */
  readonly gapMs: number
  /**
   * Silence after a 429 without a usable `Retry-After`, a 403 and a challenge page; doubles with each in a row, up to
   * 6 h. Also the least silence when `Retry-After` is shorter. Default 5 min; SEC needs 11 min.
   */
  readonly coolDownMs?: number
  /** Statuses that say that the day's allowance is spent: no request for the longest silence there is. */
  readonly spent?: readonly number[]
  /** What a 401 or 403 means here; by default 401 is `auth` and 403 is `waf`. */
  readonly denial?: (denied: Denied) => Denial
}

/** A 401 or 403 as the host sent it; `text` is its page. */
export type Denied = {
  readonly status: 401 | 403
  readonly contentType: string | null
  readonly text: string
}

/** `auth`: broken until key or contact change, `waf`: blocked for the cool-down, `answer`: for the parser to read. */
type Denial = 'auth' | 'waf' | 'answer'
