/** Reads CSV back as RFC 4180 defines it (CRLF after every record, quotes doubled), so that tests see cells. */
export function csvRecords(text: string): readonly (readonly string[])[] {
  if (!text.endsWith('\r\n')) throw new Error('the last record is not ended by CRLF')
  const records: string[][] = [[]]
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (const [, quoted, bare = '', end] of text.matchAll(cells)) {
    records.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === '\r\n') records.push([])
  }
  return records.slice(0, -1)
}
