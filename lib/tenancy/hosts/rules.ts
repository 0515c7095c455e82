import type { Tenant } from '../../../tenants/tenant'

export type Surface = 'shared' | 'decider' | 'agir'
export type Hosts = Tenant['hosts']
export const recordPrefix = '_parvis'
export const aliasMonths = 12

/** Why something cannot be done with a name. */
export const hostRefusals = [
  'not_a_host',
  'reserved',
  'not_public',
  'taken',
  'already_yours',
  'not_there',
  'not_proven',
  'too_early',
  'published_meanwhile',
] as const
export type HostRefusal = (typeof hostRefusals)[number]

/** First words of names that belong to mail, to the web's own machinery or to whoever runs the platform. */
const reserved = new Set(
  'api admin app static mail smtp imap pop mx ns ns1 ns2 status login sso assets media autodiscover autoconfig localhost operator mailbox compte dns'.split(
    ' ',
  ),
)

/** Why a name cannot be a city's address, whoever asks; null when it can. */
export function nameRefusal(
  host: string | null,
  { isPublic, operatorHosts }: { isPublic: boolean; operatorHosts: readonly string[] },
): 'not_a_host' | 'reserved' | 'not_public' | null {
  if (!host || !host.includes('.')) return 'not_a_host'
  if (reserved.has(host.split('.')[0]!) || operatorHosts.includes(host)) return 'reserved'
  return isPublic ? null : 'not_public'
}

export const proofOf = (host: string, token: string) => ({
  name: `${recordPrefix}.${host}`,
  text: `parvis-site-verification=${token}`,
})

/** What the DNS says of a claim. */
export function proofProblem(texts: readonly string[], expected: string): 'txt_missing' | 'txt_other' | null {
  if (texts.includes(expected)) return null
  return texts.some((text) => text.startsWith('parvis-site-verification=')) ? 'txt_other' : 'txt_missing'
}

const surfaces = ['shared', 'decider', 'agir'] as const

export const isMain = (hosts: Hosts, host: string) => surfaces.some((one) => hosts[one] === host)

/** The surfaces a city with these hosts may have another address for. */
export const surfacesOf = (hosts: Hosts): Surface[] => surfaces.filter((one) => hosts[one])

export function withAlias(hosts: Hosts, host: string, to: Surface): Hosts {
  return { ...hosts, aliases: [...hosts.aliases.filter((one) => one.host !== host), { host, to }] }
}

export function withoutAlias(hosts: Hosts, host: string): Hosts {
  return { ...hosts, aliases: hosts.aliases.filter((one) => one.host !== host) }
}

/** An alias becomes the main address; the one that was leads to it from then on. */
export function withMain(hosts: Hosts, host: string): Hosts | null {
  const to = hosts.aliases.find((one) => one.host === host)?.to
  const before = to && hosts[to]
  return before ? withAlias({ ...withoutAlias(hosts, host), [to]: host }, before, to) : null
}

/** Whether visitors of a name arrive where those of the main address do; null when they do, or nothing can be said. */
export function wayProblem(
  own: readonly string[],
  ours: readonly string[],
): 'leads_nowhere' | 'leads_elsewhere' | null {
  if (ours.length === 0) return null
  if (own.length === 0) return 'leads_nowhere'
  return own.every((address) => ours.includes(address)) ? null : 'leads_elsewhere'
}

/** A name that was given up is its city's for so long; a letter says so some days before. */
export const heldDays = { all: 30, toldBefore: 7 } as const
