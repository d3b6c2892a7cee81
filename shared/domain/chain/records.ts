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

/** The row of a record with its keys in the order of the schema; null: it is `meta`. */
export function rowOf({ key, body }: ChainRecord): object | null {
  const part = partSchema.safeParse(key.split('/')[0])
  return part.success ? chainPartSchemas[part.data].parse(body) : null
}

const partSchema = z.enum(['stage', 'element', 'control', 'coverage', 'share', 'disclosed', 'money'])

/** One record a row, and `meta`. */
export function chainRecords(chain: Chain): readonly ChainRecord[] {
  const taken = new Set<string>()
  const rows = namedRows(chain).map((row) => {
    const key = freeName(row, taken)
    taken.add(key)
    return { key, body: row.body }
  })
  const { as_of, newest_period_covered } = chain
  return [{ key: 'meta', body: { as_of, newest_period_covered, order: rows.map(({ key }) => key) } }, ...rows]
}

/** A row of a file. `place`: in its list. `words` identify it; of rows that agree in them, `more` tells the later apart. */
export type NamedRow = {
  readonly part: ChainPart
  readonly list: keyof Chain
  readonly place: number
  readonly body: object
  readonly words: readonly string[]
  readonly more: readonly string[]
}

/** The rows of a file in its order. */
export const namedRows = (chain: Chain): readonly NamedRow[] => [
  ...named('stage', 'stages', chain.stages, ({ id }) => [id]),
  ...named('element', 'elements', chain.elements, ({ symbol }) => [symbol]),
  ...named('control', 'controls_all_elements', chain.controls_all_elements, ({ event_id: id }) => [id]),
  ...named(
    'coverage',
    'coverage',
    chain.coverage,
    ({ ticker, stage, site }) => [ticker, stage, site],
    ({ elements }) => elements,
  ),
  ...named(
    'share',
    'china_share',
    chain.china_share,
    ({ stage, year, scope, source }) => [stage, year, scope, publisher(source.name)],
    ({ elements }) => elements,
  ),
  ...named(
    'disclosed',
    'disclosed',
    chain.disclosed,
    ({ ticker, period, metric }) => [ticker, period, metric],
    ({ basis }) => [basis],
  ),
  ...named(
    'money',
    'announced_money',
    chain.announced_money,
    ({ date, payee, payer, kind }) => [date, payee, payer, kind],
    ({ currency, unit }) => [currency, unit],
  ),
]

/**
 * The id of a row, one that is not taken: what identifies it, then with what tells it apart, then numbered. So appending
 * to the file renames nothing.
 */
export function freeName(
  { part, words, more }: Pick<NamedRow, 'part' | 'words' | 'more'>,
  taken: ReadonlySet<string>,
): string {
  const plain = `${part}/${slugOf(words)}`
  if (!taken.has(plain)) return plain
  const apart = `${part}/${slugOf([...words, ...more])}`
  let name = apart
  for (let number = 2; taken.has(name); number += 1) name = `${apart}-${number}`
  return name
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

const named = <Row extends object>(
  part: ChainPart,
  list: keyof Chain,
  rows: readonly Row[],
  words: (row: Row) => readonly string[],
  more: (row: Row) => readonly string[] = () => [],
): NamedRow[] =>
  rows.map((row, place) => ({ part, list, place, body: row, words: words(row), more: more(row) }))

/** `USGS Mineral Commodity Summaries 2025, rare earths, p.145` is known by what stands before the comma. */
const publisher = (source: string): string => source.split(',', 1)[0] ?? source

/** Lower-case words and digits joined by hyphens. */
const slugOf = (words: readonly string[]): string =>
  words
    .join(' ')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
