import type { NextRequest } from 'next/server'
import { notFound } from 'next/navigation'
import { countAgirPages, listAgirPages } from '@/lib/agir/sitemap/queries'
import { listPublished } from '@/lib/consultations/queries'
import { countInSitemap, listForSitemap, sitemapSize } from '@/lib/ideas/feeds/queries'
import { inXml } from '@/lib/ideas/feeds/rules'
import { currentSite } from '@/lib/tenancy/current-site'
import { pathOf, platformsOf, type Site } from '@/lib/tenancy/site'
import type { Platform } from '@/tenants/tenant'

type Address = { path: string; on: Platform; changedAt?: Date }

const pages = {
  decider: ['/', '/idees', '/idees/carte', '/consultations', '/regles'],
  agir: ['/', '/activites', '/activites/carte', '/activites/agenda', '/initiatives', '/organisations'],
} as const

/** Every address worth finding; beyond a few thousand, a list of such lists. */
export async function GET(request: NextRequest) {
  const site = await currentSite()
  const { tenant, surface } = site
  const shown = platformsOf(tenant).filter(
    (one) => surface === 'ville' || surface === one || tenant.hosts.shared,
  )
  const hasIdeas = shown.includes('decider') && tenant.modules.ideas
  const [ideaCount, asked, agirCount] = await Promise.all([
    hasIdeas ? countInSitemap(tenant) : 0,
    hasIdeas && tenant.modules.consultations ? listPublished(tenant) : [],
    shown.includes('agir') ? countAgirPages(tenant) : 0,
  ])
  const parts = Math.max(1, Math.ceil((ideaCount + asked.length + agirCount) / sitemapSize))
  const wanted = request.nextUrl.searchParams.get('page')
  if (wanted === null && parts > 1) return xml(indexOf(site, parts))
  const part = Number(wanted ?? 1)
  if (!Number.isInteger(part) || part < 1 || part > parts) notFound()
  const isThere = (path: string) => path !== '/consultations' || tenant.modules.consultations
  const first =
    part > 1 ? [] : shown.flatMap((on) => pages[on].filter(isThere).map((path): Address => ({ path, on })))
  const [from, until] = [(part - 1) * sitemapSize, part * sitemapSize]
  /** Where what follows others begins and ends within this part. */
  const among = (before: number) => ({ from: Math.max(0, from - before), until: Math.max(0, until - before) })
  const ideas = hasIdeas ? await listForSitemap(tenant, part) : []
  const { from: firstAsked, until: lastAsked } = among(ideaCount)
  const agir = among(ideaCount + asked.length)
  const onAgir = agirCount > 0 && agir.until > 0 ? await listAgirPages(tenant, agir) : []
  return xml(
    listOf(site, [
      ...first,
      ...ideas.map((one) => onDecider('idees', one)),
      ...asked.slice(firstAsked, lastAsked).map((one) => onDecider('consultations', one)),
      ...onAgir.map((one): Address => ({ ...one, on: 'agir' })),
    ]),
  )
}

const onDecider = (of: string, { slug, changedAt }: { slug: string | null; changedAt: Date }): Address => ({
  path: `/${of}/${slug}`,
  on: 'decider',
  changedAt,
})

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

function urlOf({ tenant, origin }: Site, { path, on, changedAt }: Address, locale: Site['locale']): string {
  const addressIn = (language: Site['locale']) => inXml(origin + pathOf(tenant, language, on, path))
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
