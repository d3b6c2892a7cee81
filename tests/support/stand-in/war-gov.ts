/** Releases and contracts of the Department of War: DNN's RSS.ashx. Scripts that name no browser are refused. */
import { newest, rfc822Gmt } from './feed-clock.ts'
import { escaped, feedRoute, type FeedDraft, type FeedItem } from './feed-xml.ts'
import type { StandInRequest, StandInRoute } from './route.ts'

const dayMs = 86_400_000

export function warGovRoute(): StandInRoute {
  const route = feedRoute({
    name: 'war-gov',
    hosts: ['www.war.gov', 'war.gov', 'www.defense.gov', 'defense.gov'],
    contentType: 'text/xml; charset=utf-8',
    draft: draftOf,
  })
  return {
    ...route,
    answer: (request) =>
      request.headers['user-agent']?.startsWith('Mozilla/') === true
        ? route.answer(request)
        : {
            status: 403,
            headers: { 'content-type': 'text/html' },
            body: '<html><title>Access Denied</title></html>',
          },
    scenarios: {
      ...route.scenarios,
      // The department's other name.
      'P20-moved': ({ path }) => ({
        status: 301,
        headers: { location: `https://www.defense.gov${path}` },
        body: '',
      }),
      'P20-sold': ({ path }) => ({
        status: 301,
        headers: { location: `https://war-news.example.com${path}` },
        body: '',
      }),
    },
  }
}

function draftOf({ path, query, atMs }: StandInRequest): FeedDraft | null {
  if (!path.startsWith('/DesktopModules/ArticleCS/RSS.ashx')) return null
  const type = query.get('ContentType')
  if (type !== '9' && type !== '400') return null
  const most = Number(query.get('max'))
  return {
    head: `<title>War.gov ${type === '9' ? 'Release' : 'Contract'} Feed</title>
<link>https://www.war.gov</link>
<description>War.gov</description>
<language>en-us</language>
<generator>DotNetNuke</generator>`,
    items: newest(atMs, dayMs, most).map(type === '9' ? releaseOf : contractsOf),
  }
}

type Place = { readonly number: number; readonly ms: number }

function releaseOf({ number, ms }: Place): FeedItem {
  const link = `https://www.war.gov/News/Releases/Release/Article/${4_300_000 + number}/`
  return {
    title:
      number % 4 === 0 ? 'Department Announces Loan for Heavy Rare Earth Separation' : 'Readout of a Call',
    link,
    guid: link,
    pubDate: rfc822Gmt(ms),
    description: escaped(
      '<p>The Office of Strategic Capital today announced &ldquo;an agreement&rdquo;.</p>',
    ),
  }
}

function contractsOf({ number, ms }: Place): FeedItem {
  const link = `https://www.war.gov/News/Contracts/Contract/Article/${4_400_000 + number}/`
  const day = new Date(ms).toLocaleDateString('en-US', {
    timeZone: 'America/New_York',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  })
  const awards = Array.from(
    { length: 40 },
    (_, place) =>
      `<p>Contractor ${place} Corp., Anytown, Ohio, is awarded a $${place + 7},500,000 firm-fixed-price contract for spare parts.</p>`,
  )
  const watched =
    number % 3 === 0
      ? '<p>MP Materials Corp., Las Vegas, Nevada, is awarded a $9,600,000 agreement under Title III of the Defense Production Act for heavy rare earth separation.</p>'
      : ''
  return {
    title: `Contracts For ${day}`,
    link,
    guid: link,
    pubDate: rfc822Gmt(ms),
    description: escaped(`<p><strong>ARMY</strong></p>${awards.join('')}${watched}<p>*Small Business</p>`),
  }
}
