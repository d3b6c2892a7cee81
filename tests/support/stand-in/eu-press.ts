/** The Commission's press corner: the newest ten of all subjects, whatever filter is asked for. */
import { newest, rfc822Gmt } from './feed-clock.ts'
import { escaped, feedRoute, type FeedDraft } from './feed-xml.ts'
import type { StandInRequest, StandInRoute } from './route.ts'

const hourMs = 3_600_000

export const euPressRoute = (): StandInRoute =>
  feedRoute({
    name: 'eu-press',
    hosts: ['ec.europa.eu'],
    contentType: 'application/xml',
    draft: draftOf,
  })

const draftOf = ({ path, atMs }: StandInRequest): FeedDraft | null =>
  path.startsWith('/commission/presscorner/api/rss')
    ? {
        head: `<title>Press corner</title>
<link>https://ec.europa.eu/commission/presscorner/home/en</link>
<description>European Commission</description>
<language>en</language>`,
        items: newest(atMs, 7 * hourMs, 10).map(({ number, ms }) => {
          const link = `https://ec.europa.eu/commission/presscorner/detail/en/ip_26_${number}`
          return {
            title:
              number % 5 === 0
                ? 'RESourceEU: Commission selects strategic projects for permanent magnets'
                : 'Mergers: Commission clears acquisition of joint control',
            link,
            guid: link,
            pubDate: rfc822Gmt(ms),
            description: escaped('<p>The European Commission has today&nbsp;announced a decision.</p>'),
          }
        }),
      }
    : null
