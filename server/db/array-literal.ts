/**
 * A PostgreSQL array as text, for statements that take whole columns: `unnest` of one array per column reads ten
 * thousand rows as fast as COPY does. `null` becomes NULL. Texts are words of ours: quotes and backslashes are escaped.
 */
export function arrayLiteral(values: readonly (number | string | null)[]): string {
  let text = '{'
  let separator = ''
  for (const value of values) {
    text += separator
    if (value === null) text += 'NULL'
    else text += typeof value === 'number' ? String(value) : quoted(value)
    separator = ','
  }
  return `${text}}`
}

/** Days and plain words go as they are; anything else in quotes. */
const quoted = (text: string): string =>
  /^[a-z0-9][a-z0-9_-]*$/.test(text) && text !== 'null'
    ? text
    : `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`
