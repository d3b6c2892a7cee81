/** The grammar of iCalendar (RFC 5545): lines of at most 75 octets, CRLF, escaped text. What the lines say is elsewhere. */

/** One content line. `parameters` as written, `;VALUE=DATE`; `value` is escaped already where it is text. */
export type ContentLine = {
  readonly name: string
  readonly parameters?: string
  readonly value: string
}

/** A component with its lines and those inside it. */
export type Component = {
  readonly name: string
  readonly lines: readonly ContentLine[]
  readonly components?: readonly Component[]
}

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line end; other control characters have no place in a text. */
export const icalText = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '')

/** The whole document; it ends with CRLF. */
export function icalendar(component: Component): string {
  return linesOf(component)
    .map((line) => folded(line))
    .join('')
}

function linesOf({ name, lines, components = [] }: Component): readonly string[] {
  return [
    `BEGIN:${name}`,
    ...lines.map((line) => `${line.name}${line.parameters ?? ''}:${line.value}`),
    ...components.flatMap(linesOf),
    `END:${name}`,
  ]
}

const MOST_OCTETS = 75

/** RFC 5545, 3.1: a line break and a space within the line; never within a character, whose octets belong together. */
function folded(line: string): string {
  let result = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > MOST_OCTETS) {
      result += '\r\n '
      octets = 1
    }
    result += character
    octets += size
  }
  return `${result}\r\n`
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
