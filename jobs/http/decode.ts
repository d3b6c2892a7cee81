/** From bytes to text. The header's charset may lie, so the bytes decide; also used when a stored payload is replayed. */
import type { HttpRequest } from './request.ts'

/** `suspect`: the text holds U+FFFD, so some of it could not be read (`H19`). Line ends are `\n`. */
export type Decoded = { readonly text: string; readonly suspect: boolean }

/**
 * Strict UTF-8; failing that the charset of header or XML declaration, failing that the request's fallback. Byte order
 * mark, leading blank space, the prefix `)]}'`, a JSONP call or an assignment around JSON are taken off. Empty for zip and PDF.
 */
export function decodeBody(
  bytes: Uint8Array,
  contentTypeHeader: string | null,
  request: Pick<HttpRequest, 'expect' | 'fallbackCharset'>,
): Decoded {
  const { expect } = request
  const { format } = expect
  if (format === 'zip' || format === 'pdf') return { text: '', suspect: false }
  const decoded = decodeText(bytes, contentTypeHeader, request.fallbackCharset ?? 'gb18030')
  const trimmed = decoded.replaceAll('\r\n', '\n').replace(/^[\uFEFF\s]+/, '')
  return { text: textOf(trimmed, expect), suspect: trimmed.includes('\uFFFD') }
}

function textOf(trimmed: string, expect: HttpRequest['expect']): string {
  if (expect.format !== 'json') return trimmed
  const json = bareJson(trimmed)
  return expect.mend === 'escapes' && !isJson(json) ? withoutBadEscapes(json) : json
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Backslashes that begin no escape of JSON's are dropped, once; a good one is passed over whole, so that it stays good. */
const withoutBadEscapes = (json: string): string =>
  json.replace(/\\(?:(["\\/bfnrt]|u[\da-fA-F]{4})|)/g, (escape, good: string | undefined) =>
    good === undefined ? '' : escape,
  )

function decodeText(bytes: Uint8Array, contentTypeHeader: string | null, fallback: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeAs(declaredCharset(bytes, contentTypeHeader) ?? fallback, bytes, fallback)
  }
}

/** What header or XML declaration name, unless it is the UTF-8 that the bytes are not. */
function declaredCharset(bytes: Uint8Array, contentTypeHeader: string | null): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const named = [
    /charset\s*=\s*"?([\w-]+)/i.exec(contentTypeHeader ?? '')?.[1],
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1],
  ]
  return named.find((name) => name !== undefined && !/^utf-?8$/i.test(name)) ?? null
}

function decodeAs(label: string, bytes: Uint8Array, fallback: string): string {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    // A label that nobody knows.
    return new TextDecoder(fallback).decode(bytes)
  }
}

function bareJson(text: string): string {
  const unprefixed = text.startsWith(")]}'") ? text.slice(4).replace(/^,?\s*/, '') : text
  const call = /^[\w$.]+\(/.exec(unprefixed)
  if (call === null) return bareAssignment(unprefixed)
  return unprefixed.slice(call[0].length).replace(/\)\s*;?\s*$/, '')
}

/** `x={...};` is the object; of a plain value (`v_pv_none_match="1";`) the name says what it is about, so that it stays. */
function bareAssignment(text: string): string {
  const [, name, value = ''] = /^(?:var\s+)?([A-Za-z_$][\w$]*)\s*=\s*([^]*?)\s*;?\s*$/.exec(text) ?? []
  if (name === undefined) return text
  return /^[{[]/.test(value) ? value : `{${JSON.stringify(name)}:${value}}`
}
