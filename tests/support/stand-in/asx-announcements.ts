/** Announcements made up for LYC: a quarterly report, results, an insider and an odd one per quarter, newest first. */
import { timeZoneSchema, wallTimeSchema } from '@oreline/shared/domain/calendar/calendar.ts'
import { addDays, instantAt, isWeekday } from '@oreline/shared/domain/calendar/wall-clock.ts'
import { isoDateSchema, type Instant, type IsoDate } from '@oreline/shared/kernel/brand.ts'

/** One row of the market's list; scenarios change it in place. */
export type AsxDraftRow = {
  symbol: string
  headline: string
  date: string
  documentKey: string
  fileSize: string
  isPriceSensitive: boolean
  announcementTypes: string[]
  companyInfo: { symbol: string; displayName: string; xidEntity: string }[]
  symbolsSecondary: string[]
  url: string
}

export const lynasXid = '91234'
const company = { symbol: 'LYC', displayName: 'LYNAS RARE EARTHS LIMITED', xidEntity: lynasXid }
const sydney = timeZoneSchema.parse('Australia/Sydney')

const yearly: readonly (readonly [day: string, headline: string, type: string, sensitive: boolean])[] = [
  ['01-22', 'Quarterly Activities Report', 'PERIODIC REPORTS', true],
  ['02-27', 'Half Year Results Presentation', 'PERIODIC REPORTS', true],
  ['03-12', "Change of Director's Interest Notice", 'SECURITY HOLDER DETAILS', false],
  ['04-23', 'Quarterly Activities Report', 'PERIODIC REPORTS', true],
  ['06-04', 'Change in substantial holding', 'SECURITY HOLDER DETAILS', false],
  ['07-23', 'Quarterly Activities Report', 'PERIODIC REPORTS', true],
  ['08-27', 'Annual Report to shareholders', 'PERIODIC REPORTS', true],
  ['08-28', 'Trading Halt', 'STOCK EXCHANGE ANNOUNCEMENT', true],
  ['09-01', 'Reinstatement to Official Quotation', 'STOCK EXCHANGE ANNOUNCEMENT', true],
  ['10-22', 'Quarterly Activities Report', 'PERIODIC REPORTS', true],
  ['11-18', 'Results of Annual General Meeting', 'NOTICE OF MEETING', false],
]

/** What was published before `now`. */
export function announcementsUntil(now: Instant): AsxDraftRow[] {
  const years = Array.from({ length: 12 }, (_, place) => 2015 + place)
  return years
    .flatMap((year) =>
      yearly.map(([day, headline, type, sensitive], place) => {
        const date = instantAt(onWeekday(`${year}-${day}`), wallTimeSchema.parse('08:30'), sydney)
        return row({
          headline,
          date,
          types: [type],
          sensitive,
          key: `2924-0${year}${place + 10}0-2A1${year}${place}`,
        })
      }),
    )
    .filter(({ date }) => date <= now)
    .toReversed()
}

export function row(made: {
  headline: string
  date: string
  types?: string[]
  sensitive?: boolean
  key: string
}): AsxDraftRow {
  return {
    symbol: 'LYC',
    headline: made.headline,
    date: made.date,
    documentKey: made.key,
    fileSize: '189KB',
    isPriceSensitive: made.sensitive ?? false,
    announcementTypes: made.types ?? ['OTHER'],
    companyInfo: [company],
    symbolsSecondary: [],
    url: '',
  }
}

function onWeekday(text: string): IsoDate {
  let date = isoDateSchema.parse(text)
  while (!isWeekday(date)) date = addDays(date, 1)
  return date
}
