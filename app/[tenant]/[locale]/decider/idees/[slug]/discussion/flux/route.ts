import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { nameOf } from '@/components/comments/comment'
import type { Speech } from '@/components/comments/words'
import { listLatestComments } from '@/lib/comments/open-data/queries'
import type { Comment } from '@/lib/comments/reading/rules'
import { findDiscussedIdea } from '@/lib/comments/threads/queries'
import { localized } from '@/lib/i18n/localized'
import { atomOf, beginningOf } from '@/lib/ideas/feeds/rules'
import { openUnder } from '@/lib/open-data/answers'
import { licenceOf } from '@/lib/open-data/licences'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { tenant, locale, origin } = await currentSite()
  const idea = (await findDiscussedIdea(tenant, (await params).slug)) ?? notFound()
  const [t, href] = await Promise.all([getTranslations('comments'), currentHref()])
  const latest = await listLatestComments(tenant, idea.id)
  const page = origin + href(`/idees/${idea.slug}`)
  const platform = localized(tenant.platformNames.decider, locale, tenant)
  const feed = atomOf({
    id: `${page}/discussion/flux`,
    title: t('feedTitle', { platform, title: idea.title }),
    subtitle: t('feedText'),
    href: `${page}/discussion`,
    self: `${page}/discussion/flux`,
    author: localized(tenant.name, locale, tenant),
    licence: licenceOf(tenant),
    language: locale,
    since: new Date(new Date().toISOString().slice(0, 10)),
    entries: latest.map((said) => ({
      id: `urn:uuid:${said.id}`,
      title: titleOf(said, t),
      href: `${page}/commentaires/${said.parentId ?? said.id}#c-${said.id}`,
      published: said.at,
      updated: said.editedAt ?? said.at,
      author: said.author,
      summary: beginningOf(said.body),
      language: said.locale,
    })),
  })
  return new Response(feed, {
    headers: { ...openUnder(tenant), 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}

function titleOf(said: Comment, t: Speech['t']): string {
  if (said.voice !== 'citizen') return t(`entry.${said.voice}`)
  return t('entry.citizen', { stance: t(`stance.${said.stance}`), name: nameOf(said, t) })
}
