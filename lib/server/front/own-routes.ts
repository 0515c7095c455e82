import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HostSite } from '../../tenancy/registry'

export type Visit = {
  request: IncomingMessage
  response: ServerResponse
  site: HostSite
  pathname: string
  search: string
}

type OwnRoute = { methods: string[]; path: RegExp; answer: (visit: Visit) => void | Promise<void> }

const routes: OwnRoute[] = []

/**
 * An address that this server answers without Next, because a crowd may be at it. By then the host is known and the
 * origin checked; the answer is made with `send`.
 */
export function addOwnRoute(route: OwnRoute): void {
  routes.push(route)
}

export function ownRoute(method: string, pathname: string): OwnRoute['answer'] | undefined {
  return routes.find(({ methods, path }) => methods.includes(method) && path.test(pathname))?.answer
}
