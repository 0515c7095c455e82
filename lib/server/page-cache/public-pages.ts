import type { RequestListener, ServerResponse } from 'node:http'
import { wasDatabaseInTrouble } from '../../db/trouble'
import { fairTurns } from '../../db/turns'
import { withinPatience } from '../../patience'
import { whileDatabaseAnswers } from '../patience'
import { inTurn } from '../../short-turns'
import type { HostSite } from '../../tenancy/registry'
import type { Place } from '../front/internal-headers'
import type { Speak } from '../front/look-over'
import { answerWithPage } from './answer'
import { createPageCache } from './cache'
import { isBare, kindError } from './kind-errors'
import type { Page } from './page'
import { canonicalQuery, type PublicRoute } from './public-routes'
import { renderForEveryone } from './render'

const limit = Number(process.env.PAGE_CACHE_MB ?? 64) * 1024 * 1024

type Asked = {
  site: HostSite
  place: Place
  route: PublicRoute
  pathname: string
  search: string
  /** When the page is said in place of another, the status of that one. */
  status?: number
  speak?: Speak
}

/** Answers with pages that everyone sees alike. A city with a crowd never takes every turn at rendering. */
export function createPublicPages(renderNext: RequestListener) {
  const cache = createPageCache(limit)
  const turns = fairTurns(12)

  /** A page whose turn does not come in time is given up, and so is one that the database keeps waiting. */
  async function renderInTurn(city: string, render: () => Promise<Page>): Promise<Page> {
    let [isBegun, isTooLate] = [false, false]
    const turn = turns(city, async () => {
      isBegun = true
      return isTooLate ? 'away' : whileDatabaseAnswers(render())
    })
    const early = await withinPatience(turn)
    const page = isBegun ? await turn : early
    if (page !== 'away') return page
    isTooLate = true
    throw new Error('The page took too long')
  }

  return function answerPublic(response: ServerResponse, asked: Asked, sorry: () => void): void {
    const { site, place, route, pathname, status, speak = (send) => send() } = asked
    const url = pathname + canonicalQuery(asked.search, route.query)
    const wanted = { city: site.tenant.id, key: site.host.host + url, shows: route.shows }
    const render = () => renderInTurn(wanted.city, () => renderWhole(renderNext, site, place, url))
    const page = isForEveryone(site) ? cache.show(wanted, render) : render()
    const send = (made: Page) =>
      speak(() => answerWithPage(response, site, status ? { ...made, status } : made))
    if (!(page instanceof Promise)) return inTurn(wanted.city, () => send(page))
    page.then(
      (made) => (made.status >= 500 && wasDatabaseInTrouble() ? speak(sorry) : send(made)),
      (error) => (console.error('A public page could not be rendered', error), speak(sorry)),
    )
  }
}

/** A city under a draft, or looked on by somebody of the operator, is nobody else's: nor is what it says of an error. */
const isForEveryone = ({ preview, helping }: HostSite) => !preview && !helping

/** What Next could only sketch is said by a page of the city, under the same status. */
async function renderWhole(renderNext: RequestListener, site: HostSite, place: Place, url: string) {
  const page = await renderForEveryone(renderNext, site, place, url)
  const said = isBare(page) ? kindError(site, place, page.status) : undefined
  if (!said) return page
  const whole = await renderForEveryone(renderNext, site, said.place, said.url)
  return whole.status === 200 ? { ...whole, status: page.status, mayBeKept: page.mayBeKept } : page
}
