import { type LookupAddress, lookup as systemLookup, type LookupOptions } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP } from 'node:net'
import { isDemo } from './demo'

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void

const inside = new BlockList()
const insideNets =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.168.0.0/16 198.18.0.0/15 224.0.0.0/3 ::/127 fc00::/7 fe80::/10 ff00::/8 64:ff9b::/96'
for (const [net = '', prefix] of insideNets.split(' ').map((one) => one.split('/')))
  inside.addSubnet(net, Number(prefix), net.includes(':') ? 'ipv6' : 'ipv4')

/** Whether an address is of this machine or its own network, where no city's setting may send a request. */
export function isInside(address: string): boolean {
  const plain = /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address
  return inside.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

/** An address a city's setting may have us call: by name and over https. A demo also calls itself. */
export function mayBeCalled(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return isDemo() || (protocol === 'https:' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0)
}

/**
 * Refuses a name that leads inside at the moment of the call, so that it cannot change its mind in between. In a demo
 * `.localhost` is this machine, which the system's own lookup does not know.
 */
export function lookup(hostname: string, options: LookupOptions, answer: Answer): void {
  if (isDemo() && hostname.endsWith('.localhost')) {
    return options.all ? answer(null, [{ address: '127.0.0.1', family: 4 }]) : answer(null, '127.0.0.1', 4)
  }
  systemLookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, [])
    if (!isDemo() && found.some(({ address }) => isInside(address)))
      return answer(new Error('address_inside'), [])
    return options.all ? answer(null, found) : answer(null, found[0]!.address, found[0]!.family)
  })
}

/** A small JSON document, in one go and within four seconds; a redirect is not followed. */
export async function readJson(address: string): Promise<unknown> {
  if (!mayBeCalled(address)) throw new Error('address_refused')
  const { get } = address.startsWith('https:') ? https : http
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    get(
      address,
      { lookup, signal: AbortSignal.timeout(4000), headers: { accept: 'application/json' } },
      resolve,
    ).on('error', reject)
  })
  if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`)
  let text = ''
  for await (const part of response.setEncoding('utf8')) {
    text += part
    if (text.length > 100_000) throw new Error('too_long')
  }
  return JSON.parse(text)
}
