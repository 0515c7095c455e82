import { and, eq, isNull } from 'drizzle-orm'
import { signInLinks } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { askForLink, openLink } from '@/lib/people/sign-in/commands'
import { linkToken } from '@/lib/people/sign-in/queries'
import type { Tenant } from '@/tenants/tenant'

/** As a browser keeps them, and as Next reads them back. */
export function held(setCookies: string[]): Record<string, string> {
  return Object.fromEntries(
    setCookies.map((line) => {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      return [name, decodeURIComponent(value)]
    }),
  )
}

/** Signs in by the link of a letter. */
export async function byLink(tenant: Tenant, email: string) {
  const now = new Date()
  await askForLink(tenant, { email, next: '/', locale: 'fr', from: email, now })
  const [link] = await inTenant(tenant, (db) =>
    db
      .select()
      .from(signInLinks)
      .where(and(eq(signInLinks.email, email), isNull(signInLinks.usedAt))),
  )
  const opened = await openLink(tenant, {
    token: linkToken(tenant, link!.id),
    name: 'Victime',
    locale: 'fr',
    replaces: null,
    now,
  })
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.value
}
