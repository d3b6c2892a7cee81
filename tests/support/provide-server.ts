import type { TestProject } from 'vitest/node'
import { createTemplate, type TestServer } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run, and the name of the migrated template in it. */
    testServer: { readonly url: string; readonly template: string }
  }
}

/** Tells the project's workers where the server is and what to copy; what undoes it all is given back. */
export async function provideServer(project: TestProject, server: TestServer): Promise<() => Promise<void>> {
  const template = await createTemplate(server.url).catch(async (error: unknown) => {
    await server.stop()
    throw error
  })
  project.provide('testServer', { url: server.url, template: template.name })
  return async () => {
    await template.drop()
    await server.stop()
  }
}
