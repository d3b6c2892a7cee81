/**
 * The rows of the ugly list (providers.md 9: transport, quotes, filings, policy, rates, calendars) by id, and those that no
 * test here can meet, each with its reason. Mail is not sent yet.
 */

const range = (family: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, place) => `${family}${String(from + place).padStart(2, '0')}`)

export const uglyIds: readonly string[] = [
  ...range('H', 1, 27),
  ...range('Q', 1, 53),
  ...range('F', 1, 49),
  ...range('P', 1, 31),
  ...range('X', 1, 10),
  ...range('K', 1, 4),
]

const because = (reason: string, ids: readonly string[]) => ids.map((id) => [id, reason] as const)

/** Why a row is met nowhere, by id. */
export const notMet: ReadonlyMap<string, string> = new Map([
  ...because('Yahoo’s chart needs no cookie and no crumb; the calls that do are not made', ['Q29', 'Q30']),
  ...because('Yahoo gives MP one history over the merger; there are no former symbols to join', ['Q44']),
  ...because('of vendors that are not asked: of those with a key EODHD alone is', ['Q50']),
  ...because('of XBRL, which is not asked for yet', range('F', 22, 24)),
  ...because('of files beside a filing, which are linked to and never fetched', ['F27', 'F31', 'F35']),
])
