import { correctedTitle, matchingTitle } from './sse-category.ts'

/** What a Chinese notice is about, in the fewest words: without company, brackets and the words that make it a notice. */
export function noticeStem(title: string, company: string | null): string {
  return matchingTitle(title)
    .replaceAll(company ?? '', '')
    .replaceAll(/[:《》]/gu, '')
    .replace(/^关于/u, '')
    .replace(/的?公告$/u, '')
}

/** The stem of the notice that a correction or supplement is about; null: it is neither, or does not say of what. */
export function correctedStem(title: string, company: string | null): string | null {
  const corrected = correctedTitle(title)
  const stem = corrected === null ? '' : noticeStem(corrected, company)
  return stem === '' ? null : stem
}
