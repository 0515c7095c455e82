import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { demoHostEnds } from '../../auth/demo'
import { isPublicName } from '../../outgoing/addresses'

/** A host name as it was typed, perhaps with https:// before it and a path behind, as the registry writes it. */
export function typedHost(typed: string): string | null {
  const bare = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d{1,5}$/, '')
    .replace(/\.$/, '')
  const name = domainToASCII(bare.toLowerCase())
  const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
  if (name.length > 253 || isIP(name) || !new RegExp(`^${label}(\\.${label})+$`).test(name)) return null
  return name
}

/** Whether people may find the name: in the DNS, or on this machine when it is a demo. */
export const canBeFound = (host: string) => isPublicName(host) || demoHostEnds(host)

/** The hosts of whoever runs the platform. */
export const operatorHosts = () => [process.env.OPERATOR_HOST ?? 'operator.localhost']
