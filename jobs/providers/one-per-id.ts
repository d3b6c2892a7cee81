/** One item per id, the first that was read: parts of a list overlap, and a filing is listed once per role. */
export function onePerId<Item extends { readonly sourceId: string }>(
  items: readonly Item[],
): readonly Item[] {
  return [...new Map(items.toReversed().map((item) => [item.sourceId, item])).values()].toReversed()
}
