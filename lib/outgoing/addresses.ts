import { type LookupAddress, lookup as systemLookup, type LookupOptions } from 'node:dns'
import { BlockList, isIP } from 'node:net'

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void

const inside = new BlockList()
const insideNets =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 ::/127 100::/64 2001::/32 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8 64:ff9b::/96 64:ff9b:1::/48'
for (const [net = '', prefix] of insideNets.split(' ').map((one) => one.split('/')))
  inside.addSubnet(net, Number(prefix), net.includes(':') ? 'ipv6' : 'ipv4')

/** Whether an address is of this machine, of its own network or of no network at all, where no city's setting may lead. */
export function isInside(address: string): boolean {
  const version = isIP(address)
  return version === 0 || inside.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** The addresses on this machine that may be called all the same, whole origins: the demo's own account service, or a test's. */
export function isAllowedLoopback({ origin }: URL): boolean {
  return (process.env.LOOPBACK_ISSUERS ?? '').split(' ').includes(origin)
}

/** The names of those that are allowed on this machine. */
export const isLoopbackName = (hostname: string) =>
  (process.env.LOOPBACK_ISSUERS ?? '')
    .split(' ')
    .some((origin) => URL.canParse(origin) && new URL(origin).hostname === hostname)

/** An address that somebody typed and that may be called: by name, over https, without a password in it. */
export function mayBeCalled(typed: string): boolean {
  if (!URL.canParse(typed)) return false
  const url = new URL(typed)
  if (url.username || url.password) return false
  if (isAllowedLoopback(url)) return true
  const name = url.hostname.replace(/\.$/, '')
  return url.protocol === 'https:' && isIP(name.replace(/^\[|\]$/g, '')) === 0 && isPublicName(name)
}

/** Names that never lead outside, whatever is asked of the DNS. */
export function isPublicName(name: string): boolean {
  return (
    isIP(name) === 0 &&
    name.includes('.') &&
    !/\.(localhost|local|internal|intranet|lan|home|corp|test|invalid|arpa)$/.test(name)
  )
}

/**
 * Looks a name up at the moment of the connection and refuses one that leads inside, so that it cannot change its mind in
 * between. One answer that leads inside is enough to refuse them all.
 */
export function guardedLookup(hostname: string, options: LookupOptions, answer: Answer): void {
  if (isLoopbackName(hostname)) {
    return options.all ? answer(null, [{ address: '127.0.0.1', family: 4 }]) : answer(null, '127.0.0.1', 4)
  }
  systemLookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, [])
    if (found.length === 0 || found.some(({ address }) => isInside(address)))
      return answer(new Error('address_inside'), [])
    return options.all ? answer(null, found) : answer(null, found[0]!.address, found[0]!.family)
  })
}
