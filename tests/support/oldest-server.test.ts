import { describe, expect } from 'vitest'
import { isOldestServerInstalled, oldestServer } from './oldest-server.ts'
import { test } from './test.ts'

describe.skipIf(!isOldestServerInstalled())(
  `the store suites on PostgreSQL ${oldestServer.version} (${oldestServer.bin})`,
  () => {
    test('run on that version', ({ store }) => {
      expect(store.engine.version).toMatch(new RegExp(`^${oldestServer.version}\\.`))
    })
  },
)
