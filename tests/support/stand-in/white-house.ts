/** The White House's presidential actions: WordPress's RSS, ten items with their whole text. */
import { newest, rfc822 } from './feed-clock.ts'
import { cdata, escaped, feedRoute, type FeedDraft, type FeedItem } from './feed-xml.ts'
import type { StandInRequest, StandInRoute } from './route.ts'

const everyMs = 31 * 3_600_000
const subjects = [
  'Ensuring American Dominance in Processed Critical Minerals and Derivative Products',
  'National Family Week, 2026',
  'Nominations Sent to the Senate',
  'Adjusting Imports of Semiconductors & Robots into the United States',
  'Strengthening the Domestic Supply of Rare-Earth Permanent Magnets',
  'Restoring Common Sense to Federal Office Space Management',
]

export const whiteHouseRoute = (): StandInRoute =>
  feedRoute({
    name: 'white-house',
    hosts: ['www.whitehouse.gov'],
    contentType: 'application/rss+xml; charset=UTF-8',
    draft: draftOf,
    faults: {
      numbered: ({ items }) => {
        const [order, proclamation] = items
        if (order === undefined || proclamation === undefined) return
        order.title = 'Executive Order 14399: Securing Magnet Supply'
        proclamation.more = contentOf(['PROCLAMATION 11055', 'By Executive Order 14272 of April 15, 2025, …'])
      },
    },
  })

const contentOf = (paragraphs: readonly string[]): string =>
  `<content:encoded>${cdata(paragraphs.map((text) => `<p>${text}</p>`).join('\n'))}</content:encoded>`

function draftOf({ path, atMs }: StandInRequest): FeedDraft | null {
  if (path !== '/presidential-actions/feed/') return null
  return {
    head: `<title>Presidential Actions &#8211; The White House</title>
<atom:link href="https://www.whitehouse.gov/presidential-actions/feed/" rel="self" type="application/rss+xml" />
<link>https://www.whitehouse.gov</link>
<description></description>
<lastBuildDate>${rfc822(newest(atMs, everyMs, 1)[0]?.ms ?? atMs)}</lastBuildDate>
<language>en-US</language>
<generator>https://wordpress.org/?v=6.8.3</generator>`,
    items: newest(atMs, everyMs, 10).map(itemOf),
  }
}

function itemOf({ number, ms }: { readonly number: number; readonly ms: number }): FeedItem {
  const subject = subjects[number % subjects.length] ?? ''
  const slug = `${subject.toLowerCase().replace(/[^a-z]+/g, '-')}-${number}`
  const link = `https://www.whitehouse.gov/presidential-actions/2026/11/${slug}/`
  const signed = new Date(ms).toLocaleDateString('en-US', {
    timeZone: 'America/New_York',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  })
  const under = `<p>The post <a href="${link}">${escaped(subject)}</a> appeared first on <a href="https://www.whitehouse.gov">The White House</a>.</p>`
  return {
    title: escaped(subject).replace('Rare-Earth', 'Rare&#8211;Earth'),
    link,
    guid: `https://www.whitehouse.gov/?p=${60_000 + number}`,
    pubDate: rfc822(ms),
    description: cdata(
      `<p>By the authority vested in me as President by the Constitution and the laws of the United States of America, it is hereby ordered: [&#8230;]</p>\n${under}`,
    ),
    more: `<dc:creator>${cdata('The White House')}</dc:creator>
<category>${cdata('Presidential Actions')}</category>
${contentOf([
  'By the authority vested in me as President, and in furtherance of Executive Order 14272 of April 15, 2025, it is hereby ordered:',
  'Section 1. Purpose. Neodymium and dysprosium are essential to our defense industrial base.',
  'Sec. 2. General Provisions. Nothing in this order shall be construed to impair authority granted by law.',
  `THE WHITE HOUSE,<br>&nbsp;&nbsp;&nbsp; ${signed}.`,
])}`,
  }
}
