import * as z from 'zod'
import { timeZoneSchema } from '../calendar/calendar.ts'
import type { TimeZone } from '../calendar/calendar.ts'
import { jurisdictionSchema } from './event.ts'

/**
 * The zone in which a jurisdiction's announcements are dated: its capital's, save New York for the United States
 * (design: markets read Washington by New York's clock) and the seat for bodies. The G7 has no seat: Ottawa, which
 * chaired it in 2025; any member's capital but Tokyo gives the same sessions.
 */
const announcerZones: Readonly<Record<string, TimeZone>> = z
  .record(jurisdictionSchema, timeZoneSchema)
  .parse({
    AU: 'Australia/Sydney',
    BR: 'America/Sao_Paulo',
    CA: 'America/Toronto',
    CL: 'America/Santiago',
    CN: 'Asia/Shanghai',
    DE: 'Europe/Berlin',
    EE: 'Europe/Tallinn',
    EU: 'Europe/Brussels',
    FR: 'Europe/Paris',
    G7: 'America/Toronto',
    GB: 'Europe/London',
    GL: 'America/Nuuk',
    ID: 'Asia/Jakarta',
    IN: 'Asia/Kolkata',
    JP: 'Asia/Tokyo',
    KR: 'Asia/Seoul',
    KZ: 'Asia/Almaty',
    MG: 'Indian/Antananarivo',
    MM: 'Asia/Yangon',
    MW: 'Africa/Blantyre',
    MX: 'America/Mexico_City',
    MY: 'Asia/Kuala_Lumpur',
    NL: 'Europe/Amsterdam',
    NO: 'Europe/Oslo',
    RU: 'Europe/Moscow',
    SA: 'Asia/Riyadh',
    SE: 'Europe/Stockholm',
    TH: 'Asia/Bangkok',
    TZ: 'Africa/Dar_es_Salaam',
    UA: 'Europe/Kyiv',
    US: 'America/New_York',
    VN: 'Asia/Ho_Chi_Minh',
    WTO: 'Europe/Zurich',
    ZA: 'Africa/Johannesburg',
  })

/** null: no zone is recorded for that jurisdiction, so a day of its alone cannot be placed on an exchange. */
export function announcerZone(jurisdiction: string): TimeZone | null {
  return announcerZones[jurisdiction] ?? null
}
