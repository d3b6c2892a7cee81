import { timeZoneSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { dateIn } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { chineseNotice } from '@oreline/shared/domain/filings/chinese-notice.ts'
import { cleanTitle } from '@oreline/shared/domain/filings/clean-title.ts'
import type { Filing } from '@oreline/shared/domain/filings/filing.ts'
import { isoDateSchema, type IsoDate } from '@oreline/shared/kernel/brand.ts'
import { instantOf } from '@oreline/shared/kernel/instant.ts'
import type { Notice } from './notices.ts'

const shanghai = timeZoneSchema.parse('Asia/Shanghai')

/**
 * One filing, known by the day of its disclosure alone. It links to the document where that is a PDF, else to the
 * site's page about it. null: nothing is left of the title without its marks.
 */
export function filingFromNotice(row: Notice): Filing | null {
  const title = cleanTitle(row.announcementTitle.replaceAll(/<\/?em>/gi, ''))
  if (title === '') return null
  const disclosedOn = disclosureDay(row)
  const type = row.announcementTypeName ?? ''
  return {
    sourceId: row.announcementId,
    form: type === '' ? 'BULLETIN' : type,
    ...chineseNotice(title, disclosedOn),
    url: addressOf(row, disclosedOn),
  }
}

/** The document's own folder names the day; a notice without one has the time, a midnight in Beijing. */
function disclosureDay({ adjunctUrl, announcementTime }: Notice): IsoDate {
  const [, folder] = /^\/?finalpage\/(\d{4}-\d\d-\d\d)\//.exec(adjunctUrl ?? '') ?? []
  const named = isoDateSchema.safeParse(folder)
  return named.success ? named.data : dateIn(shanghai, instantOf(announcementTime))
}

function addressOf({ secCode, announcementId, orgId, adjunctUrl }: Notice, disclosedOn: IsoDate): string {
  const document = adjunctUrl?.replace(/^\//, '') ?? ''
  if (/^finalpage\/[\d-]+\/[\w-]+\.pdf$/i.test(document)) return `https://static.cninfo.com.cn/${document}`
  const page = new URLSearchParams({
    stockCode: secCode,
    announcementId,
    orgId: orgId ?? '',
    announcementTime: disclosedOn,
  })
  return `https://www.cninfo.com.cn/new/disclosure/detail?${page.toString()}`
}
