import type { NextRequest } from 'next/server'
import { notFound } from 'next/navigation'
import { listPublished } from '@/lib/consultations/queries'
import { countInSitemap, listForSitemap, sitemapSize } from '@/lib/ideas/feeds/queries'
import { inXml } from '@/lib/ideas/feeds/rules'
import { currentSite } from '@/lib/tenancy/current-site'
import { homePlatform, isOffered, pathOf, type Site } from '@/lib/tenancy/site'

type Address = { path: string; changedAt?: Date }

const pages = ['/', '/idees', '/idees/carte', '/consultations', '/regles'].map((path): Address => ({ path }))

/** Every address worth finding; beyond a few thousand, a list of such lists. */
export async function GET(request: NextRequest) {
  const site = await currentSite()
  const hasIdeas = site.surface !== 'agir' && isOffered(site.tenant, 'decider')
  const [ideaCount, asked] = hasIdeas
    ? await Promise.all([countInSitemap(site.tenant), listPublished(site.tenant)])
    : [0, []]
  const parts = Math.max(1, Math.ceil((ideaCount + asked.length) / sitemapSize))
  const wanted = request.nextUrl.searchParams.get('page')
  if (wanted === null && parts > 1) return xml(indexOf(site, parts))
  const part = Number(wanted ?? 1)
  if (!Number.isInteger(part) || part < 1 || part > parts) notFound()
  const ideas = hasIdeas ? await listForSitemap(site.tenant, part) : []
  const consultations = asked.slice(
    Math.max(0, (part - 1) * sitemapSize - ideaCount),
    Math.max(0, part * sitemapSize - ideaCount),
  )
  const addresses: Address[] = [
    ...ideas.map(({ slug, changedAt }) => ({ path: `/idees/${slug}`, changedAt })),
    ...consultations.map(({ slug, changedAt }) => ({ path: `/consultations/${slug}`, changedAt })),
  ]
  return xml(listOf(site, [...(part > 1 ? [] : hasIdeas ? pages : pages.slice(0, 1)), ...addresses]))
}

function indexOf({ origin }: Site, parts: number): string {
  const each = Array.from(
    { length: parts },
    (_, index) => `<sitemap><loc>${inXml(`${origin}/sitemap.xml?page=${index + 1}`)}</loc></sitemap>`,
  )
  return `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${each.join('')}</sitemapindex>`
}

function listOf(site: Site, addresses: Address[]): string {
  const each = addresses.flatMap((address) =>
    site.tenant.locales.map((locale) => urlOf(site, address, locale)),
  )
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${each.join('\n')}</urlset>`
}

function urlOf(
  { tenant, origin, surface }: Site,
  { path, changedAt }: Address,
  locale: Site['locale'],
): string {
  const platform = surface === 'ville' ? homePlatform(tenant) : surface
  const addressIn = (language: Site['locale']) => inXml(origin + pathOf(tenant, language, platform, path))
  const others = tenant.locales.length > 1 ? tenant.locales : []
  const links = others.map(
    (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${addressIn(other)}"/>`,
  )
  const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''
  return `<url><loc>${addressIn(locale)}</loc>${changed}${links.join('')}</url>`
}

function xml(body: string): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}
