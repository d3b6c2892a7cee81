import type { SourceDescription } from './source-description.ts'

/** Where governments print what they decide: the US Federal Register, and the announcements of China’s Ministry of Commerce. */
export const registerSources = [
  {
    id: 'federal-register',
    name: 'Federal Register',
    provides: ['policy'],
    homepage: 'https://www.federalregister.gov/',
    terms: 'Public domain. Works of the United States government; the interface needs no key.',
    limits:
      'Documents in which a word about rare earths or critical minerals occurs, and all of five offices. Printed days after they are signed or filed; two requests a second.',
    staleAfter: { days: 3 },
  },
  {
    id: 'federal-register-inspection',
    name: 'Federal Register public inspection',
    provides: ['policy'],
    homepage: 'https://www.federalregister.gov/public-inspection/current',
    terms: 'Public domain. Works of the United States government; the interface needs no key.',
    limits:
      'Documents laid out a day or more before they are printed, at 08:45, 11:15 and 16:15 in Washington; known by title alone, of five offices or with a word about rare earths or critical minerals in it.',
    staleAfter: { days: 4 },
  },
  {
    id: 'mofcom',
    name: 'MOFCOM announcements',
    provides: ['policy'],
    homepage: 'https://www.mofcom.gov.cn/zwgk/zcfb/index.html',
    terms:
      'Public announcements of China’s Ministry of Commerce, without a stated licence; titles and links only, in Chinese.',
    limits:
      'The day of publication in Beijing, without the hour. One request every five seconds; for addresses abroad it is away for hours now and then.',
    staleAfter: { days: 3 },
  },
  {
    id: 'mofcom-en',
    name: 'MOFCOM announcements in English',
    provides: ['policy'],
    behind: 'mofcom',
    homepage: 'https://english.mofcom.gov.cn/Policies/AnnouncementsOrders/index.html',
    terms:
      'Public announcements of China’s Ministry of Commerce, without a stated licence; titles and links only.',
    limits:
      'Days behind the Chinese list, and not all of it. Asked once a day, and whenever the Chinese list fails.',
    staleAfter: { days: 3 },
  },
] as const satisfies readonly SourceDescription[]
