import type { QuarantineSample } from '@oreline/shared/api/quarantine.ts'

export type SamplePoint = { readonly x: number; readonly held: number; readonly fresh: number }

/** Where the two closes of each day stand in a picture of that size, the higher figure above; one day stands in the middle. */
export function samplePoints(
  sample: readonly QuarantineSample[],
  { width, height, margin }: { readonly width: number; readonly height: number; readonly margin: number },
): readonly SamplePoint[] {
  const values = sample.flatMap(({ held, fresh }) => [held, fresh])
  const low = Math.min(...values)
  const spread = Math.max(...values) - low
  const across = width - 2 * margin
  const yOf = (value: number) =>
    spread === 0 ? height / 2 : height - margin - ((value - low) / spread) * (height - 2 * margin)
  return sample.map(({ held, fresh }, place) => ({
    x: sample.length === 1 ? width / 2 : margin + (place / (sample.length - 1)) * across,
    held: yOf(held),
    fresh: yOf(fresh),
  }))
}
