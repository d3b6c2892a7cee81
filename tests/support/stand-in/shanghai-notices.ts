/** Notices made up for China Northern Rare Earth, as the exchange, cninfo and Eastmoney all list them: up to six a month. */
import { addDays, weekdaysBetween } from '@oreline/shared/domain/calendar/wall-clock.ts'
import type { Instant, IsoDate } from '@oreline/shared/kernel/brand.ts'

export type ShanghaiNotice = {
  readonly disclosedOn: IsoDate
  /** The evening before, Beijing's clock. */
  readonly uploadedOn: IsoDate
  readonly title: string
}

const titles = [
  '北方稀土关于稀土精矿关联交易价格的公告',
  '北方稀土第八届董事会第四十次会议决议公告',
  '北方稀土关于召开2026年第一次临时股东大会的通知',
  '北方稀土关于控股股东增持股份进展的公告',
  '北方稀土关于举办业绩说明会的公告',
  '北方稀土年度权益分派实施公告',
  '北方稀土关于子公司完成工商变更登记的公告',
] as const

export const uploadTime = '18:02:11'

/** Uploaded before `now`, disclosed from `from` to `to`, newest first. */
export function noticesBetween(from: IsoDate, to: IsoDate, now: Instant): readonly ShanghaiNotice[] {
  return weekdaysBetween(from, to)
    .filter((day) => ['05', '06', '15', '16', '25', '26'].includes(day.slice(8)))
    .map((disclosedOn) => ({
      disclosedOn,
      uploadedOn: addDays(disclosedOn, -1),
      title: titles[Number(disclosedOn.replaceAll('-', '')) % titles.length] ?? titles[0],
    }))
    .filter(
      ({ uploadedOn }) =>
        `${uploadedOn}T${uploadTime}+08:00` < now || uploadedOn.slice(0, 10) < now.slice(0, 10),
    )
    .toReversed()
}
