const NEWLINE = 0x0a

/** The rows of COPY text that end in it: a line break ends a row, one inside a value is written as two characters. */
export function rowsIn(text: Buffer): number {
  let count = 0
  for (let at = text.indexOf(NEWLINE); at !== -1; at = text.indexOf(NEWLINE, at + 1)) count += 1
  return count
}
