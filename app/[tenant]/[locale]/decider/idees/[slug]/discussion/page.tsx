import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { DiscussionBody } from '@/components/comments/discussion'
import { BackToIdea } from '@/components/comments/back'
import { Page } from '@/components/layout/page'
import { readOrder } from '@/lib/comments/reading/input'
import { readDiscussion } from '@/lib/comments/reading/queries'
import { findDiscussedIdea } from '@/lib/comments/threads/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const readIdea = cache(async (slug: string) => {
  const { tenant } = await currentSite()
  return (await findDiscussedIdea(tenant, slug)) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const idea = await readIdea((await params).slug)
  const [t, href] = await Promise.all([getTranslations('comments'), currentHref()])
  const path = href(`/idees/${idea.slug}/discussion`)
  return {
    title: t('pageTitle', { title: idea.title }),
    alternates: { canonical: path, types: { 'application/atom+xml': `${path}/flux` } },
    robots: { index: false, follow: true },
  }
}

export default async function DiscussionPage({ params, searchParams }: Props) {
  const { slug } = await params
  const [{ tenant }, href, t, idea] = await Promise.all([
    currentSite(),
    currentHref(),
    getTranslations('comments'),
    readIdea(slug),
  ])
  if (idea.slug !== slug) permanentRedirect(href(`/idees/${idea.slug}/discussion`))
  const { order, after } = readOrder(await searchParams)
  const read = await readDiscussion(tenant, { ideaId: idea.id, order, after })
  return (
    <Page title={t('title')} lead={<bdi>{idea.title}</bdi>} above={<BackToIdea slug={slug} />} width="text">
      {order === 'balanced' && <p className="mb-6 text-base text-muted">{t('order.why')}</p>}
      <DiscussionBody idea={idea} read={read} order={order} isFirst={after === null} level="h2" />
    </Page>
  )
}
