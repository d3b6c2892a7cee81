import { daysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { cleanTitle } from '@oreline/shared/domain/filings/clean-title.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { shanghaiTime } from '@oreline/shared/domain/filings/shanghai-time.ts'
import { correctedTitle, sseSubject } from '@oreline/shared/domain/filings/sse-category.ts'
import { isoDateSchema } from '@oreline/shared/kernel/brand.ts'
import type { Bulletin } from './bulletins.ts'

/** An upload further from its day of disclosure than this, either way, is the date of a migration, not of publication. */
const mostDaysAhead = 12
const mostDaysBehind = 1

/**
 * One filing, its title in Chinese as published, with an English category where a set phrase gives one. Published is the
 * moment of upload where it is known; the day of disclosure stays in `details`. null: the address is none of the exchange's.
 */
export function filingFromBulletin(row: Bulletin, attachmentOf: string | null): Filing | null {
  const path = pathOf(row.URL)
  const title = cleanTitle(row.TITLE)
  if (path === null || title === '') return null
  const disclosedOn = isoDateSchema.parse(row.SSEDATE)
  const uploaded = shanghaiTime(row.ADDDATE ?? '')
  const ahead = uploaded === null ? null : daysBetween(uploaded.day, disclosedOn)
  const published = ahead !== null && ahead <= mostDaysAhead && ahead >= -mostDaysBehind ? uploaded : null
  const subject = sseSubject(title)
  const corrects = correctedTitle(title)
  const type = row.BULLETIN_TYPE ?? ''
  const heading = row.BULLETIN_HEADING ?? ''
  return {
    sourceId: path,
    form: type === '' ? 'BULLETIN' : type,
    category: subject?.category ?? 'other',
    title,
    titleEn: subject?.english ?? null,
    publishedOn: published?.day ?? disclosedOn,
    publishedAt: published?.at ?? null,
    precision: published === null ? 'day' : 'instant',
    url: `https://static.sse.com.cn${path}`,
    priceSensitive: null,
    details: {
      disclosedOn,
      ...(heading === '' ? {} : { heading }),
      ...(corrects === null ? {} : { corrects }),
      ...(attachmentOf === null ? {} : { attachmentOf }),
    },
  }
}

/** The path that identifies a document, whichever of the exchange's hosts it names. */
export function pathOf(address: string): string | null {
  const url = URL.canParse(address, 'https://static.sse.com.cn')
    ? new URL(address, 'https://static.sse.com.cn')
    : null
  return url !== null && /(^|\.)sse\.com\.cn$/.test(url.hostname) && url.pathname.length > 1
    ? url.pathname
    : null
}
