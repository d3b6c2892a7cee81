/**
 * A number as published. The point is decimal; groups of three are read where they can be nothing else. A comma that may
 * be decimal is refused and not guessed: 1,234 is a thousand in Sydney and 1.234 in Frankfurt.
 */

export type ReadNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'absent' }
  /** `why` goes on after the name of the column. */
  | { readonly kind: 'unreadable'; readonly why: string }

const absent: ReadonlySet<string> = new Set([
  '',
  'n/a',
  '#n/a',
  'na',
  'nan',
  'null',
  'none',
  'nil',
  '-',
  '--',
  '—',
  '–',
])

/** `isCount`: a number of shares, in which a comma is never decimal. */
export function readNumber(cell: string, isCount = false): ReadNumber {
  const text = cell.trim()
  if (absent.has(text.toLowerCase())) return { kind: 'absent' }
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return numberOf(text)
  // By apostrophe, plain or typographic, or by space, plain or narrow.
  if (/^[+-]?\d{1,3}(?:[ '’\u00A0\u202F]\d{3})+(?:\.\d+)?$/.test(text))
    return numberOf(text.replaceAll(/[ '’\u00A0\u202F]/g, ''))
  const hasGroups = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text)
  if (hasGroups && (isCount || /\.|,.*,/.test(text))) return numberOf(text.replaceAll(',', ''))
  if (hasGroups)
    return unreadable(
      `${text} may be ${text.replace(',', '')} or ${text.replace(',', '.')}: write one of the two`,
    )
  if (/^[+-]?[\d.]*,\d+$/.test(text))
    return unreadable(`${text} has a decimal comma: write ${text.replaceAll('.', '').replace(',', '.')}`)
  return unreadable(`${text.slice(0, 40)} is no number`)
}

function numberOf(text: string): ReadNumber {
  const value = Number(text)
  return Number.isFinite(value) ? { kind: 'number', value } : unreadable(`${text} is no number`)
}

const unreadable = (why: string): ReadNumber => ({ kind: 'unreadable', why })
