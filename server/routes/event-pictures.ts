/** Each event as a picture with an address of its own, for sharing: outside the API, kept for as long as its data stand. */
import { eventIdSchema, policyEventSchema } from '@oreline/shared/domain/policy/event.ts'
import { eventPicture } from '@oreline/shared/domain/pictures/event-picture.ts'
import { asOfParameter, atParameter } from '@oreline/shared/api/parameters.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import * as z from 'zod'
import { listReference } from '../db/reference-rows.ts'
import { inSnapshot } from '../db/snapshot.ts'
import { readVersions } from '../db/versions.ts'
import { answerOf, sendAnswer } from '../http/answer.ts'
import { picturePng } from '../http/picture-png.ts'
import type { Route } from '../route.ts'
import { eventPictureFacts } from '../rows/event-picture-facts.ts'
import { pastOf, worldDay } from '../rows/world-day.ts'
import type { Services } from '../services.ts'

const paramsSchema = z.object({ id: eventIdSchema })
const querySchema = z.strictObject({
  theme: z.enum(['light', 'dark']).default('light'),
  ...atParameter('the day of the state and the last of the closes'),
  ...asOfParameter,
})
const reads = ['reference', 'prices'] as const
const formats = [
  { name: 'svg', contentType: 'image/svg+xml; charset=utf-8' },
  { name: 'png', contentType: 'image/png' },
] as const
type Format = (typeof formats)[number]

/** `/events/{id}/picture.svg` and `.png`, 1200 by 630; the state is that of the UTC day, unless asked for another. */
export const eventPictureRoutes: readonly Route[] = formats.map((format): Route => (app, services) => {
  const { db, clock, cache } = services
  app.get(`/events/:id/picture.${format.name}`, {
    schema: { hide: true, params: paramsSchema, querystring: querySchema },
    compress: false,
    handler: async (request, reply) => {
      const { at, as_of, ...query } = querySchema.parse(request.query)
      const now = clock()
      const asOf = pastOf(as_of, now)
      const asked = {
        ...paramsSchema.parse(request.params),
        ...query,
        asOf,
        at: worldDay(at, { asOf, now }),
      }
      const question = JSON.stringify(['picture', format.name, asked])
      const { label } = await readVersions(db, reads)
      const known = cache.get(question, label)
      const answer = known ?? answerOf(await draw(asked, format, services), format.contentType)
      if (known === undefined) cache.set(question, label, answer)
      return sendAnswer(request, reply, answer)
    },
  })
})

type Asked = z.output<typeof paramsSchema> &
  Pick<z.output<typeof querySchema>, 'theme'> & { readonly asOf: Instant | null; readonly at: IsoDate }

async function draw(
  { id, theme, asOf, at }: Asked,
  { name }: Format,
  { db, calendars }: Services,
): Promise<string | Buffer> {
  const facts = await inSnapshot(db, async (snapshot) => {
    const [row] = await listReference(snapshot, 'policy-event', { asOf, key: id })
    if (row === undefined) throw new AppError('unknown-event', `no such event: ${id}`, { parameter: 'id' })
    return eventPictureFacts(policyEventSchema.parse(row.body), at, { snapshot, asOf, calendars })
  })
  const svg = eventPicture(facts, theme)
  return name === 'svg' ? svg : picturePng(svg)
}
