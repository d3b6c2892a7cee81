/** Debian's Chromium, headless; the flags keep it from asking hosts of its own. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where the browser is; undefined: none on this machine, and tests that need it say so. */
export const browserPath = candidates.find((candidate) => existsSync(candidate))

/** A fresh browser; the caller closes it. Throws when none is installed. */
export function launchBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('no Chromium on this machine')
  return chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
