/** `eurofxref-hist-90d.xml` and `eurofxref-daily.xml`: cubes of days holding cubes of rates. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import * as z from 'zod'
import { currencyCodeSchema, isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { BrokenReading } from '../read-json.ts'
import { schemaBroken } from '../read-json.ts'
import type { Quote } from './rates.ts'

const daySchema = z.object({
  time: isoDateSchema,
  Cube: z.array(z.object({ currency: currencyCodeSchema, rate: z.string() })),
})

const envelopeSchema = z.object({
  'gesmes:Envelope': z.object({ Cube: z.tuple([z.object({ Cube: z.array(daySchema).min(1) })]) }),
})

export function readXml(text: string): { readonly quotes: readonly Quote[] } | BrokenReading {
  if (XMLValidator.validate(text) !== true) return schemaBroken('not well-formed XML')
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    processEntities: false,
    // One day alone would else be an object, not a list of one.
    isArray: (name) => name === 'Cube',
  })
  const parsed = envelopeSchema.safeParse(parsedOrNull(parser, text))
  if (!parsed.success) return schemaBroken('no days with rates in the envelope')
  const [{ Cube: days }] = parsed.data['gesmes:Envelope'].Cube
  const quotes = days.flatMap(({ time, Cube: rates }, index) =>
    rates.map(({ currency, rate }) => ({ index, date: time, currency, rate: Number(rate) })),
  )
  return { quotes }
}

/** The validator lets a few malformed texts pass that the parser then throws at. */
function parsedOrNull(parser: XMLParser, text: string): unknown {
  try {
    return parser.parse(text)
  } catch {
    return null
  }
}
