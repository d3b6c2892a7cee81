import type { TestProject } from 'vitest/node'
import { startTestServer } from './database.ts'
import { oldestServer } from './oldest-server.ts'
import { provideServer } from './provide-server.ts'

/** Once a run: the oldest supported PostgreSQL, started the same way as Oreline's own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  return provideServer(project, await startTestServer(oldestServer))
}
