/**
 * RFC 4180: a header row, CRLF after every row, quotes doubled. A column named `state.value` holds that member of a
 * member. Absent is an empty cell, a list is joined by `;`, an object is JSON, a number has every digit it has.
 */

/** One table; `columns` gives names and order. */
export function toCsv(columns: readonly string[], rows: readonly unknown[]): string {
  const paths = columns.map((column) => column.split('.'))
  const lines = rows.map((row) => paths.map((path) => cell(memberAt(row, path))).join(','))
  return [columns.map(cell).join(','), ...lines, ''].join('\r\n')
}

function memberAt(value: unknown, path: readonly string[]): unknown {
  let member = value
  for (const name of path) member = isRecord(member) ? member[name] : null
  return member
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return text(value)
  return text(Array.isArray(value) ? value.map(plain).join(';') : JSON.stringify(value))
}

const plain = (item: unknown): string => (typeof item === 'string' ? item : JSON.stringify(item))

/**
 * Titles come from other people, and a spreadsheet runs what begins with one of these: an apostrophe in front makes it
 * text (https://owasp.org/www-community/attacks/CSV_Injection). The JSON has the title as it is.
 */
const formulaStart = /^[=+\-@\t\r]/

function text(value: string): string {
  const harmless = formulaStart.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
