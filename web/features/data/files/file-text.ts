/** Bytes somebody chose as text, or why they are none: refused here, before anything is sent. */
import { postImport } from '@oreline/shared/api/imports.ts'
import { formatQuantity } from '../../../ui/format.ts'

const MiB = 1_048_576
/** What Oreline takes in is the text in JSON, where quotes and ends of lines are two characters: a tenth is kept for them. */
export const MOST_BYTES = Math.floor(postImport.bodyBytes * 0.9)

/** How bytes can be read where they are not UTF-8; names as TextDecoder knows them. */
export const encodings = [
  { id: 'utf-8', label: 'UTF-8' },
  { id: 'gb18030', label: 'Chinese (GBK, GB18030)' },
  { id: 'windows-1252', label: 'Western European (Windows-1252)' },
  { id: 'shift_jis', label: 'Japanese (Shift JIS)' },
  { id: 'euc-kr', label: 'Korean (EUC-KR)' },
] as const
export type Encoding = (typeof encodings)[number]['id'] | 'utf-16le' | 'utf-16be'

/** `encoding`: what the text was read as. `sure`: the bytes themselves say so; otherwise a reader had to choose. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding; readonly sure: boolean }
  | { readonly kind: 'refused'; readonly why: string }

/** What a file begins with, and what it then is. */
const signatures: readonly { readonly bytes: readonly number[]; readonly is: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    is: 'an Excel workbook or another ZIP archive: save the sheet as CSV first',
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], is: 'an old Excel workbook: save the sheet as CSV first' },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: 'a PDF' },
  { bytes: [0x1f, 0x8b], is: 'compressed: unpack it first' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], is: 'a picture' },
  { bytes: [0xff, 0xd8, 0xff], is: 'a picture' },
]

/** Why a file of this size is not even read; null: it is. */
export function sizeRefusal(bytes: number): string | null {
  if (bytes === 0) return 'The file is empty.'
  if (bytes <= MOST_BYTES) return null
  return `The file has ${formatBytes(bytes)}; at most ${formatBytes(MOST_BYTES)} are taken in at once. Split it by years.`
}

/** `chosen`: how to read bytes that are not UTF-8; null: not chosen yet, Chinese is tried, and the reader asked. */
export function readText(bytes: Uint8Array, chosen: Encoding | null): FileText {
  const refusal = sizeRefusal(bytes.length)
  if (refusal !== null) return { kind: 'refused', why: refusal }
  const known = signatures.find((signature) => signature.bytes.every((byte, place) => bytes[place] === byte))
  if (known !== undefined) return { kind: 'refused', why: `This is no text: it is ${known.is}.` }
  const marked = encodingOfMark(bytes)
  if (marked !== null) return textOf(bytes, marked, true)
  if (bytes.includes(0)) {
    return { kind: 'refused', why: 'This is no text: it has zero bytes, which no CSV file has.' }
  }
  if (chosen !== null) return textOf(bytes, chosen, false)
  const plain = textOf(bytes, 'utf-8', true)
  return plain.kind === 'text' ? plain : textOf(bytes, 'gb18030', false)
}

/** By the byte order mark. */
function encodingOfMark([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

function textOf(bytes: Uint8Array, encoding: Encoding, sure: boolean): FileText {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (text.trim() === '') return { kind: 'refused', why: 'The file holds nothing but blanks.' }
    return { kind: 'text', text, encoding, sure }
  } catch {
    return { kind: 'refused', why: `The file cannot be read as ${labelOf(encoding)}.` }
  }
}

const labelOf = (encoding: Encoding) => encodings.find(({ id }) => id === encoding)?.label ?? encoding

/** `614 bytes`, `12.3 kB`, `1.2 MB` (MiB; nobody chooses a file by the difference). */
export function formatBytes(bytes: number): string {
  if (bytes < 1_024) return `${bytes} bytes`
  if (bytes < MiB) return `${formatQuantity(Math.round(bytes / 102.4) / 10)} kB`
  return `${formatQuantity(Math.round((bytes * 10) / MiB) / 10)} MB`
}
