import type { SourceDescription } from './source-description.ts'

/** Governments’ own feeds, and a news index behind them: what comes in from them are candidates, never events. */
export const policySources = [
  {
    id: 'white-house',
    name: 'White House presidential actions',
    provides: ['policy'],
    homepage: 'https://www.whitehouse.gov/presidential-actions/',
    terms:
      'Works of the US government, in the public domain. Oreline keeps titles, summaries, links and the passages in which a watched word stands.',
    limits:
      'The newest ten, asked every hour; most have no number yet. A new administration takes the old addresses away.',
    staleAfter: { days: 3 },
  },
  {
    id: 'war-gov',
    name: 'US Department of War releases and contracts',
    provides: ['policy'],
    homepage: 'https://www.war.gov/News/',
    terms:
      'Works of the US government, in the public domain. Oreline keeps titles, summaries, links and the passages in which a watched word stands.',
    limits:
      'The newest twenty of each list, asked every hour. Contracts are one long text a day: the awards in which a watched name or material stands are kept.',
    staleAfter: { days: 3 },
  },
  {
    id: 'ustr',
    name: 'US Trade Representative press releases',
    provides: ['policy'],
    homepage: 'https://ustr.gov/about-us/policy-offices/press-office/press-releases',
    terms: 'Works of the US government, in the public domain.',
    limits:
      'The newest ten, asked every hour. The feed has been away before; the agency’s notices come with the Federal Register all the same.',
    staleAfter: { days: 3 },
  },
  {
    id: 'eu-press',
    name: 'European Commission press corner',
    provides: ['policy'],
    homepage: 'https://ec.europa.eu/commission/presscorner/home/en',
    terms: '© European Union, CC BY 4.0: the source is named.',
    limits:
      'The newest ten of all subjects, asked every hour and on weekdays every quarter of one: more than ten between two answers are lost, and then it says so.',
    staleAfter: { days: 3 },
  },
  {
    id: 'gdelt',
    name: 'GDELT news index',
    provides: ['policy'],
    homepage: 'https://www.gdeltproject.org/',
    terms:
      'Free for any use with attribution to the GDELT Project; the articles belong to their publishers and are linked to.',
    limits:
      'Off unless switched on. News, not the word of an authority, dated by the day on which GDELT found it; four times a day at most, and often too busy to answer.',
    offUnlessWanted: true,
    staleAfter: { days: 7 },
  },
] as const satisfies readonly SourceDescription[]
