import type { IsoDate } from '../../kernel/brand.ts'
import type { Filing } from './filing.ts'
import { correctedTitle, sseSubject } from './sse-category.ts'

/**
 * What a notice of a Shanghai-listed company is by its title and the day of its disclosure, where the hour of the upload
 * is not known: a midnight in Beijing that a site prints is a day, not a moment. The title must be clean.
 */
export function chineseNotice(
  title: string,
  disclosedOn: IsoDate,
): Omit<Filing, 'sourceId' | 'form' | 'url'> {
  const subject = sseSubject(title)
  const corrects = correctedTitle(title)
  return {
    category: subject?.category ?? 'other',
    title,
    titleEn: subject?.english ?? null,
    publishedOn: disclosedOn,
    publishedAt: null,
    precision: 'day',
    priceSensitive: null,
    details: { disclosedOn, ...(corrects === null ? {} : { corrects }) },
  }
}
