/** What is looked for in the Federal Register: words that occur somewhere in a document, and offices all of whose are read. */

/**
 * Each a phrase of the full-text search. The elements named are those whose control or price moves a rare-earth stock and
 * that few other documents mention; gallium, graphite and the like stand beside `critical mineral` where they matter.
 */
const phrases = [
  'rare earth',
  'rare earths',
  'critical mineral',
  'critical minerals',
  'permanent magnet',
  'permanent magnets',
  'strategic and critical materials',
  'neodymium',
  'praseodymium',
  'dysprosium',
  'terbium',
  'samarium',
] as const

/** `"rare earth"|"critical mineral"|…`: quotes make a phrase, `|` is or. */
export const searchTerm = phrases.map((phrase) => `"${phrase}"`).join('|')

/** Whether a title says what the search would find. */
export function mentionsWatched(text: string): boolean {
  const folded = text.toLowerCase().replaceAll(/[\s\p{Pd}]+/gu, ' ')
  return phrases.some((phrase) => folded.includes(phrase))
}

/**
 * Offices whose every document is read, by the register's slug. The large ones (Energy, Interior, Defense, the
 * International Trade Administration and Commission, the Nuclear Regulatory Commission) print thousands a year about other
 * things: theirs are found by the words.
 */
export const watchedAgencies = [
  'industry-and-security-bureau',
  'trade-representative-office-of-united-states',
  'executive-office-of-the-president',
  'defense-acquisition-regulations-system',
  'geological-survey',
] as const
