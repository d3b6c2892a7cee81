/**
 * The query string as flat text, `tickers=MP,LYC.AX&range=1y`: short enough to read and to type. What a value means
 * is the screen's business.
 */
export type Search = { readonly [name: string]: string | undefined }

/** Of a name given twice the last one counts. */
export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text))
}

/** With its question mark; empty without parameters. Commas and colons stay readable. */
export function stringifySearch(search: Search): string {
  const parts = Object.entries(search).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${readable(value)}`],
  )
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

const readable = (value: string) =>
  encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')
