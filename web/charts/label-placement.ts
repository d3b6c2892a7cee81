/** Labels at the ends of lines, moved up or down as little as need be so that none covers another. */

/** `y` is the wanted middle, `x0` to `x1` the room across; all in pixels. */
export type LabelBox = {
  readonly y: number
  readonly height: number
  readonly x0: number
  readonly x1: number
}

type Block = { readonly members: number[]; middle: number; height: number }

/**
 * The middles at which to write the labels, in the order given. Labels that share no pixel across do not push each
 * other. Within a crowd the sum of squared moves is least (pool adjacent violators), then the crowd is kept between
 * `top` and `bottom`.
 */
export function placeLabels(
  labels: readonly LabelBox[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): readonly number[] {
  const placed = labels.map(({ y }) => y)
  for (const crowd of crowdsOf(labels)) {
    for (const { members, middle, height } of blocksOf(crowd, labels, top, bottom)) {
      let upper = middle - height / 2
      for (const member of members) {
        const own = labels[member]?.height ?? 0
        placed[member] = upper + own / 2
        upper += own
      }
    }
  }
  return placed
}

/** Indices of labels that meet across, directly or through others. */
function crowdsOf(labels: readonly LabelBox[]): readonly number[][] {
  const order = labels
    .map((_, index) => index)
    .toSorted((a, b) => (labels[a]?.x0 ?? 0) - (labels[b]?.x0 ?? 0))
  const crowds: number[][] = []
  let reach = -Infinity
  for (const index of order) {
    const label = labels[index]
    if (label === undefined) continue
    const crowd = crowds.at(-1)
    if (crowd !== undefined && label.x0 < reach) crowd.push(index)
    else crowds.push([index])
    reach = Math.max(reach, label.x1)
  }
  return crowds
}

function blocksOf(crowd: readonly number[], labels: readonly LabelBox[], top: number, bottom: number) {
  const blocks: Block[] = []
  const byHeight = crowd.toSorted((a, b) => (labels[a]?.y ?? 0) - (labels[b]?.y ?? 0))
  for (const index of byHeight) {
    const label = labels[index]
    if (label === undefined) continue
    let block: Block = kept({ members: [index], middle: label.y, height: label.height }, top, bottom)
    for (let above = blocks.at(-1); above !== undefined && overlaps(above, block); above = blocks.at(-1)) {
      blocks.pop()
      block = kept(merged(above, block, labels), top, bottom)
    }
    blocks.push(block)
  }
  return blocks
}

function overlaps(above: Block, below: Block): boolean {
  return above.middle + above.height / 2 > below.middle - below.height / 2 + 1e-9
}

/** The stack of both, placed where its members' wishes balance. */
function merged(above: Block, below: Block, labels: readonly LabelBox[]): Block {
  const members = [...above.members, ...below.members]
  const height = above.height + below.height
  let offset = 0
  let sum = 0
  for (const member of members) {
    const label = labels[member]
    if (label === undefined) continue
    sum += label.y - (offset + label.height / 2)
    offset += label.height
  }
  return { members, height, middle: sum / members.length + height / 2 }
}

function kept(block: Block, top: number, bottom: number): Block {
  const lowest = bottom - block.height / 2
  const middle = Math.max(top + block.height / 2, Math.min(lowest, block.middle))
  return { ...block, middle }
}
