import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Locale, Tenant } from '../../../tenants/tenant'
import { findSecret } from '../../auth/secrets'
import { localized } from '../../i18n/localized'
import { asHtml, quotedPrintable } from '../template'
import { openLine } from '../transport'
import { letterName, platformHost, wordsIn } from '../wording'
import { noteTrial } from './commands'
import { passwordName } from './rules'

type Trial = { mail: Tenant['mail']; to: string; locale: Locale; now: Date }

/** Sends one letter the way a draft says, and nothing else takes over: what the mail server answered is what is shown. */
export async function tryLetter(tenant: Tenant, { mail, to, locale, now }: Trial): Promise<void> {
  const { server } = mail
  const isOwn = mail.sender === 'city' && server !== undefined
  const password = isOwn ? await findSecret(tenant, passwordName(server)) : null
  const line = openLine(isOwn ? { server, password } : undefined)
  const t = wordsIn('letters', { tenant, locale })
  const host = platformHost(tenant)
  const own = mail.senderName && localized(mail.senderName, locale, tenant)
  const name = own ?? letterName({ tenant, locale })
  const text = t('trial.text', { platform: name })
  const html = `<p>${asHtml(text)}</p>`
  const letter = {
    from: { name, address: `no-reply@${host}` },
    to: { name: '', address: to },
    returnPath: `no-reply@${host}`,
    replyTo: mail.replyTo ?? tenant.contact.email,
    messageId: `<${randomUUID()}@${host}>`,
    subject: t('trial.subject', { platform: name }),
    html,
    text,
    quoted: { html: quotedPrintable(html), text: quotedPrintable(text) },
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
  const told = await line.post(letter).then(
    (answer) => ({ arrived: true, answer }),
    (error: unknown) => ({ arrived: false, answer: error instanceof Error ? error.message : String(error) }),
  )
  line.close()
  await noteTrial(tenant, { ...told, with: isOwn ? `${server.host}:${server.port}` : 'operator', now })
}
