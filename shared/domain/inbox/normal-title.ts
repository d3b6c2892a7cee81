/** Titles as they are compared across sources and languages of print: what one adds to the act's own words is taken off. */

/** In what a title is worded, and whose page bears it. */
type Titled = {
  readonly title: string
  readonly type: string
  readonly url: string
}

/** The longest that is compared letter by letter; an index row of the store has room for no more. */
const MOST_LETTERS = 200

/** Shorter than that says nothing: `Notice`, `Correction`, 公告. */
const FEWEST_LATIN = 14
const FEWEST_HAN = 7

/**
 * Letters and digits only, lower case, without the number of the act, `ICYMI` or the name of the site; null where the
 * title is one that many documents bear, so that it identifies none.
 */
export function normalTitle({ title, type, url }: Titled): string | null {
  const own = type === 'news' ? withoutSite(title, url) : title
  const letters = own
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}:：]+/gu, ' ')
    .trim()
    .replace(/^(icymi|updated|update|press release|breaking|just in|exclusive) /u, '')
    .replace(actNumber, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
  const fewest = /\p{Script=Han}/u.test(letters) ? FEWEST_HAN : FEWEST_LATIN
  if (letters.length < fewest || generic.test(letters)) return null
  return letters.length <= MOST_LETTERS
    ? letters
    : `${letters.slice(0, MOST_LETTERS).toWellFormed()}…${letters.length}`
}

/** `Executive Order 14272 of April 15, 2025`, `Announcement No. 18 of 2025`, 商务部 海关总署公告2025年第18号, in front. */
const actNumber = new RegExp(
  [
    String.raw`^(executive order|proclamation|presidential determination|memorandum)( no\.?)? ?\d[\d-]*( of [a-z]+ \d{1,2}, ?\d{4})?`,
    String.raw`^((mofcom|joint|gacc) )*announcement no\.? ?\d+( of \d{4}|, ?\d{4})?`,
    String.raw`^(中华人民共和国)?[\p{Script=Han} 、]{0,40}?公告 ?(\d{4} ?年)? ?第? ?\d+ ?号`,
  ].join('|'),
  'u',
)

/** Titles that come again and again for different acts, as letters only. */
const generic = new RegExp(
  `^(${[
    'sunshineact',
    'contractsfor',
    'presidentialpermit',
    'presidentialwaiverofstatutoryrequirements',
    'presidentialdetermination',
    'delegationof',
    'agencyinformationcollection',
    'informationcollection',
    'noticeof(open|closed|public|apublic|meeting|filing|intent$)',
    'nominationssent',
    'dailynews',
    'weeklynews',
    'memorandumfor(the)?(secretary|heads|attorney)[a-z]{0,40}$',
    'statement(by|from)the(press|president)',
    'pressbriefing',
    'readoutof',
    'weekahead',
  ].join('|')})`,
)

/** `Title | Site` and, where the site's name is that of its address, `Title - Site`. */
function withoutSite(title: string, url: string): string {
  const own = title.replace(/\s+\|\s+[^|]{2,60}$/u, '')
  const [, words, site] = /^(.{20,}?)\s+[-–—]\s+([^-–—]{2,60})$/u.exec(own) ?? []
  if (words === undefined || site === undefined) return own
  const host = URL.parse(url)?.hostname.replaceAll(/[^a-z0-9]/g, '') ?? ''
  const name = site
    .toLowerCase()
    .replace(/^the /, '')
    .replaceAll(/[^a-z0-9]/g, '')
  return name.length > 0 && host.includes(name) ? words : own
}
