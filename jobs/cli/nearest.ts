/**
 * The word of `known` that was probably meant: the same but for its case, one that begins so, or one within a slip of
 * the finger for every three letters; null: none is near.
 */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const typed = word.toLowerCase()
  const begins = known.filter((each) => each.toLowerCase().startsWith(typed))
  const [only] = begins
  if (typed.length > 1 && only !== undefined && begins.length === 1) return only
  const ranked = known
    .map((each) => ({ each, slips: slipsBetween(typed, each.toLowerCase()) }))
    .toSorted((a, b) => a.slips - b.slips)
  const [best] = ranked
  return best !== undefined && best.slips <= Math.ceil(typed.length / 3) ? best.each : null
}

/**
 * Letters put in, left out, changed, or swapped with their neighbour: the restricted Damerau-Levenshtein distance
 * (Boytsov 2011, optimal string alignment), by code units.
 */
export function slipsBetween(a: string, b: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(changed, at(last, j) + 1, at(row, j - 1) + 1, swapped))
    }
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

const at = (row: readonly number[], place: number): number => row[place] ?? Number.POSITIVE_INFINITY
