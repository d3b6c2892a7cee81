/** SVG as text: for pictures drawn where there is no browser. */

/** Text content and attribute values, made safe. Characters XML cannot hold are left out. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

type Attributes = Readonly<Record<string, string | number | null>>

/** One element; attributes that are null are left out, numbers are given to a tenth of a pixel. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? tenth(value) : escaped(String(value))}"`)
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

/** A line of text, escaped. */
export const text = (words: string, attributes: Attributes): string =>
  element('text', attributes, escaped(words))

/** Lines of at most `most` characters, broken at spaces; a longer word stands by itself. */
export function wrapped(words: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const tenth = (value: number): string => String(Math.round(value * 10) / 10)
