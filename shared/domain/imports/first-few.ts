/** The first three in words, and that there are more: `4, 9, 12 and on`. */
export const firstFew = (items: readonly (string | number)[]): string =>
  `${items.slice(0, 3).join(', ')}${items.length > 3 ? ' and on' : ''}`
