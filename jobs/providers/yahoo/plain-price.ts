/**
 * The figure behind one of Yahoo's, in the major unit (`per` is 1 or 100). They are 32-bit floats widened to 64
 * (34.4500007629 is 34.45): the fewest decimals that give the same 32-bit float are taken, never more than six.
 */
export function plainPrice(figure: number, per: 1 | 100): number {
  for (let scale = 1; scale <= 1e6; scale *= 10) {
    const plain = Math.round(figure * scale) / scale
    if (Math.fround(plain) === figure) return roundToSix(plain / per)
  }
  return roundToSix(figure / per)
}

const roundToSix = (value: number): number => Math.round(value * 1e6) / 1e6
