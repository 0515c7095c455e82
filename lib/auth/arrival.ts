import 'server-only'
import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { assurances, residences } from '../../tenants/rules'
import { type HostSite, siteForHost } from '../tenancy/registry'
import { seal, unseal } from './sealing'

const Arrival = z.object({
  issuer: z.string(),
  subject: z.string(),
  profile: z.object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    assurance: z.enum(assurances),
    birthYear: z.number().nullable(),
    residence: z.enum(residences).nullable(),
    districtCode: z.string().nullable(),
  }),
})
/** What a provider says of somebody who has no account here and has not agreed to anything yet. */
export type Arrival = z.output<typeof Arrival>

const Sealed = z.object({ arrival: Arrival, until: z.number() })
const halfAnHour = 1800

const nameOf = ({ origin }: HostSite) => `${origin.startsWith('https://') ? '__Host-' : ''}parvis.arrival`
const purposeOf = ({ sessionEpoch }: HostSite) => `arrival:${sessionEpoch}`
const attributes = ({ origin }: HostSite) =>
  `Path=/; HttpOnly; SameSite=Lax${origin.startsWith('https://') ? '; Secure' : ''}`

/** Kept in their own browser, sealed, for half an hour; here, nowhere. */
export function arrivalCookie(site: HostSite, arrival: Arrival, now: Date): string {
  const until = now.getTime() + halfAnHour * 1000
  const sealed = seal(purposeOf(site), site.tenant.id, Buffer.from(JSON.stringify({ arrival, until })))
  return `${nameOf(site)}=${sealed}; Max-Age=${halfAnHour}; ${attributes(site)}`
}

export const noArrivalCookie = (site: HostSite) => `${nameOf(site)}=; Max-Age=0; ${attributes(site)}`

/** Who waits to be asked in the browser that this request comes from. */
export async function currentArrival(): Promise<Arrival | null> {
  const site = await siteForHost((await headers()).get('x-parvis-host'))
  const held = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]))
  return site && readArrival(site, held, new Date())
}

/** Who waits to be asked in this browser; null for nobody, or for what this city did not seal. */
export function readArrival(
  site: HostSite,
  cookies: Readonly<Record<string, string>>,
  now: Date,
): Arrival | null {
  const sealed = cookies[nameOf(site)]
  if (!sealed || sealed.length > 4000) return null
  const read = Sealed.safeParse(opened(site, sealed))
  return read.success && read.data.until > now.getTime() ? read.data.arrival : null
}

function opened(site: HostSite, sealed: string): unknown {
  try {
    return JSON.parse(unseal(purposeOf(site), site.tenant.id, sealed).toString())
  } catch {
    return null
  }
}
