/** XML as a tree in document order, with its entities read: what a feed is made of before anybody asks what it means. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { BrokenReading } from '../read-json.ts'
import { schemaBroken } from '../read-json.ts'

/** Names keep their prefix (`content:encoded`). Texts and attributes are decoded; a CDATA section is text as it stands. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/**
 * The root element. A document type is refused, for it can hold entities without end; what is cut off or nested more
 * than a hundred deep is no XML here.
 */
export function readXml(text: string): XmlElement | BrokenReading {
  if (XMLValidator.validate(text) !== true) return schemaBroken('not well-formed XML')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(withoutComments(text)))
    return { ...schemaBroken('a document type or entities of its own, which are not read'), urgent: true }
  const [root] = childrenOf(parsedOrNull(text))
  return root === undefined || typeof root === 'string' ? schemaBroken('not well-formed XML') : root
}

/** CDATA sections hold web pages now and then, with a document type that means nothing here. Well-formed: each is closed. */
const withoutComments = (text: string): string => text.replace(/<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->/g, '')

/** The validator lets a few malformed texts pass that the parser then throws at. */
function parsedOrNull(text: string): unknown {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    cdataPropName: '#cdata',
    trimValues: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
  })
  try {
    return parser.parse(text)
  } catch {
    return null
  }
}

function childrenOf(nodes: unknown): readonly (XmlElement | string)[] {
  return Array.isArray(nodes) ? nodes.flatMap((node: unknown) => childOf(node)) : []
}

/** A node of the parser's: one key with its name, `:@` with its attributes. */
function childOf(node: unknown): readonly (XmlElement | string)[] {
  if (typeof node !== 'object' || node === null) return []
  const [name] = Object.keys(node).filter((key) => key !== ':@')
  if (name === undefined) return []
  const value: unknown = Reflect.get(node, name)
  if (name === '#text') return [decodeXml(String(value))]
  if (name === '#cdata') return [rawTextOf(value)]
  return [{ name, attributes: attributesOf(Reflect.get(node, ':@')), children: childrenOf(value) }]
}

function rawTextOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return ''
  return nodes
    .map((node: unknown): unknown =>
      typeof node === 'object' && node !== null ? Reflect.get(node, '#text') : '',
    )
    .filter((text) => typeof text === 'string')
    .join('')
}

const attributesOf = (given: unknown): Readonly<Record<string, string>> =>
  typeof given === 'object' && given !== null
    ? Object.fromEntries(Object.entries(given).map(([name, value]) => [name, decodeXml(String(value))]))
    : {}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five entities of XML and numeric ones, once; others stay as they stand, for the HTML inside may know them. */
function decodeXml(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/g,
    (_, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return named[name] ?? ''
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point).toWellFormed()
    },
  )
}
