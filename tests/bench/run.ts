/** `pnpm bench [name ...]`: measures what the budgets are about and prints each figure beside its limit. */
import type { Bench } from './bench.ts'
import { drawBench } from './draw.ts'
import { firstScriptBench } from './first-script.ts'
import { growthBench } from './growth.ts'
import { inboxBench } from './inbox.ts'
import { ingestBench } from './ingest.ts'
import { killBench } from './kill.ts'
import { panBench } from './pan.ts'
import { pricesBench } from './prices.ts'
import { refreshBench } from './refresh.ts'
import { scaleBench } from './scale.ts'
import { startBench } from './start.ts'
import { stateBench } from './state.ts'
import { wireBench } from './wire.ts'

const benches: readonly Bench[] = [
  startBench,
  pricesBench,
  ingestBench,
  wireBench,
  refreshBench,
  scaleBench,
  killBench,
  growthBench,
  inboxBench,
  stateBench,
  drawBench,
  panBench,
  firstScriptBench,
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name))
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${benches.map((bench) => bench.name).join(', ')}`)
  process.exit(2)
}

const row = (...cells: readonly string[]) =>
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(62) : cell.padStart(12))).join(' '))
row('what', 'measured', 'limit', 'of limit')
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue
  for (const { what, value, limit, unit } of await bench.run())
    row(
      `${bench.name}: ${what}`,
      `${value.toFixed(1)} ${unit}`,
      limit === null ? '' : `${limit} ${unit}`,
      limit === null || limit === 0 ? '' : `${((value / limit) * 100).toFixed(0)} %`,
    )
}
