import 'server-only'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { localized } from '@/lib/i18n/localized'
import { ownNames } from '@/lib/i18n/own-names'
import { ideaWords } from '@/lib/i18n/words'
import { currentSite } from '@/lib/tenancy/current-site'
import { wayTo } from '@/lib/tenancy/origin'
import { hasConsultations, pathOf, platformsOf, type Site, type Surface } from '@/lib/tenancy/site'

/** What the header and the footer both lead to. */
export async function navigation() {
  const site = await currentSite()
  const { tenant, locale, surface } = site
  const asked = (await headers()).get('x-parvis-path') ?? '/'
  const path = asked.startsWith('/etat/') ? '/' : asked
  const platform = surface === 'ville' ? null : surface
  const title = platform
    ? localized(tenant.platformNames[platform], locale, tenant)
    : localized(tenant.name, locale, tenant)

  const pages = await pagesOf(site)
  return {
    site,
    title,
    city: localized(tenant.name, locale, tenant),
    logoAlt: tenant.theme.logo ? localized(tenant.theme.logo.alt, locale, tenant) : '',
    homeHref: pathOf(tenant, locale, surface, '/'),
    pages: pages.map((page) => ({
      ...page,
      href: hrefOn(page.path),
      current: page.path === path,
    })),
    platforms: otherPlatforms(site),
    languages: tenant.locales
      .filter((other) => other !== locale)
      .map((other) => ({ locale: other, name: ownNames[other], href: pathOf(tenant, other, surface, path) })),
    hrefOn,
  }

  function hrefOn(to: string, on: Surface = surface) {
    return wayTo(site, to, on)
  }
}

/** Where one can go on a platform. */
async function pagesOf(site: Site): Promise<{ path: string; text: string }[]> {
  const t = await getTranslations('site')
  if (site.surface === 'agir')
    return [
      { path: '/activites', text: t('nav.activities') },
      { path: '/activites/agenda', text: t('nav.agenda') },
      { path: '/activites/carte', text: t('nav.map') },
      { path: '/initiatives', text: t('nav.initiatives') },
      { path: '/organisations', text: t('nav.organisations') },
      { path: '/proposer', text: t('nav.offer') },
    ]
  if (site.surface === 'ville') return []
  return [
    { path: '/idees', text: t('nav.ideas', ideaWords(site)) },
    { path: '/idees/carte', text: t('nav.map') },
    ...(hasConsultations(site.tenant) ? [{ path: '/consultations', text: t('nav.consultations') }] : []),
    { path: '/engagements', text: t('nav.engagements') },
    { path: '/regles', text: t('nav.rules') },
  ]
}

function otherPlatforms(site: Site) {
  const { tenant, locale, surface } = site
  return platformsOf(tenant)
    .filter((other) => other !== surface)
    .map((platform) => ({
      platform,
      name: localized(tenant.platformNames[platform], locale, tenant),
      href: wayTo(site, '/', platform),
    }))
}

export type Navigation = Awaited<ReturnType<typeof navigation>>
