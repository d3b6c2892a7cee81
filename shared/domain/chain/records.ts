/**
 * The chain as single records, so that each row has a name, a history and an editor of its own, and back again as the
 * file it is shipped as.
 */
import * as z from 'zod'
import { isoDateSchema } from '../../kernel/brand.ts'
import {
  announcedMoneySchema,
  chainSchema,
  chinaShareSchema,
  coverageRowSchema,
  disclosedFigureSchema,
  elementRowSchema,
  generalControlSchema,
  stageRowSchema,
  type Chain,
} from './chain.ts'

/** A row under its id, `part/slug`, or the record `meta`. */
export type ChainRecord = { readonly key: string; readonly body: unknown }

/** What belongs to no row. `order`: the ids as shipped, which no field of a row tells; rows it does not name come last. */
export const chainMetaSchema = z.object({
  as_of: isoDateSchema,
  newest_period_covered: isoDateSchema,
  order: z.array(z.string()),
})

/** The schema of each part's rows, by the first half of their ids. */
export const chainPartSchemas = {
  stage: stageRowSchema,
  element: elementRowSchema,
  control: generalControlSchema,
  coverage: coverageRowSchema,
  share: chinaShareSchema,
  disclosed: disclosedFigureSchema,
  money: announcedMoneySchema,
} as const
export type ChainPart = keyof typeof chainPartSchemas

/** One record a row, and `meta`. Throws when two rows cannot be told apart by what identifies them. */
export function chainRecords(chain: Chain): readonly ChainRecord[] {
  const { as_of, newest_period_covered } = chain
  const rows = [
    ...named('stage', chain.stages, ({ id }) => [id]),
    ...named('element', chain.elements, ({ symbol }) => [symbol]),
    ...named('control', chain.controls_all_elements, ({ event_id: id }) => [id]),
    ...named('coverage', chain.coverage, ({ ticker, stage, site }) => [ticker, stage, site], byElements),
    ...named(
      'share',
      chain.china_share,
      ({ stage, year, scope, source }) => [stage, year, scope, publisher(source.name)],
      byElements,
    ),
    ...named(
      'disclosed',
      chain.disclosed,
      ({ ticker, period, metric }) => [ticker, period, metric],
      ({ basis }) => [basis],
    ),
    ...named(
      'money',
      chain.announced_money,
      ({ date, payee, payer, kind }) => [date, payee, payer, kind],
      ({ currency, unit }) => [currency, unit],
    ),
  ]
  return [{ key: 'meta', body: { as_of, newest_period_covered, order: rows.map(({ key }) => key) } }, ...rows]
}

/** Records in the order of the file, `meta` first; rows added since come last, by id. */
export function inFileOrder<R extends ChainRecord>(records: readonly R[]): readonly R[] {
  const meta = records.find(({ key }) => key === 'meta')
  const order = meta === undefined ? [] : chainMetaSchema.parse(meta.body).order
  const places = new Map(['meta', ...order].map((key, place) => [key, place]))
  const placeOf = ({ key }: R) => places.get(key) ?? places.size
  return records.toSorted((one, other) => {
    const [place, otherPlace] = [placeOf(one), placeOf(other)]
    if (place !== otherPlace) return place - otherPlace
    return one.key < other.key ? -1 : 1
  })
}

/** The chain those records make up; null: they have no `meta`, so there is none. */
function chainOf(records: readonly ChainRecord[]): Chain | null {
  const inOrder = inFileOrder(records)
  const meta = inOrder.find(({ key }) => key === 'meta')
  if (meta === undefined) return null
  const { order: _, ...told } = chainMetaSchema.parse(meta.body)
  const bodies = (part: ChainPart) =>
    inOrder.filter(({ key }) => key.startsWith(`${part}/`)).map(({ body }) => body)
  return chainSchema.parse({
    ...told,
    stages: bodies('stage'),
    elements: bodies('element'),
    controls_all_elements: bodies('control'),
    coverage: bodies('coverage'),
    china_share: bodies('share'),
    disclosed: bodies('disclosed'),
    announced_money: bodies('money'),
  })
}

/** The file of those records, fields in the order of the schema, whatever the order they were kept in; null: no chain. */
export function chainText(records: readonly ChainRecord[]): string | null {
  const chain = chainOf(records)
  return chain === null ? null : `${JSON.stringify(chain, null, 2)}\n`
}

/**
 * Names each row by what identifies it; of rows that agree in it, those after the first are told apart by `more`, so
 * that appending to the file renames nothing.
 */
function named<Row>(
  part: ChainPart,
  rows: readonly Row[],
  identify: (row: Row) => readonly string[],
  more: (row: Row) => readonly string[] = () => [],
): ChainRecord[] {
  const taken = new Set<string>()
  return rows.map((row) => {
    const plain = slugOf(identify(row))
    const slug = taken.has(plain) ? slugOf([plain, ...more(row)]) : plain
    if (taken.has(slug)) throw new Error(`the chain has two rows ${part}/${slug}`)
    taken.add(slug)
    return { key: `${part}/${slug}`, body: row }
  })
}

const byElements = ({ elements }: { readonly elements: readonly string[] }) => elements

/** `USGS Mineral Commodity Summaries 2025, rare earths, p.145` is known by what stands before the comma. */
const publisher = (source: string): string => source.split(',', 1)[0] ?? source

/** Lower-case words and digits joined by hyphens. */
const slugOf = (words: readonly string[]): string =>
  words
    .join(' ')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
