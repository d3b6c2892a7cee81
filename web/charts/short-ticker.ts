import type { Geometry } from './geometry.ts'

/** A ticker in the room there is: on a narrow screen without its market. */
export function shortTicker(ticker: string, { narrow }: Pick<Geometry, 'narrow'>): string {
  return narrow ? ticker.replace(/\..*/, '') : ticker
}
