import { pathOf } from '../../tenancy/site'
import type { HostSite } from '../../tenancy/registry'
import type { Place } from '../front/internal-headers'
import type { Page } from './page'

const paths: Readonly<Record<number, string>> = {
  403: '/etat/reserve',
  404: '/etat/introuvable',
  500: '/etat/panne',
}

/** The page of the city that says this, in the language being read; undefined when there is none to say it. */
export function kindError(site: HostSite, place: Place, status: number) {
  const path = paths[status]
  if (!path) return undefined
  const locale = site.tenant.locales.find((one) => one === place.locale) ?? site.tenant.locales[0]!
  return { place: { ...place, path }, url: pathOf(site.tenant, locale, place.surface, path) }
}

/** Next leaves such a page empty until its scripts have run; a reader without them would see nothing. */
export function isBare({ contentType, plain }: Page): boolean {
  return contentType.startsWith('text/html') && plain.bytes.subarray(0, 80).includes('id="__next_error__"')
}
