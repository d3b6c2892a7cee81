import type { Config } from '@oreline/server/config.ts'
import { createTransport } from 'nodemailer'
import { rootMessage } from '@oreline/shared/kernel/root-message.ts'
import { failed, ok, type Finding } from './finding.ts'

const timeoutMs = 10_000

/** Connects, greets, logs in where an account is given, and leaves. No mail is sent. */
export async function checkMail({ mail }: Pick<Config, 'mail'>): Promise<Finding> {
  if (mail === null) return ok('mail', 'not set up (SMTP_URL): nothing is mailed')
  const { hostname, port, protocol } = new URL(mail.smtpUrl)
  const where = `${hostname}${port === '' ? '' : `:${port}`}`
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs }
  const transport = createTransport({ url: mail.smtpUrl, ...timeouts })
  try {
    await transport.verify()
    return ok('mail', `${where} takes mail${protocol === 'smtps:' ? ', encrypted' : ''}`)
  } catch (error) {
    return failed('mail', `${where} does not: ${rootMessage(error)}`, 'Look at SMTP_URL and the mail server.')
  } finally {
    transport.close()
  }
}
