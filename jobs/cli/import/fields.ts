/** From options to what an import needs to know of its file. */
import type { Db } from '@oreline/server/db/client.ts'
import { findCommodity } from '@oreline/server/db/commodities.ts'
import { listReference } from '@oreline/server/db/reference-rows.ts'
import { importFieldsSchema, type ImportFields } from '@oreline/shared/domain/imports/import-fields.ts'
import { instrumentSchema } from '@oreline/shared/domain/instruments/instrument.ts'
import { CommandRefusal, unknownWord } from '../command-refusal.ts'
import type { Given } from '../define-command.ts'
import { nearestWord } from '../nearest.ts'

/** The options that are not called as their field is. */
const optionNames: Readonly<Record<string, string>> = {
  source_note: 'source',
  licence_note: 'licence',
  date_format: 'date-format',
  volume_unit: 'lots',
  id: 'series',
  vat_percent: 'vat',
  purity_percent: 'purity',
  source: 'source',
  import: 'undo',
  existing: 'replace',
}

/** The option behind a field such as `fields.series.vat_percent`; null: none. */
export function optionOf(field: string): string | null {
  const last = field.split('.').at(-1) ?? field
  if (last === 'text' || /^\d+$/.test(last)) return null
  return optionNames[last] ?? last
}

const kinds = ['bars', 'fx', 'commodity']

/** Refuses what is missing or cannot be read, by the name of the option. */
export async function fieldsFor(db: Db, given: Given): Promise<ImportFields> {
  const { words, flags } = given
  const kind = words['kind'] ?? toldBy(words)
  if (kind === null) throw new CommandRefusal(`--kind is missing: ${kinds.join(', ')}.`, { exitCode: 2 })
  if (!kinds.includes(kind))
    throw unknownWord('kind', { word: kind, nearest: nearestWord(kind, kinds), known: kinds })
  const fields = importFieldsSchema.safeParse({
    kind,
    source_note: words['source'],
    licence_note: words['licence'],
    existing: flags.has('replace') ? 'replace' : 'fill',
    date_format: words['date-format'],
    ...(kind === 'bars' ? await barFields(db, given) : {}),
    ...(kind === 'commodity' ? await commodityFields(db, words) : {}),
  })
  if (fields.success) return fields.data
  const [issue] = fields.error.issues
  const option = optionOf(issue?.path.join('.') ?? '')
  const isMissing = option !== null && words[option] === undefined
  throw new CommandRefusal(
    `--${option} ${isMissing ? 'is missing' : `${words[option ?? '']}: ${issue?.message}`}.`,
    {
      exitCode: 2,
    },
  )
}

function toldBy(words: Given['words']): string | null {
  if (words['ticker'] !== undefined) return 'bars'
  return words['series'] === undefined ? null : 'commodity'
}

async function barFields(db: Db, { words, flags }: Given): Promise<object> {
  const [known] = await listReference(db, 'instrument', { asOf: null, key: words['ticker'] ?? '' })
  const own = known === undefined ? 'XXX' : instrumentSchema.parse(known.body).currency
  return {
    ticker: words['ticker'],
    currency: words['currency'] ?? own,
    basis: words['basis'],
    volume_unit: flags.has('lots') ? 'lots' : 'shares',
  }
}

/** A series that is known is taken as it is described, with what is said of it anew. */
async function commodityFields(db: Db, words: Given['words']): Promise<object> {
  const { series: id, value, low, high, elements } = words
  const known = id === undefined ? null : await findCommodity(db, id, null)
  const said = {
    name: words['name'],
    elements: elements?.split(',').map((symbol) => symbol.trim()),
    form: words['form'],
    currency: words['currency'],
    per: words['per'],
    scale: numberOf(words['scale']),
    vat_percent: numberOf(words['vat']),
    incoterm: words['incoterm'],
    purity_percent: numberOf(words['purity']),
    frequency: words['frequency'],
  }
  const isSaid = ([, field]: readonly [string, unknown]): boolean => field !== undefined
  const fresh = {
    id,
    name: id,
    vat_percent: null,
    incoterm: null,
    purity_percent: null,
    frequency: 'daily',
    source: words['source'],
    licence_note: words['licence'],
  }
  return {
    series: { ...(known ?? fresh), ...Object.fromEntries(Object.entries(said).filter(isSaid)) },
    ...(value === undefined ? {} : { columns: { value, low, high } }),
  }
}

/** What is no number stays as it is, and is refused by its schema. */
function numberOf(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  return Number.isFinite(number) ? number : text
}
