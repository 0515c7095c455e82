import type { HostSite } from '../../tenancy/registry'
import { addOwnRoute } from './own-routes'
import { send } from './answer'

const halfAYear = 182 * 24 * 3600 * 1000

/** RFC 9116: where to write to, for whoever finds a fault that others could use. */
export function openSecurityContact(): void {
  addOwnRoute({
    methods: ['GET', 'HEAD'],
    path: /^\/\.well-known\/security\.txt$/,
    answer: ({ response, site }) => {
      const headers = {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'public, max-age=86400',
      }
      send(response, 200, headers, contactOf(site, new Date()))
    },
  })
}

function contactOf({ tenant, origin }: HostSite, now: Date): string {
  const lines = [
    `Contact: mailto:${tenant.contact.email}`,
    `Expires: ${new Date(now.getTime() + halfAYear).toISOString()}`,
    `Preferred-Languages: ${tenant.locales.join(', ')}`,
    `Canonical: ${origin}/.well-known/security.txt`,
  ]
  return `${lines.join('\n')}\n`
}
