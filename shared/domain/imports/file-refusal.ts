/**
 * What people save as a CSV and is none: the answers that providers give instead of data with status 200 (Stooq: `No
 * data`, a limit reached, a page with a proof of work), and files of another kind.
 */

type Refusal = { readonly recognised: RegExp; readonly why: string }

const refusals: readonly Refusal[] = [
  { recognised: /^$/, why: 'The file is empty.' },
  {
    recognised: /^no data\.?$/i,
    why: 'The file says “No data”: the provider knows no such symbol, or has nothing of those days.',
  },
  {
    recognised: /^exceeded the daily hits limit/i,
    why: 'The file says “Exceeded the daily hits limit”: the provider gave no data. Download it again tomorrow.',
  },
  { recognised: /^access denied/i, why: 'The file says “Access denied”: the provider gave no data.' },
  {
    recognised: /^<(?=[\s\S]*(?:__verify|proof[- ]of[- ]work|crypto\.subtle|sha-?256))/i,
    why: 'The file is a page that puts the browser to a proof of work before it gives any data. Open the address in a browser and save what comes after it.',
  },
  {
    recognised: /^<(?:!doctype|html|head|body|script|\?xml)/i,
    why: 'The file is a web page, not a table: save the data, not the page that shows it.',
  },
  {
    recognised: /^[[{]/,
    why: 'The file is JSON. Only tables with a header line are read (CSV, with comma, semicolon or tab).',
  },
]

/** The signature of a zip archive, which every workbook is. */
const ZIP = 'PK\u0003\u0004'

/** Why a text is no table at all, in a sentence; null: it may be one. */
export function refusedFile(text: string): string | null {
  const begun = text.replace(/^\uFEFF/, '').trim()
  if (begun.startsWith(ZIP))
    return 'The file is a zip archive or a workbook. Unpack it, or save the sheet as CSV (UTF-8).'
  if (begun.includes('\u0000') || begun.includes('\uFFFD'))
    return 'The file has bytes that are no text in UTF-8. Save it as CSV (UTF-8).'
  return refusals.find(({ recognised }) => recognised.test(begun))?.why ?? null
}
