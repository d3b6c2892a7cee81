import { getHealth, getReady } from '@oreline/shared/api/health.ts'
import { AppError } from '@oreline/shared/kernel/errors.ts'
import { readSchemaVersion } from '../db/schema-version.ts'
import { route, type Context } from '../route.ts'

export const healthRoutes = [
  route(getHealth, async (_, { now, version }) => ({ data: { status: 'ok' as const, now, version } })),

  route(getReady, async (_, context) => {
    const { config, engine } = context
    const [schemaVersion, queue] = await Promise.all([storeVersion(context), queueState(context)])
    return {
      data: {
        status: 'ready' as const,
        store: {
          engine: `PostgreSQL ${engine.version}`,
          private: engine.private,
          schema_version: schemaVersion,
        },
        queue,
        role: config.role,
        offline: config.offline,
        mail: config.mail !== null,
        public_url: config.publicUrl,
      },
    }
  }),
]

async function storeVersion({ db }: Context): Promise<string> {
  try {
    return await readSchemaVersion(db)
  } catch (cause) {
    throw new AppError('not-ready', 'The store does not answer.', { cause })
  }
}

async function queueState({ queue }: Context): Promise<'ready' | 'not used'> {
  if (queue === null) return 'not used'
  if (await queue.isReady()) return 'ready'
  throw new AppError('not-ready', 'The queue does not answer.')
}
