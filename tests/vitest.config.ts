import { defineConfig } from 'vitest/config'
import { isOldestServerInstalled } from './support/oldest-server.ts'

const oldest = isOldestServerInstalled()

/**
 * unit: pure functions, no IO. store: everything that needs PostgreSQL, one server a run, one database a worker.
 * store-oldest: the same for the server's part, on the oldest PostgreSQL supported; reported as skipped where that is
 * not installed. page: a browser on a running Oreline.
 */
export default defineConfig({
  test: {
    // Most of what the slow suites do is wait: for a PostgreSQL to start, for a host's gap, for a page.
    maxWorkers: 3,
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/test-totals.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{shared,web,providers,http,house}/**/*.test.{ts,tsx}'],
          isolate: false,
        },
      },
      {
        test: {
          name: 'store',
          include: ['tests/{server,jobs,contracts,support}/**/*.test.ts'],
          exclude: ['tests/support/oldest-server.test.ts'],
          globalSetup: [`${import.meta.dirname}/support/global-setup.ts`],
          isolate: false,
          // A test that hangs is found; a busy machine is not.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'store-oldest',
          include: ['tests/support/oldest-server.test.ts', ...(oldest ? ['tests/server/**/*.test.ts'] : [])],
          // These start servers of their own.
          exclude: ['tests/server/db/{private-postgres*,killed-ingest}.test.ts'],
          globalSetup: oldest ? [`${import.meta.dirname}/support/global-setup-oldest.ts`] : [],
          isolate: false,
          // A test that hangs is found; a busy machine is not.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'page',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 180_000,
          // A busy machine may be slow; what is awaited either comes or never does.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
