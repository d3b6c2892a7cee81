import { chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { readRow, type EditablePart } from '@oreline/shared/domain/chain/read-row.ts'
import { chainPartSchemas, chainRecords } from '@oreline/shared/domain/chain/records.ts'
import { describe, expect, it } from 'vitest'
import { seedEvents, seedJson } from '../../support/seed-files.ts'

const records = chainRecords(chainSchema.parse(seedJson('chain')))
const known = {
  events: new Set<string>(seedEvents().map(({ id }) => id)),
  tickers: new Set(['MP', 'LYC.AX', 'UUUU', '600111.SS']),
  money: new Map(
    records
      .filter(({ key }) => key.startsWith('money/'))
      .map(({ key, body }) => [key, chainPartSchemas.money.parse(body)]),
  ),
}
const editable = ['element', 'coverage', 'share', 'disclosed', 'money'] as const
const shipped = editable.flatMap((part) =>
  records
    .filter(({ key }) => key.startsWith(`${part}/`))
    .map(({ key, body }) => ({ part, slug: key.slice(part.length + 1), row: Object.assign({}, body) })),
)
const first = (part: EditablePart, slug?: string) => {
  const found = shipped.find((one) => one.part === part && (slug === undefined || one.slug === slug))
  if (found === undefined) throw new Error(`the seed has no ${part}/${slug}`)
  return found
}
const fieldsOf = (sent: ReturnType<typeof first>) =>
  readRow(sent, sent.row, known).faults.map(({ field }) => field)
const pilot = first('coverage', 'uuuu-separation-white-mesa-mill-pilot-utah')
const grown = first('money', '2022-06-14-lynas-us-department-of-defense-war-grant')

describe('a row of the chain that is sent', () => {
  it('is taken as it was shipped, all 316 of them', () => {
    expect(shipped).toHaveLength(316)
    expect(shipped.filter((sent) => fieldsOf(sent).length > 0)).toEqual([])
  })

  it('is taken as it is served: what the API adds is left out, what was shipped of a control stays', () => {
    const holmium = first('element', 'ho')
    const [control] = chainPartSchemas.element.parse(holmium.row).controls
    const served = {
      ...holmium,
      row: {
        ...holmium.row,
        id: 'element/ho',
        revision: 7,
        origin: 'seed',
        recorded_at: '2026-11-20T08:00:00.000Z',
        controls: [{ ...control, state: { value: 'suspended', since: '2025-11-07', unconfirmed: true } }],
      },
    }
    expect(readRow(served, holmium.row, known)).toEqual({ row: holmium.row, faults: [] })
    const money = {
      ...grown,
      row: { ...grown.row, counted_in: null, event_state: null, event_jurisdiction: 'US' },
    }
    expect(readRow(money, grown.row, known).row).not.toHaveProperty('counted_in')
  })

  it.each<[string, ReturnType<typeof first>, object, string]>([
    ['an unknown element', pilot, { elements: ['Dy', 'Xx'] }, 'elements.1'],
    ['an element twice', pilot, { elements: ['Dy', 'Dy'] }, 'elements.1'],
    ['no element', pilot, { elements: [] }, 'elements'],
    ['an unknown event', pilot, { event_ids: ['us-2030-01-01-nothing'] }, 'event_ids.0'],
    ['an unknown company', pilot, { ticker: 'LYC' }, 'ticker'],
    ['an end before the beginning', pilot, { expected: '2025-06-30' }, 'expected'],
    ['an expected day that is not the last of its quarter', pilot, { expected: '2026-12-01' }, 'expected'],
    ['a precision without a date', pilot, { expected: null }, 'expected_precision'],
    [
      'a source that is no web address',
      pilot,
      { source: { name: 'A', url: 'ftp://example.org' } },
      'source.url',
    ],
    ['a script for a source', pilot, { source: { name: 'A', url: 'javascript:alert(1)' } }, 'source.url'],
    ['a misspelt field', pilot, { expeted: '2026-12-31' }, 'expeted'],
    [
      'a beginning of nothing',
      first('coverage', 'mp-application-none'),
      { since: '2025-01-01', since_precision: 'day' },
      'since',
    ],
    ['the name of another element', first('element', 'dy'), { symbol: 'Tb' }, 'symbol'],
    ['a share and a count', first('share'), { count: 3 }, 'share_percent'],
    ['a share above the whole', first('share'), { share_percent: 101 }, 'share_percent'],
    [
      'a range that runs backwards',
      first('share', 'refining-2025-world-project-syndicate'),
      { range_percent: [90, 85] },
      'range_percent',
    ],
    ['a period that runs backwards', first('disclosed'), { period_end: '2001-01-01' }, 'period_end'],
    ['a figure and a range', first('disclosed'), { range: [1, 2] }, 'value'],
    ['a floor in millions', grown, { kind: 'floor' }, 'unit'],
    [
      'a level of profit as paid',
      grown,
      { unit: 'million EBITDA a year', conditional: false, counted_in: null },
      'conditional',
    ],
    ['a holder that is not there', grown, { counted_in: 'money/nothing' }, 'counted_in'],
    ['itself as its holder', grown, { counted_in: `money/${grown.slug}` }, 'counted_in'],
    ['a holder in another currency', grown, { currency: 'AUD' }, 'counted_in'],
  ])('is refused for %s, naming the field', (_, sent, change, field) => {
    expect(fieldsOf({ ...sent, row: { ...sent.row, ...change } })).toContain(field)
  })

  it('is refused when two would be counted in each other', () => {
    const holder = first('money', '2023-08-01-lynas-us-department-of-defense-war-grant')
    const ring = { ...holder, row: { ...holder.row, counted_in: `money/${grown.slug}` } }
    expect(fieldsOf(ring)).toEqual(['counted_in'])
  })
})
