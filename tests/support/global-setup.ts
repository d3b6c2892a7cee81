import type { TestProject } from 'vitest/node'
import { startTestServer } from './database.ts'
import { provideServer } from './provide-server.ts'

/** Once a run: a private PostgreSQL, or the server of ORELINE_TEST_DATABASE_URL, whose user may create databases. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['ORELINE_TEST_DATABASE_URL']
  const server = url === undefined ? await startTestServer() : { url, stop: async () => {} }
  return provideServer(project, server)
}
