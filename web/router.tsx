/** The addresses of the page. The query string holds the whole state of a screen, so that a link shows what its sender saw. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { NotFoundPage } from './features/not-found/not-found-page.tsx'
import { TimelinePage } from './features/timeline/timeline-page.tsx'
import { CrashNotice } from './ui/crash-notice.tsx'
import { parseSearch, stringifySearch, type Search } from './ui/search.ts'
import { Shell } from './ui/shell.tsx'

const validateSearch = (search: Search): Search => search

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, validateSearch })
const timeline = createRoute({ getParentRoute: () => root, path: '/', component: TimelinePage })
const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: lazyRouteComponent(() => import('./features/sources/sources-page.tsx'), 'SourcesPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([timeline, sources]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultErrorComponent: CrashNotice,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
