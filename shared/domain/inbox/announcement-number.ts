/**
 * Numbers of MOFCOM's announcements as titles give them. The series belongs to the office named first: 商务部
 * 海关总署公告 is MOFCOM's, 海关总署 商务部公告 the customs'.
 */
import type { IsoDate } from '../../kernel/brand.ts'

const ministry = String.raw`(?<![署委局院部会行][\s、,]{0,3})(?:中华人民共和国)?商务部`
const others = String.raw`[\p{Script=Han}\s、,]{0,60}?`
const year = String.raw`[\s([〔]*([\d〇零一二三四五六七八九]{4})[\s)\]〕]*年?`
const place = String.raw`[\s,]*第\s*([\d〇零一二三四五六七八九十百]{1,5})\s*号`

const dated = new RegExp(`${ministry}${others}公告${year}${place}`, 'u')
const undated = new RegExp(`${ministry}${others}公告${place}`, 'u')

const english = [
  /\bAnnouncement\s+No\.?\s*(?<place>\d{1,3})(?:\s*,?\s*(?:of\s*)?|\s*\()(?<year>20\d\d)\b/i,
  /\bAnnouncement\s*[([]?(?<year>20\d\d)[)\]]?\s*,?\s*No\.?\s*(?<place>\d{1,3})\b/i,
]

/**
 * `2025-61` for 商务部公告2025年第61号, with full-width or Chinese digits too, and for `Announcement No. 61 of 2025`. Where
 * the title has no year it is that of `publishedOn`, but not in January, when numbers of both years are about. null: it
 * names none, or one of another office.
 */
export function announcementNumber(title: string, publishedOn: IsoDate | null): string | null {
  const text = title.normalize('NFKC')
  const [, ofYear, ofPlace] = dated.exec(text) ?? []
  if (ofYear !== undefined && ofPlace !== undefined) return written(digits(ofYear), digits(ofPlace))
  const [, alone] = undated.exec(text) ?? []
  if (alone !== undefined)
    return publishedOn === null || publishedOn.slice(5, 7) === '01'
      ? null
      : written(publishedOn.slice(0, 4), digits(alone))
  const groups = english.map((form) => form.exec(text)?.groups).find((found) => found !== undefined)
  return groups === undefined ? null : written(groups['year'] ?? '', groups['place'] ?? '')
}

function written(ofYear: string, ofPlace: string): string | null {
  const number = Number(ofPlace)
  return /^(?:19|20)\d\d$/.test(ofYear) && Number.isInteger(number) && number > 0
    ? `${ofYear}-${number}`
    : null
}

const han = '〇一二三四五六七八九'

/** Chinese numerals as digits: 二〇二五 place by place, 六十一 and 一百零三 by value; digits stay. */
function digits(text: string): string {
  if (/^\d+$/.test(text)) return text
  const plain = text.replaceAll('零', '〇').replaceAll(/\d/g, (digit) => han[Number(digit)] ?? digit)
  if (!/[十百]/.test(plain)) return Array.from(plain, (sign) => han.indexOf(sign)).join('')
  const [, hundreds, tens, ones] = /^(?:([一-九〇]?)百)?〇?(?:(.?)十)?〇?(.?)$/u.exec(plain) ?? []
  if (ones === undefined) return ''
  const value = (sign: string | undefined): number =>
    sign === undefined ? 0 : sign === '' ? 1 : han.indexOf(sign)
  return String(value(hundreds) * 100 + value(tens) * 10 + (ones === '' ? 0 : han.indexOf(ones)))
}
