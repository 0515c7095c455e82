import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type HostSite, knownSite, siteForHost } from '../../tenancy/registry'
import { answerCertificate, asksForCertificate } from './certificates'
import { demoHost } from './demo-hosts'
import { answerHealth, isHealth } from './health'
import { requestHost } from './host-name'
import { isOwnCall } from './internal-headers'
import { sendStatus } from './status-pages'
import { operatorHost } from '../../operator/host'
import { answerOperator } from './operator-desk'
import { createReception, type Kitchen } from './reception'

/**
 * Every request of every city comes through here, first of all to learn whose host it is. Nothing here decides what a
 * person may do: that is for the actions and the database.
 */
export function createFront(kitchen: Kitchen): RequestListener {
  const receive = createReception(kitchen)
  const operators = operatorHost()

  return (request, response) => {
    try {
      if (isHealth(request.url)) return orSorry(answerHealth(request, response), response)
      const isOwn = isOwnCall(request)
      const host = isOwn ? String(request.headers['x-parvis-host']) : requestHost(request)
      if (host === operators)
        return answerOperator(kitchen.renderNext, request, response, kitchen.dev ?? false)
      const site = host && !isOwn ? knownSite(host) : undefined
      if (site) receive(request, response, site)
      else orSorry(findSite(request, response), response)
    } catch (error) {
      console.error('A request could not be received', error)
      sendStatus(response, 500, 'broken')
    }
  }

  /** The first request of a city, and whatever is not for a city. */
  async function findSite(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (asksForCertificate(request)) return answerCertificate(request, response)
    const host = isOwnCall(request) ? String(request.headers['x-parvis-host']) : requestHost(request)
    const demo = host ? demoHost(host) : undefined
    if (demo) return void demo(request, response)
    const site: HostSite | null = host ? await siteForHost(host) : null
    if (site) receive(request, response, site)
    else sendStatus(response, 421, 'unknownHost')
  }
}

function orSorry(answered: Promise<void>, response: ServerResponse): void {
  answered.catch((error: unknown) => {
    console.error('No city could be found, the database may be away', error)
    sendStatus(response, 503, 'away')
  })
}
