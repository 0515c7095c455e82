import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { onlyReading } from '../../db/reading'
import { fairTurns } from '../../db/turns'
import { locales } from '../../../tenants/tenant'
import { noteAsked } from '../../crowd'
import type { HostSite } from '../../tenancy/registry'
import { hasConsultations, isOffered } from '../../tenancy/site'
import { actAt, cityStates, isFeed, isOfTheDoor, mayWrite } from '../../tenancy/states/rules'
import { type Address, longestAddress, readAddress } from './address'
import { sendTo } from './answer'
import { bodyRefusal } from './body-limit'
import { helperAsked } from './helper-asked'
import { type Place, placeOf } from './internal-headers'
import type { Speak } from './look-over'
import { answerForOne } from './next-answer'
import { comesFromHere, isPressedInMail, isReading } from './origin-check'
import { ownRoute, type Visit } from './own-routes'
import { previewAsked } from './preview-asked'
import { kindError } from '../page-cache/kind-errors'
import { createPublicPages } from '../page-cache/public-pages'
import { publicRoute } from '../page-cache/public-routes'
import { answerStatic } from './static-files'
import { isAskedByStaff } from './staff-asking'
import { sendCityStatus, sendStatus } from './status-pages'

export type Kitchen = { renderNext: RequestListener; dev?: boolean }

/** What happens to a request once its city is known: each step either answers it or passes it on. */
export function createReception({ renderNext, dev = false }: Kitchen) {
  const answerPublic = createPublicPages(renderNext)
  const turns = fairTurns(20)

  return function receive(request: IncomingMessage, response: ServerResponse, site: HostSite): void {
    const { url = '/' } = request
    if (url.length > longestAddress) return sendStatus(response, 414, 'addressTooLong', site)
    const address = readAddress(url)
    if (site.host.host !== site.canonicalHost) return sendTo(response, site.origin + wholeOf(address))
    if (!address) return sendStatus(response, 404, 'notFound', site)
    if (address.pathname.startsWith('/_next/')) return answerInner(request, response, address)
    const asked =
      previewAsked(request, site, address.pathname) ?? helperAsked(request, site, address.pathname)
    if (!asked) return admit(request, response, site, address)
    asked
      .then((asOther) => {
        if (asOther?.helping) return onlyReading(() => lookOn(request, response, asOther, address))
        admit(request, response, asOther ?? site, address)
      })
      .catch(() => sendStatus(response, 503, 'away', site))
  }

  /** Somebody of the operator reads the console, with the city's leave: nothing they send is listened to. */
  function lookOn(
    request: IncomingMessage,
    response: ServerResponse,
    site: HostSite,
    address: Address,
  ): void {
    if (isReading(request)) answerPlace(request, response, site, address)
    else sendStatus(response, 403, 'lookingOn', site)
  }

  /** What the city's state lets through: lib/tenancy/states/rules.ts says it all. */
  function admit(request: IncomingMessage, response: ServerResponse, site: HostSite, address: Address): void {
    const { reading, feeds } = cityStates[site.status]
    const { path } = placeOf(site, address.pathname)
    if (!feeds) response.setHeader('x-robots-tag', 'noindex')
    if (reading === 'nobody') return sendCityStatus(response, site)
    if (!isReading(request) && refuseToWrite(request, response, site, path)) return
    if (!feeds && isFeed(path)) return sendStatus(response, 404, 'notFound', site)
    if (reading === 'everyone' || isOfTheDoor(path)) return answerPlace(request, response, site, address)
    isAskedByStaff(request, site)
      .then((isStaff) =>
        isStaff ? answerPlace(request, response, site, address) : sendCityStatus(response, site),
      )
      .catch(() => sendStatus(response, 503, 'away', site))
  }

  function answerPlace(
    request: IncomingMessage,
    response: ServerResponse,
    site: HostSite,
    address: Address,
  ): void {
    const { pathname, search } = address
    if (!isThere(site, pathname)) return sendStatus(response, 404, 'notFound', site)
    const own = ownRoute(request.method ?? 'GET', pathname)
    if (own) return answerOwn(own, { request, response, site, pathname, search })
    const right = withoutSpareLanguage(site, pathname)
    if (!address.isCanonical || right !== pathname) return sendTo(response, site.origin + right + search)

    const place = placeOf(site, pathname)
    const route = isReading(request) ? publicRoute(place.surface, place.path) : undefined
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
  function answerInner(request: IncomingMessage, response: ServerResponse, { pathname }: Address): void {
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

const aboutConsultations = /^(\/administration|\/api\/v1)?\/consultations(\/|$)/

/** What a city has switched off has no address, whichever way one asks for it. */
function isThere(site: HostSite, pathname: string): boolean {
  const { surface, path } = placeOf(site, pathname)
  if (surface !== 'ville' && !isOffered(site.tenant, surface)) return false
  const isAbout = aboutConsultations.test(path) || aboutConsultations.test(pathname)
  if (isAbout && !hasConsultations(site.tenant)) return false
  return isOffered(site.tenant, 'decider') || !/^\/api\/v1\/(ideas|consultations|rules)(\/|$)/.test(pathname)
}

const wholeOf = (address: Address | null) => (address ? address.pathname + address.search : '/')

/** Only a city's further languages have a prefix: `/fr/idees` is `/idees`, and so is `/es/idees` once Spanish was retired. */
function withoutSpareLanguage({ tenant }: HostSite, pathname: string): string {
  const [, language = '', ...rest] = pathname.split('/')
  const isOne = locales.some((locale) => locale === language)
  return isOne && !tenant.locales.some((locale, place) => place > 0 && locale === language)
    ? `/${rest.join('/')}`
    : pathname
}

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
