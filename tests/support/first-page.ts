/** `node tests/support/first-page.ts <url>`: opens the first page in Chromium and exits 1 unless the four lines are drawn. */
import { launchBrowser } from './browser.ts'

const url = process.argv[2] ?? 'http://127.0.0.1:4600'
const browser = await launchBrowser()
try {
  const page = await browser.newPage()
  await page.goto(url)
  await page
    .locator('path.recharts-curve.recharts-line-curve')
    .nth(3)
    .waitFor({ state: 'attached', timeout: 90_000 })
  process.stdout.write(`the first page at ${url} draws four lines\n`)
} finally {
  await browser.close()
}
