import type { Warning } from '@oreline/shared/kernel/outcome.ts'

const meanings: Readonly<Record<string, string>> = {
  XD: 'trades without its dividend today',
  XR: 'trades without its rights today',
  DR: 'trades without dividend and rights today',
  N: 'first day of trading',
  ST: 'under special treatment',
  '*ST': 'at risk of delisting',
}

/** What the exchange puts before a name for a day (`XD北方稀`), as a remark; the name itself is never taken from here. */
export function nameMark(name: string | null): readonly Warning[] {
  const mark = /^(\*ST|XD|XR|DR|ST|N)(?=\p{Script=Han})/u.exec(name ?? '')?.[1]
  const meaning = mark === undefined ? undefined : meanings[mark]
  return mark === undefined || meaning === undefined ? [] : [{ code: 'Q49', detail: `${mark}: ${meaning}` }]
}
