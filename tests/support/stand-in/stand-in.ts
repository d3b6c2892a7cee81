/**
 * One node:http process that plays every provider's host and misbehaves on demand. Real hosts reach it through
 * `hostMap()`. From another process: `POST /__scenario {route, name, times}` and `GET /__log`.
 */
import type { Instant } from '@oreline/shared/kernel/brand.ts'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
import { systemClock } from '../clock.ts'
import { faults } from './faults.ts'
import { sendReply } from './reply.ts'
import type { StandInRequest, StandInRoute, StandInScenario } from './route.ts'

export type StandInOptions = {
  readonly routes: readonly StandInRoute[]
  /** Stamps the log and the `date` header; share the one given to the client. Default: the machine's. */
  readonly clock?: () => Instant
  /** Between two bytes of the dripping fault `H16`. */
  readonly dripMs?: number
}

export type StandIn = {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** `ORELINE_HOST_MAP` for the named real hosts, by default for those of all routes. */
  readonly hostMap: (...realHosts: readonly string[]) => Readonly<Record<string, string>>
  /** The next `times` (1) requests to the route meet this fault: an `H..` id of `faults.ts` or one of the route's own. */
  readonly scenario: (route: string, name: string, times?: number) => void
  /** Forgets all planned faults that nobody has met yet. */
  readonly clearScenarios: () => void
  /** Everything received so far, oldest first. */
  readonly log: () => readonly StandInRequest[]
  readonly close: () => Promise<void>
}

const scenarioSchema = z.object({ route: z.string(), name: z.string(), times: z.int().positive().default(1) })

/** Listens on a free loopback port. A request outside all routes is answered 404 and logged under route `''`. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const clock = options.clock ?? systemClock
  const routes = new Map(options.routes.map((route) => [route.name, route]))
  const builtIn = faults({ clock, dripMs: options.dripMs ?? 1_000 })
  const received: StandInRequest[] = []
  const pending: { route: string; name: string; left: number }[] = []

  const plan = (route: string, name: string, times = 1): void => {
    if (scenarioOf(routes.get(route), name) === undefined)
      throw new Error(`stand-in: route ${route} has no scenario ${name}`)
    pending.push({ route, name, left: times })
  }

  const scenarioOf = (route: StandInRoute | undefined, name: string): StandInScenario | undefined =>
    route === undefined ? undefined : (route.scenarios?.[name] ?? builtIn[name])

  const nextScenario = (route: StandInRoute): StandInScenario | undefined => {
    const due = pending.find((planned) => planned.route === route.name && planned.left > 0)
    if (due === undefined) return undefined
    due.left -= 1
    return scenarioOf(route, due.name)
  }

  const control = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (req.method === 'POST' && req.url === '/__scenario') {
      const { route, name, times } = scenarioSchema.parse(JSON.parse(await text(req)))
      plan(route, name, times)
      sendReply(res, { status: 204, body: '' })
    } else if (req.method === 'GET' && req.url === '/__log') {
      const rows = received.map((one) => ({ ...one, query: Object.fromEntries(one.query) }))
      sendReply(res, { body: rows })
    } else sendReply(res, { status: 404, body: 'no such control' })
  }

  const serve = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    res.setHeader('date', new Date(clock()).toUTCString())
    if (req.url?.startsWith('/__') === true) return control(req, res)
    const request = await readRequest(req, clock())
    received.push(request)
    const route = routes.get(request.route)
    if (route === undefined) return sendReply(res, { status: 404, body: 'no such route' })
    const usual = async () => route.answer(request)
    const scenario = nextScenario(route)
    const reply = await (scenario === undefined ? usual() : scenario(request, usual))
    if ('raw' in reply) reply.raw(req, res)
    else sendReply(res, reply)
  }

  const server = createServer((req, res) => {
    serve(req, res).catch((error: unknown) => {
      sendReply(res, {
        status: 500,
        headers: { 'content-type': 'text/plain' },
        body: `stand-in: ${String(error)}`,
      })
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('stand-in: no port')
  const origin = `http://127.0.0.1:${address.port}`

  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve()
      })
    })
  }

  return {
    origin,
    hostMap: (...realHosts) => {
      const all = options.routes.flatMap(({ name, hosts }) =>
        hosts.map((host) => [host, `${origin}/${name}`] as const),
      )
      return Object.fromEntries(all.filter(([host]) => realHosts.length === 0 || realHosts.includes(host)))
    },
    scenario: plan,
    clearScenarios: () => void pending.splice(0),
    log: () => [...received],
    close,
  }
}

async function readRequest(req: IncomingMessage, at: Instant): Promise<StandInRequest> {
  const url = new URL(req.url ?? '/', 'http://stand-in')
  const [, route = '', ...rest] = url.pathname.split('/')
  const headers = Object.entries(req.headers).map(([name, value]) => [name, String(value)] as const)
  return {
    route,
    method: req.method ?? 'GET',
    path: `/${rest.join('/')}${url.search}`,
    query: url.searchParams,
    headers: Object.fromEntries(headers),
    body: await text(req),
    at,
    atMs: Date.parse(at),
  }
}
