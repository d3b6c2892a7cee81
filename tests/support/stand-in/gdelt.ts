/** GDELT's list of articles of a day: JSON, and errors as words under status 200. */
import type { StandInReply, StandInRequest, StandInRoute, StandInScenario } from './route.ts'

type Article = {
  url: string
  url_mobile: string
  title: string
  seendate: string
  socialimage: string
  domain: string
  language: string
  sourcecountry: string
}
type Draft = { articles: Article[] }
type Fault = (draft: Draft) => StandInReply | void

export const gdeltRoute = (): StandInRoute => ({
  name: 'gdelt',
  hosts: ['api.gdeltproject.org'],
  answer: (request) => replyOf(draftOf(request)),
  scenarios: Object.fromEntries(
    Object.entries(faults).map(([id, fault]): [string, StandInScenario] => [
      id,
      (request) => {
        const draft = draftOf(request)
        return fault(draft) ?? replyOf(draft)
      },
    ]),
  ),
})

const replyOf = (draft: Draft): StandInReply => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: draft,
})

const words = (text: string): StandInReply => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: text,
})

function draftOf({ query, atMs }: StandInRequest): Draft {
  const day = query.get('startdatetime')?.slice(0, 8) ?? ''
  const now = new Date(atMs).toISOString().replaceAll(/[-:]/g, '')
  const articles = Array.from({ length: 12 }, (_, place) =>
    articleOf(day, place, `Beijing tightens rare earth export curbs , story ${place}`),
  )
  return { articles: articles.filter(({ seendate }) => seendate <= now).toReversed() }
}

function articleOf(
  day: string,
  place: number,
  title: string,
  domain = `paper-${place}.example.com`,
): Article {
  return {
    url: `https://${domain}/${day}/story-${place}`,
    url_mobile: '',
    title,
    seendate: `${day}T${String(place).padStart(2, '0')}1500Z`,
    socialimage: '',
    domain,
    language: 'English',
    sourcecountry: 'United States',
  }
}

const faults: Readonly<Record<string, Fault>> = {
  P28: () => words('Your query was too short or too long.\n'),
  P29: () => ({
    status: 429,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: 'Please limit requests to one every 5 seconds.',
  }),
  P30: () => ({ headers: { 'content-type': 'application/json' }, body: '{}' }),
  'P30-escapes': (draft) => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(draft).replaceAll('rare earth', String.raw`rare\-earth \"dust\" \u00e9\x`),
  }),
  P31: ({ articles }) => {
    const [first] = articles
    const day = first?.seendate.slice(0, 8) ?? ''
    articles.push(
      ...Array.from({ length: 40 }, (_, place) => ({
        ...articleOf(day, 0, `China ' s rare earth licences are slow to come`, `local-${place}.example.org`),
        seendate: `${day}T00${String(59 - place).padStart(2, '0')}00Z`,
      })),
    )
  },
  H24: ({ articles }) => {
    const [, second] = articles
    if (second !== undefined) second.url = 'javascript:void(0)'
  },
  'H24-many': ({ articles }) => {
    articles.forEach((article, place) => {
      if (place % 3 === 0) article.seendate = 'yesterday'
    })
  },
  H25: ({ articles }) => {
    for (const article of articles) Object.assign(article, { tone: -3.2 })
  },
}
