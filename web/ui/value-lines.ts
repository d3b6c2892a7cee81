/** A value of a record as lines of text, for reading what changed. */
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import { fieldPathWords } from './event-fields.ts'
import { formatDay, formatExact } from './format.ts'

/** Parts of a record that say themselves what they are. */
const plain = new Set([
  'date',
  'status',
  'note',
  'id',
  'text',
  'ticker',
  'direction',
  'reason',
  'value',
  'unit',
])

/** One line per entry of a list; none where nothing is said. */
export function valueLines(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => lineOf(entry))
  return lineOf(value)
}

function lineOf(value: unknown): readonly string[] {
  if (value === null || value === undefined || value === '') return []
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (typeof value === 'number') return [formatExact(value)]
  if (typeof value === 'object') {
    const parts = Object.entries(value).flatMap(([name, part]) =>
      lineOf(part).map((text) => (plain.has(name) ? text : `${partWords(name)}: ${text}`)),
    )
    return parts.length === 0 ? [] : [parts.join(' · ')]
  }
  const day = isoDateSchema.safeParse(value).data
  if (day !== undefined) return [formatDay(day)]
  // Of JSON only texts are left.
  return typeof value === 'string' ? [value] : []
}

const partWords = (name: string) => fieldPathWords(`.${name}`).replace(/^, /, '')

/** What two values say differently: lines that went, and lines that came. Of a list in another order all of them. */
export function lineChanges(
  before: unknown,
  after: unknown,
): { readonly gone: readonly string[]; readonly came: readonly string[] } {
  const older = valueLines(before)
  const newer = valueLines(after)
  const gone = older.filter((line) => !newer.includes(line))
  const came = newer.filter((line) => !older.includes(line))
  return gone.length + came.length === 0 ? { gone: older, came: newer } : { gone, came }
}
