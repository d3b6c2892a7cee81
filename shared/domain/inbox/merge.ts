/** Which documents belong together, whatever the order in which they arrive. */
import type { MergeKeys } from './merge-keys.ts'

/** A document that came in. `item`: what it belongs to already, which it never leaves; null: it is new. */
export type Arrival = { readonly ref: string; readonly item: number | null; readonly keys: MergeKeys }

/**
 * Documents that are the same. `item`: the earliest they belong to, null where all of them are new; `folded`: later ones
 * that prove to be the same; `keys`: what its documents hold from now on.
 */
export type MergeGroup = {
  readonly item: number | null
  readonly folded: readonly number[]
  readonly refs: readonly string[]
  readonly keys: readonly string[]
}

/**
 * Groups arrivals with each other and with what is known: `known` tells which item holds a key. Each chain of copies is
 * one group, so that a document which is a copy of two joins them.
 */
export function planMerge(
  arrivals: readonly Arrival[],
  known: ReadonlyMap<string, number>,
): readonly MergeGroup[] {
  const groups = joinedGroups(arrivals, known)
  const plans = new Map<string, { items: Set<number>; refs: string[]; keys: Set<string> }>()
  for (const { ref, item, keys } of arrivals) {
    const root = groups.rootOf(documentNode(ref))
    const plan = plans.get(root) ?? { items: new Set(), refs: [], keys: new Set() }
    plans.set(root, plan)
    plan.refs.push(ref)
    for (const key of keys.held) plan.keys.add(key)
    if (item !== null) plan.items.add(item)
    for (const key of keys.sought) {
      const holder = known.get(key)
      if (holder !== undefined) plan.items.add(holder)
    }
  }
  return [...plans.values()].map(({ items, refs, keys }) => {
    const [earliest, ...later] = [...items].toSorted((a, b) => a - b)
    return { item: earliest ?? null, folded: later, refs, keys: [...keys] }
  })
}

function joinedGroups(arrivals: readonly Arrival[], known: ReadonlyMap<string, number>): Groups {
  const groups = new Groups()
  const holders = new Map<string, string>()
  for (const { ref, keys } of arrivals)
    for (const key of keys.held) {
      const holder = holders.get(key)
      if (holder === undefined) holders.set(key, documentNode(ref))
      else groups.join(holder, documentNode(ref))
    }
  for (const { ref, item, keys } of arrivals) {
    if (item !== null) groups.join(documentNode(ref), itemNode(item))
    for (const key of keys.sought) {
      const holder = holders.get(key)
      if (holder !== undefined) groups.join(holder, documentNode(ref))
      const held = known.get(key)
      if (held !== undefined) groups.join(itemNode(held), documentNode(ref))
    }
  }
  return groups
}

const documentNode = (ref: string): string => `document ${ref}`
const itemNode = (item: number): string => `item ${item}`

/** Disjoint sets of names; a name not met before is a set of its own. */
class Groups {
  readonly #above = new Map<string, string>()

  rootOf(name: string): string {
    let root = name
    for (let above = this.#above.get(root); above !== undefined; above = this.#above.get(root)) root = above
    // Shortens the way for the next question.
    for (let each = name; each !== root;) {
      const above = this.#above.get(each) ?? root
      this.#above.set(each, root)
      each = above
    }
    return root
  }

  join(a: string, b: string): void {
    const [rootA, rootB] = [this.rootOf(a), this.rootOf(b)]
    if (rootA !== rootB) this.#above.set(rootB, rootA)
  }
}
