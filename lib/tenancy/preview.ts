import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { timingSafeEqual } from 'node:crypto'
import { settingsDrafts } from '../../drizzle/schema'
import { Tenant } from '../../tenants/tenant'
import { keyedHash } from '../auth/sealing'
import { inTenant } from '../db'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const hour = 3_600_000

/** Over https no other host can plant a cookie of this name. */
export const previewCookieName = () =>
  `${process.env.PUBLIC_SCHEME === 'https' ? '__Host-' : ''}parvis.preview`

/** Lets whoever holds it see the city as a draft would make it, until it runs out or the draft is closed. */
export function previewToken(
  tenantId: string,
  draftId: string,
  now: Date,
  { hours }: { hours: number },
): string {
  const claims = `${draftId}.${Math.floor((now.getTime() + hours * hour) / 1000).toString(36)}`
  return `${claims}.${keyedHash('preview', tenantId, claims)}`
}

/** The draft that a token shows, if this city signed it and it has not run out. */
export function readPreviewToken(tenantId: string, token: string, now: Date): string | null {
  const [draftId = '', seconds = '', mac = '', ...rest] = token.split('.')
  if (token.length > 200 || rest.length > 0 || !uuid.test(draftId)) return null
  const [sent, expected] = [mac, keyedHash('preview', tenantId, `${draftId}.${seconds}`)].map((one) =>
    Buffer.from(one),
  )
  if (sent!.length !== expected!.length || !timingSafeEqual(sent!, expected!)) return null
  return parseInt(seconds, 36) * 1000 > now.getTime() ? draftId : null
}

export function previewIn(tenantId: string, cookieHeader: string | undefined, now: Date): string | null {
  const name = `${previewCookieName()}=`
  const cookie = cookieHeader?.split(';').find((one) => one.trimStart().startsWith(name))
  return cookie ? readPreviewToken(tenantId, cookie.trimStart().slice(name.length).trimEnd(), now) : null
}

/** One hour, for this host alone; without a token it is taken back. */
export function previewCookie(token: string | null): string {
  const secure = process.env.PUBLIC_SCHEME === 'https' ? '; Secure' : ''
  return `${previewCookieName()}=${token ?? ''}; Max-Age=${token ? 3600 : 0}; Path=/; HttpOnly; SameSite=Lax${secure}`
}

/** The city as a draft would make it; null once the draft is closed. */
export function findPreviewed(tenant: { id: string }, draftId: string): Promise<Tenant | null> {
  const open = inArray(settingsDrafts.status, ['draft', 'proposed', 'scheduled'])
  return inTenant(tenant, async (db) => {
    const [draft] = await db
      .select({ settings: settingsDrafts.settings })
      .from(settingsDrafts)
      .where(and(eq(settingsDrafts.id, draftId), open))
    return draft ? Tenant.parse(draft.settings) : null
  })
}
