/** Web pages that come where data should; written here after what the providers' users report. */
import type { StandInReply } from './route.ts'

const page = (status: number, text: string): StandInReply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: text,
})

/** A page without any challenge marker. */
export const maintenancePage = (status: number): StandInReply =>
  page(
    status,
    '<!DOCTYPE html>\n<html><head><title>Scheduled maintenance</title></head><body><p>Back soon.</p></body></html>',
  )

/** The JavaScript challenge in front of Chinese hosts: 200, no data. */
export const challengePage = (): StandInReply =>
  page(
    200,
    "<html><script>var arg1='6F1A2B';function setCookie(){document.cookie='acw_sc__v2='+arg1;location.reload()}</script></html>",
  )

/** Yahoo's consent wall as a body. */
export const consentPage = (): StandInReply =>
  page(
    200,
    '<html><body><form action="https://consent.yahoo.com/v2/collectConsent" method="post"></form></body></html>',
  )
