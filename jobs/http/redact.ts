/** Takes secrets and mail addresses out of everything that is logged, stored or shown. By name, and by value where known. */
import type { HttpRequest } from './request.ts'

const mask = 'REDACTED'
/** `api_token`, `token`, `crumb`, `access_token`, `apikey`, `key`, `sessionId`; not `searchkey`, `productId`. */
const secretName =
  /(^|[_.-])(api_?(key|token)|access_?token|token|key|crumb|secret|password|passwd|pwd|auth|authorization|cookie|signature|sig|session_?(id)?|sid)$/i
const secretPair =
  /\b((?:[\w.-]*[_.-])?(?:api_?(?:key|token)|access_?token|token|key|crumb|secret|password|passwd|pwd|signature|sig|session_?(?:id)?|sid))(=|%3D|"\s*:\s*")([^&\s"'<>]+)/gi
const mailAddress = /[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+/gi

/** The address with the values of secret parameters replaced, and without login. */
export function redactUrl(url: string): string {
  const clean = new URL(url)
  clean.username = ''
  clean.password = ''
  for (const name of new Set(clean.searchParams.keys()))
    if (secretName.test(name)) clean.searchParams.set(name, mask)
  return clean.href.replace(mailAddress, mask)
}

/** Cleans text that came back for this request: a host may echo what it was sent. */
export function redactor(request: HttpRequest): (text: string) => string {
  const sent = [
    ...new URL(request.url).searchParams,
    ...Object.entries(request.form ?? {}),
    ...Object.entries(request.headers ?? {}),
  ]
  const secrets = sent.filter(([name, value]) => secretName.test(name) && value.length >= 4)
  const values = secrets.flatMap(([, value]) => [value, encodeURIComponent(value)])
  return (text) =>
    values
      .reduce((clean, value) => clean.replaceAll(value, mask), text)
      .replace(secretPair, `$1$2${mask}`)
      .replace(mailAddress, mask)
}
