/** What a page that is passed on says of itself before any script has run: the title and picture of its event. */
import { eventIdSchema, policyEventSchema } from '@oreline/shared/domain/policy/event.ts'
import { element, escaped } from '@oreline/shared/domain/pictures/svg.ts'
import { PICTURE } from '@oreline/shared/domain/pictures/event-picture.ts'
import type { Executor } from '../db/client.ts'
import { listReference } from '../db/reference-rows.ts'

/** The id in the address of an event's page; null: the address is none. */
export function eventOfAddress(url: string): string | null {
  const [path = ''] = url.split('?', 1)
  const id = /^\/events\/([^/]+)$/.exec(path)?.[1]
  return eventIdSchema.safeParse(id).data ?? null
}

/** The page with the event's title, summary and picture in its head (Open Graph, https://ogp.me); null: no such event. */
export async function pageOfEvent(
  page: string,
  { db, id, publicUrl }: { readonly db: Executor; readonly id: string; readonly publicUrl: string },
): Promise<string | null> {
  const [row] = await listReference(db, 'policy-event', { asOf: null, key: id })
  if (row === undefined) return null
  const { title, summary } = policyEventSchema.parse(row.body)
  const address = new URL(`/events/${id}`, publicUrl).href
  const said = {
    'og:type': 'article',
    'og:site_name': 'Oreline',
    'og:title': title,
    'og:description': summary,
    'og:url': address,
    'og:image': `${address}/picture.png`,
    'og:image:width': String(PICTURE.width),
    'og:image:height': String(PICTURE.height),
  }
  const head = [
    element('title', {}, escaped(`Oreline: ${title}`)),
    ...Object.entries(said).map(([property, content]) => element('meta', { property, content })),
    element('meta', { name: 'twitter:card', content: 'summary_large_image' }),
  ]
  return page.replace('</head>', () => `${head.join('')}</head>`)
}
