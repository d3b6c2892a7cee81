/**
 * Which levels of a series stand alone: a one-day error of a data vendor looks like a move that nobody confirms, a real
 * move is confirmed by the next level. Used on closes and on exchange rates.
 */

export type JumpRule = {
  /** A change beyond this fraction of the last trusted level is doubted: 0.4 for 40 %. */
  readonly limit: number
  /** Places where a change of any size has a reason (an ex-date); nothing is doubted there. */
  readonly excused?: (place: number) => boolean
  /** Changes that no later level can confirm; `ratio` is level over trusted level. */
  readonly impossible?: (ratio: number) => boolean
}

/**
 * The places of doubtful levels, ascending. A level off the last trusted one by more than the limit is doubtful unless
 * the level after it agrees with it. Trust begins at the first two neighbours that agree with each other, so that an
 * error in the first place does not condemn the rest.
 */
export function doubtfulPlaces(levels: readonly number[], rule: JumpRule): readonly number[] {
  const { limit, excused = () => false, impossible = () => false } = rule
  const agree = (level: number, other: number): boolean => Math.abs(level / other - 1) <= limit
  const start = levels.findIndex((level, place) => {
    const next = levels[place + 1]
    return next !== undefined && agree(next, level)
  })
  let trusted = levels[Math.max(start, 0)]
  const doubtful: number[] = []
  for (const [place, level] of levels.entries()) {
    if (trusted === undefined) break
    const next = levels[place + 1]
    const confirmed = next !== undefined && agree(next, level) && !impossible(level / trusted)
    if (agree(level, trusted) || excused(place) || confirmed) trusted = level
    else doubtful.push(place)
  }
  return doubtful
}
