/** What a new row is called: what identifies it, as the shipped rows are named. */
import { chainSchema } from '@oreline/shared/domain/chain/chain.ts'
import { freeName, namedRows } from '@oreline/shared/domain/chain/records.ts'
import type { NewPart } from './edit-button.tsx'

const lists = {
  coverage: 'coverage',
  share: 'china_share',
  money: 'announced_money',
  disclosed: 'disclosed',
} as const satisfies Record<NewPart, string>

/** An id that none of `taken` has, `coverage/mp-mining-mountain-pass`. `row` is one its schema accepts. */
export function newRowId(part: NewPart, row: object, taken: readonly string[]): string {
  const alone = chainSchema.parse({ ...nothing, [lists[part]]: [row] })
  const [named] = namedRows(alone)
  return named === undefined ? `${part}/row` : freeName(named, new Set(taken))
}

/** A chain without a row; its days are of no account. */
const nothing = {
  as_of: '2000-01-01',
  newest_period_covered: '2000-01-01',
  stages: [],
  elements: [],
  controls_all_elements: [],
  coverage: [],
  china_share: [],
  disclosed: [],
  announced_money: [],
}
