import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { BackToDiscussion } from '@/components/comments/back'
import { Comment } from '@/components/comments/comment'
import { CommentForm } from '@/components/comments/comment-form'
import { Voting } from '@/components/comments/voting'
import { speech } from '@/components/comments/words'
import { Page } from '@/components/layout/page'
import { Notice } from '@/components/ui/notice'
import { isDiscussed, limits } from '@/lib/comments/rules'
import { findDiscussedIdea, findThread } from '@/lib/comments/threads/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = {
  params: Promise<{ slug: string; id: string }>
  searchParams: Promise<{ fait?: string }>
}

const readIdea = cache(async (slug: string) => {
  const { tenant } = await currentSite()
  return (await findDiscussedIdea(tenant, slug)) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await readIdea((await params).slug)
  const t = await getTranslations('comments')
  return { title: t('threadTitle', { title }), robots: { index: false, follow: true } }
}

export default async function ThreadPage({ params, searchParams }: Props) {
  const { slug, id } = await params
  const [{ tenant }, t, href] = await Promise.all([currentSite(), getTranslations('comments'), currentHref()])
  const idea = await readIdea(slug)
  if (idea.slug !== slug) permanentRedirect(href(`/idees/${idea.slug}/commentaires/${id}`))
  const thread = (await findThread(tenant, idea.id, id)) ?? notFound()
  const isOpen = isDiscussed(idea)
  const where = { slug, isOpen, speech: await speech() }
  const done = doneIn(await searchParams)
  return (
    <Page
      title={t('title')}
      lead={<bdi>{idea.title}</bdi>}
      above={<BackToDiscussion slug={slug} />}
      width="text"
    >
      <div data-about-idea={idea.id}>
        {done && (
          <div className="mb-6">
            <Notice tone="success" live="status">
              {t(`done.${done}`, { minutes: limits.editMinutes })}
            </Notice>
          </div>
        )}
        <Voting isOpen={isOpen}>
          <Comment said={thread} where={where} />
          <ul className="mt-6 space-y-6 border-s-2 border-line ps-4 md:ps-6">
            {thread.replies.map((reply) => (
              <li key={reply.id}>
                <Comment said={reply} where={where} />
              </li>
            ))}
          </ul>
        </Voting>
        {isOpen && thread.state === 'visible' && (
          <section
            id="repondre"
            aria-labelledby="repondre-titre"
            className="mt-8 scroll-mt-6 rounded-card border border-line bg-tint p-5 md:p-6"
          >
            <h2 id="repondre-titre" className="mb-4 text-lg md:text-lg">
              {t('write.replyTitle')}
            </h2>
            <CommentForm idea={{ id: idea.id, slug }} parentId={thread.id} />
          </section>
        )}
      </div>
    </Page>
  )
}

function doneIn({ fait }: { fait?: string }): 'publie' | 'modifie' | null {
  return fait === 'publie' || fait === 'modifie' ? fait : null
}
