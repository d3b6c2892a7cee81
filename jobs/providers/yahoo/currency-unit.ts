/** Prices in a hundredth of a currency, as London, Johannesburg and Tel Aviv quote them, under Yahoo's codes. */
const hundredths: ReadonlyMap<string, string> = new Map(
  Object.entries({ GBp: 'GBP', GBX: 'GBP', ZAc: 'ZAR', ILA: 'ILS' }),
)

/** The major currency of a Yahoo code and what a figure is divided by to be in it. */
export function majorUnit(code: string): { readonly currency: string; readonly per: 1 | 100 } {
  const major = hundredths.get(code)
  return major === undefined ? { currency: code, per: 1 } : { currency: major, per: 100 }
}
