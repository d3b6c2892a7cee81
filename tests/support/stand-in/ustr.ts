/** Press releases of the US Trade Representative: Drupal's rss.xml. */
import { newest, rfc822 } from './feed-clock.ts'
import { escaped, feedRoute, type FeedDraft } from './feed-xml.ts'
import type { StandInRequest, StandInRoute } from './route.ts'

const hourMs = 3_600_000

export const ustrRoute = (): StandInRoute =>
  feedRoute({
    name: 'ustr',
    hosts: ['ustr.gov', 'www.ustr.gov'],
    contentType: 'application/rss+xml; charset=utf-8',
    draft: draftOf,
  })

const draftOf = ({ path, atMs }: StandInRequest): FeedDraft | null =>
  path === '/rss.xml'
    ? {
        head: `<title>United States Trade Representative</title>
<link>https://ustr.gov/</link>
<description></description>
<language>en</language>`,
        items: newest(atMs, 37 * hourMs, 10).map(({ number, ms }) => ({
          title:
            number % 2 === 0
              ? 'USTR Opens Section 301 Investigation of China&#039;s Acts on Rare Earths'
              : 'Ambassador Greer Meets Counterparts',
          link: `/about-us/policy-offices/press-office/press-releases/2026/november/release-${number}`,
          guid: `${100_000 + number} at https://ustr.gov`,
          pubDate: rfc822(ms),
          description: escaped(
            '<div class="field"><p>WASHINGTON &ndash; The Office of the United States Trade Representative today announced &hellip;</p></div>',
          ),
        })),
      }
    : null
