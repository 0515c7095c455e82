import { createHash } from 'node:crypto'
import type { Tenant } from '../../../tenants/tenant'

export type MailServer = NonNullable<Tenant['mail']['server']>

/** The password belongs to this very account on this very server: another server is never sent it. */
export function passwordName({ host, port, user }: Pick<MailServer, 'host' | 'port' | 'user'>): string {
  return `smtp.${createHash('sha256').update(`${host}|${port}|${user}`).digest('hex').slice(0, 32)}`
}

/** After a failure the operator's server carries the letters; the city's own is asked again after this long. */
export const pauseMinutes = 15

export function isPaused(failingSince: Date | null, lastTriedAt: Date | null, now: Date): boolean {
  if (!failingSince) return false
  const last = lastTriedAt ?? failingSince
  return now.getTime() - last.getTime() < pauseMinutes * 60_000
}

export const dnsStates = ['good', 'missing', 'weak'] as const
export type DnsState = (typeof dnsStates)[number]

/** Whether the DNS lets the city's server speak for its domain: any SPF that names something and does not let everybody. */
export function spfState(texts: readonly string[]): DnsState {
  const spf = texts.filter((text) => /^v=spf1(\s|$)/i.test(text))
  if (spf.length === 0) return 'missing'
  return spf.length > 1 || /\+all\b|\s\?all\b/i.test(spf[0]!) ? 'weak' : 'good'
}

export function dkimState(texts: readonly string[]): DnsState {
  const key = texts.find((text) => /(^|;)\s*p=/i.test(text))
  if (!key) return 'missing'
  return /(^|;)\s*p=\s*[A-Za-z0-9+/]{40,}/i.test(key) ? 'good' : 'weak'
}

export function dmarcState(texts: readonly string[]): DnsState {
  const policy = texts.find((text) => /^v=DMARC1/i.test(text))
  if (!policy) return 'missing'
  return /;\s*p=(quarantine|reject)/i.test(policy) ? 'good' : 'weak'
}
