/** What every file of tests of the page stands on: one Oreline without a network, and one browser. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { browserPath, launchBrowser } from './browser.ts'
import { startOreline, type OrelineProcess } from './oreline-process.ts'

export type PageSuite = {
  readonly oreline: () => OrelineProcess
  readonly browser: () => Browser
  /** The address of a path of the page. */
  readonly at: (address: string) => string
}

/** A `describe` that is reported as skipped, by its name, where there is no Chromium. */
export function describePage(name: string, tests: (suite: PageSuite) => void): void {
  describe.skipIf(browserPath === undefined)(`${name}, in Chromium`, () => {
    let oreline: OrelineProcess | null = null
    let browser: Browser | null = null
    let dataDir = ''
    beforeAll(async () => {
      dataDir = await mkdtemp(path.join(tmpdir(), 'oreline-page-'))
      oreline = await startOreline({ dataDir, offline: true })
      browser = await launchBrowser()
    })
    afterAll(async () => {
      await browser?.close()
      await oreline?.stop()
      await rm(dataDir, { recursive: true, force: true })
    })
    tests({
      oreline: () => started(oreline),
      browser: () => started(browser),
      at: (address) => `${started(oreline).url}${address}`,
    })
  })
}

function started<T>(thing: T | null): T {
  if (thing === null) throw new Error('the suite has not started')
  return thing
}
