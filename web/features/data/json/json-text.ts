/** A chosen file as JSON, or why it is none or too much: refused here, before anything is sent. */
import { formatBytes } from '../files/file-text.ts'

/** null: it is small enough to be read. `bodyBytes`: what the server takes; the reason needs room beside the file. */
export function tooLarge(bytes: number, bodyBytes: number): string | null {
  const most = Math.floor(bodyBytes * 0.9)
  return bytes <= most
    ? null
    : `The file has ${formatBytes(bytes)}; at most ${formatBytes(most)} are taken in.`
}

export const NO_JSON = 'This is no JSON. Choose a file that was downloaded here, or the seed’s.'

/** undefined: the text is no JSON. A byte-order mark is none of it. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
