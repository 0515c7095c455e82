import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { onlyReading } from '../../db/reading'
import { fairTurns } from '../../db/turns'
import { noteAsked } from '../../crowd'
import type { HostSite } from '../../tenancy/registry'
import { actAt, cityStates, isFeed, isOfTheDoor, mayWrite } from '../../tenancy/states/rules'
import { longestAddress } from './address'
import { sendTo } from './answer'
import { bodyRefusal } from './body-limit'
import { helperAsked } from './helper-asked'
import type { Place } from './internal-headers'
import type { Speak } from './look-over'
import { answerForOne } from './next-answer'
import { comesFromHere, isOfAPage, isPressedInMail, isReading } from './origin-check'
import { ownRoute, type Visit } from './own-routes'
import { previewAsked } from './preview-asked'
import { kindError } from '../page-cache/kind-errors'
import { createPublicPages } from '../page-cache/public-pages'
import { publicRoute } from '../page-cache/public-routes'
import { answerStatic } from './static-files'
import { isAskedByStaff } from './staff-asking'
import { sendCityStatus, sendStatus } from './status-pages'
import { findWay, type Way, wayOf } from './ways'

export type Kitchen = { renderNext: RequestListener; dev?: boolean }

/** What happens to a request once its city is known: each step either answers it or passes it on. */
export function createReception({ renderNext, dev = false }: Kitchen) {
  const answerPublic = createPublicPages(renderNext)
  const turns = fairTurns(20)

  return function receive(request: IncomingMessage, response: ServerResponse, site: HostSite): void {
    const { url = '/' } = request
    if (url.length > longestAddress) return sendStatus(response, 414, 'addressTooLong', site)
    const way = wayOf(site, url)
    if (site.host.host !== site.canonicalHost) return sendTo(response, site.origin + wholeOf(way))
    if (!way) return sendStatus(response, 404, 'notFound', site)
    const { pathname } = way.address
    if (pathname.startsWith('/_next/')) return answerInner(request, response, pathname)
    const asked = previewAsked(request, site, pathname) ?? helperAsked(request, site, pathname)
    if (!asked) return admit(request, response, site, way)
    asked
      .then((asOther) => {
        const itsWay = asOther ? findWay(asOther, url) : way
        if (!itsWay) return sendStatus(response, 404, 'notFound', site)
        if (asOther?.helping) return onlyReading(() => lookOn(request, response, asOther, itsWay))
        admit(request, response, asOther ?? site, itsWay)
      })
      .catch(() => sendStatus(response, 503, 'away', site))
  }

  /** Somebody of the operator reads the console, with the city's leave: nothing they send is listened to. */
  function lookOn(request: IncomingMessage, response: ServerResponse, site: HostSite, way: Way): void {
    if (isReading(request)) answerPlace(request, response, site, way)
    else sendStatus(response, 403, 'lookingOn', site)
  }

  /** What the city's state lets through: lib/tenancy/states/rules.ts says it all. */
  function admit(request: IncomingMessage, response: ServerResponse, site: HostSite, way: Way): void {
    const { reading, feeds } = cityStates[site.status]
    const { path } = way.place
    if (!feeds) response.setHeader('x-robots-tag', 'noindex')
    if (reading === 'nobody') return sendCityStatus(response, site)
    if (!isReading(request) && refuseToWrite(request, response, site, path)) return
    if (!feeds && isFeed(path)) return sendStatus(response, 404, 'notFound', site)
    if (reading === 'everyone' || isOfTheDoor(path)) return answerPlace(request, response, site, way)
    isAskedByStaff(request, site)
      .then((isStaff) =>
        isStaff ? answerPlace(request, response, site, way) : sendCityStatus(response, site),
      )
      .catch(() => sendStatus(response, 503, 'away', site))
  }

  function answerPlace(request: IncomingMessage, response: ServerResponse, site: HostSite, way: Way): void {
    const { pathname, search, isCanonical } = way.address
    if (!way.isOpen) return sendStatus(response, 404, 'notFound', site)
    const own = ownRoute(request.method ?? 'GET', pathname)
    if (own) return answerOwn(own, { request, response, site, pathname, search })
    const { place, right } = way
    if (!isCanonical || right !== pathname) return sendTo(response, site.origin + right + search)

    const route = isOfAPage(request) ? way.route : undefined
    const sorry = () => sendStatus(response, 503, 'away', site)
    if (route && !dev && !site.preview)
      return answerPublic(response, { site, place, route, pathname, search }, sorry)
    if (route) delete request.headers.cookie
    const say = (status: number) => sayKindly(response, site, place, status, sorry)
    const asked = { site, place, url: pathname + search, mayRoute: !route, dev, sorry, say }
    const answer = () => answerForOne(renderNext, request, response, asked)
    if (isReading(request) && !dev) void turns(site.tenant.id, async () => response.destroyed || answer())
    else void answer()
  }

  function sayKindly(
    response: ServerResponse,
    site: HostSite,
    place: Place,
    status: number,
    sorry: () => void,
  ) {
    const said = kindError(site, place, status)
    const route = said && publicRoute(said.place.surface, said.place.path)
    if (!said || !route) return undefined
    const asked = { site, place: said.place, route, pathname: said.url, search: '', status }
    return (speak: Speak) => answerPublic(response, { ...asked, speak }, sorry)
  }

  /** What the build made. In development Next makes it on demand. */
  function answerInner(request: IncomingMessage, response: ServerResponse, pathname: string): void {
    if (dev) renderNext(request, response)
    else answerStatic(response, pathname).catch(() => sendStatus(response, 500, 'broken'))
  }
}

function answerOwn(own: NonNullable<ReturnType<typeof ownRoute>>, visit: Visit): void {
  noteAsked()
  Promise.resolve(own(visit)).catch((error: unknown) => {
    console.error(`${visit.pathname} could not be answered in ${visit.site.tenant.id}`, error)
    sendStatus(visit.response, 500, 'broken', visit.site)
  })
}

const wholeOf = (way: Way | null) => (way ? way.address.pathname + way.address.search : '/')

function refuseToWrite(
  request: IncomingMessage,
  response: ServerResponse,
  site: HostSite,
  path: string,
): boolean {
  const refusal = bodyRefusal(request)
  if (!comesFromHere(request, site.origin) && !isPressedInMail(request))
    sendStatus(response, 403, 'elsewhere', site)
  else if (refusal)
    sendStatus(response, refusal.status, refusal.status === 411 ? 'lengthMissing' : 'tooLarge', site)
  else if (!mayWrite(site.status, actAt(path), { isStaff: true })) sendStatus(response, 503, 'readOnly', site)
  else return false
  return true
}
