/** Proof that an answer is whole, per format: Node hands over a compressed body that was cut in half without an error. */
import type { Expectation } from './request.ts'

/** What is wrong with the form: `truncated` when the end is missing, `malformed` when it is there but the rest is not right. */
export type Flaw = { readonly kind: 'truncated' | 'malformed'; readonly detail: string }

/** null: whole. `text` as decoded; `bytes` matter for zip and PDF. */
export function flawIn(expect: Expectation, text: string, bytes: Uint8Array): Flaw | null {
  switch (expect.format) {
    case 'json':
      return flawInJson(text)
    case 'xml':
      return text.includes(expect.endTag) ? null : truncated(`no ${expect.endTag} at the end`)
    case 'html': {
      const endTag = expect.endTag ?? '</html>'
      return text.toLowerCase().includes(endTag.toLowerCase()) ? null : truncated(`no ${endTag} at the end`)
    }
    case 'csv':
      return flawInCsv(text, expect.lastLineOpen ?? false)
    case 'zip':
      return includesNearEnd(bytes, 'PK\u0005\u0006', 65_557) ? null : truncated('the zip has no directory')
    case 'pdf':
      return includesNearEnd(bytes, '%%EOF', 1_024) ? null : truncated('no %%EOF at the end')
  }
}

const truncated = (detail: string): Flaw => ({ kind: 'truncated', detail })

function flawInJson(text: string): Flaw | null {
  try {
    JSON.parse(text)
    return null
  } catch {
    return endsInsideJson(text)
      ? truncated('the JSON ends early')
      : { kind: 'malformed', detail: 'not valid JSON' }
  }
}

/** Whether brackets or quotes are still open at the end. */
function endsInsideJson(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (inString) {
      if (char === '\\') at += 1
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') depth += 1
    else if (char === '}' || char === ']') depth -= 1
  }
  return inString || depth > 0
}

/** The last record must have the header's cells and end its line; quotes may hold commas and line breaks. */
function flawInCsv(text: string, lastLineOpen: boolean): Flaw | null {
  if (!lastLineOpen && !text.endsWith('\n')) return truncated('the last line of the CSV is not ended')
  let header = 0
  let cells = 1
  let inQuotes = false
  for (const char of text.trimEnd()) {
    if (char === '"') inQuotes = !inQuotes
    else if (inQuotes) continue
    else if (char === ',') cells += 1
    else if (char === '\n') {
      if (header === 0) header = cells
      cells = 1
    }
  }
  if (inQuotes) return truncated('the CSV ends inside quotes')
  if (header === 0 || cells === header) return null
  return truncated(`the last row of the CSV has ${cells} cells of ${header}`)
}

function includesNearEnd(bytes: Uint8Array, marker: string, span: number): boolean {
  return Buffer.from(bytes.subarray(-span)).includes(Buffer.from(marker, 'latin1'))
}
