/** Wares and matters that acts of the same kinds are made about, and that no rare-earth stock follows. */

const wares = [
  'firearms?|ammunition|aircraft|spacecraft|satellites?',
  'integrated circuits?|advanced computing|artificial intelligence|digital',
  'automobiles?|trucks?|timber|lumber|apparel|footwear|toys?|pencils?',
  'pharmaceuticals?|medicines?|medical|dental|mri|vaccines?|superconducting|fib(?:er|re) amplifiers?',
  'food|dairy|agricultural|pork|beef|grain|sugar|rice|petroleum|crude oil|natural gas|coal|bitcoin',
]
const pattern = new RegExp(String.raw`\b(?:${wares.join('|')})\b`, 'i')

/** Whether a title names one: a weak term beside it is then about that, unless a mineral is named as well. */
export const namesOtherWare = (title: string): boolean => pattern.test(title)
