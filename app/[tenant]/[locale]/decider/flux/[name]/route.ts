import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { localized } from '@/lib/i18n/localized'
import { ideaWords } from '@/lib/i18n/words'
import { listLatest } from '@/lib/ideas/feeds/queries'
import { atomOf, beginningOf } from '@/lib/ideas/feeds/rules'
import { openUnder } from '@/lib/open-data/answers'
import { licenceOf } from '@/lib/open-data/licences'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

const feeds = { nouvelles: 'published', 'seuil-atteint': 'reached' } as const

export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params
  if (!Object.hasOwn(feeds, name)) notFound()
  const what = feeds[name as keyof typeof feeds]
  const site = await currentSite()
  const { tenant, locale, origin } = site
  const now = new Date()
  const [t, href, latest] = await Promise.all([
    getTranslations('ideas'),
    currentHref(),
    listLatest(tenant, what, now),
  ])
  const address = (path: string) => origin + href(path)
  const platform = localized(tenant.platformNames.decider, locale, tenant)
  const feed = atomOf({
    id: address(`/flux/${name}`),
    title: t(`feeds.${what}`, { ...ideaWords(site), platform }),
    subtitle: t(`feeds.${what}Text`, ideaWords(site)),
    href: address('/idees'),
    self: address(`/flux/${name}`),
    author: localized(tenant.name, locale, tenant),
    licence: licenceOf(tenant),
    language: locale,
    since: new Date(now.toISOString().slice(0, 10)),
    entries: latest.map((idea) => ({
      id: `urn:uuid:${idea.id}${what === 'reached' ? '#reached' : ''}`,
      title: idea.title,
      href: address(`/idees/${idea.slug}`),
      published: idea.publishedAt,
      updated: idea.at,
      author: idea.author,
      summary: beginningOf(idea.body),
      language: idea.locale,
    })),
  })
  return new Response(feed, {
    headers: { ...openUnder(tenant), 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}
