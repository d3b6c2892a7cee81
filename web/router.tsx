/** The addresses of the page. The query string holds the whole state of a screen, so that a link shows what its sender saw. */
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { NotFoundPage } from './features/not-found/not-found-page.tsx'
import { askAhead } from './features/timeline/timeline-queries.ts'
import { TimelinePage } from './features/timeline/timeline-page.tsx'
import { CrashNotice } from './ui/crash-notice.tsx'
import { parseSearch, stringifySearch, type Search } from './ui/search.ts'
import { Shell } from './ui/shell.tsx'

type RouterContext = { readonly queries: QueryClient }

const root = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
  validateSearch: (search: Search): Search => search,
})
const timeline = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: TimelinePage,
  // Not waited for: the page draws its frame meanwhile.
  loader: ({ context, location }) => askAhead(context.queries, location.search),
  shouldReload: false,
})
const health = createRoute({
  getParentRoute: () => root,
  path: '/health',
  component: lazyRouteComponent(() => import('./features/health/health-page.tsx'), 'HealthPage'),
})
const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: lazyRouteComponent(() => import('./features/sources/sources-page.tsx'), 'SourcesPage'),
})
const floor = createRoute({
  getParentRoute: () => root,
  path: '/floor',
  component: lazyRouteComponent(() => import('./features/floor/floor-page.tsx'), 'FloorPage'),
})
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  component: lazyRouteComponent(() => import('./features/calendar/calendar-page.tsx'), 'CalendarPage'),
})
const chain = createRoute({
  getParentRoute: () => root,
  path: '/chain',
  component: lazyRouteComponent(() => import('./features/chain/chain-page.tsx'), 'ChainPage'),
})
const newEvent = createRoute({
  getParentRoute: () => root,
  path: '/events/new',
  component: lazyRouteComponent(() => import('./features/event-edit/new-event-page.tsx'), 'NewEventPage'),
})
const event = createRoute({
  getParentRoute: () => root,
  path: '/events/$id',
  component: lazyRouteComponent(() => import('./features/event/event-page.tsx'), 'EventPage'),
})
const editEvent = createRoute({
  getParentRoute: () => root,
  path: '/events/$id/edit',
  component: lazyRouteComponent(() => import('./features/event-edit/event-edit-page.tsx'), 'EventEditPage'),
})
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./features/inbox/inbox-page.tsx'), 'InboxPage'),
})
const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('./features/data/data-page.tsx'), 'DataPage'),
})

export function buildRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      timeline,
      inbox,
      calendar,
      newEvent,
      event,
      editEvent,
      chain,
      floor,
      health,
      sources,
      data,
    ]),
    context: { queries },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultErrorComponent: CrashNotice,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof buildRouter>
  }
}
