import { publicOrigin } from '../../tenancy/origin'
import { join } from 'node:path'
import { mountDemoHost } from '../front/demo-hosts'
import { identityProvider } from './identity-provider'
import { openMailbox } from './mailbox'
import { mailboxPages } from './mailbox-pages'
import { zonePage } from './zone-page'

/** What only a demo has: an account service to sign in with, and a mailbox that every letter goes to unless a mail server was named. */
export async function openDemo(dataDir: string): Promise<{ close: () => Promise<void> }> {
  const mailbox = await openMailbox(dataDir)
  process.env.SMTP_URL ||= mailbox.url
  process.env.LOOPBACK_ISSUERS = publicOrigin('compte.localhost')
  process.env.DNS_ZONE ||= join(dataDir, 'zone.txt')
  mountDemoHost('dns.localhost', zonePage(process.env.DNS_ZONE))
  mountDemoHost('mailbox.localhost', mailboxPages(mailbox.messages))
  mountDemoHost('compte.localhost', await identityProvider())
  return { close: mailbox.close }
}
