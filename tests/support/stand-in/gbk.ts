/** Encodes text as GBK, which Node can only decode: the table is read off the decoder. */
export function encodeGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk')
  const table = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return Uint8Array.from(
    Array.from(text).flatMap((char) => {
      const code = char.codePointAt(0) ?? 0
      return code < 0x80 ? [code] : (table.get(char) ?? [0x3f])
    }),
  )
}
