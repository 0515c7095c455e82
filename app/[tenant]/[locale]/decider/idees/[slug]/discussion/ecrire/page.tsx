import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { BackToDiscussion } from '@/components/comments/back'
import { nameOf } from '@/components/comments/comment'
import { CommentForm } from '@/components/comments/comment-form'
import { CityForm, NewsForm } from '@/components/comments/speaking-forms'
import { WrittenText } from '@/components/ideas/written-text'
import { Page } from '@/components/layout/page'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { keptText } from '@/lib/auth/kept-text'
import { requirePerson } from '@/lib/auth/require-person'
import { isDiscussed } from '@/lib/comments/rules'
import { cityRoleOf } from '@/lib/comments/speaking/rules'
import { findDiscussedIdea, findThread } from '@/lib/comments/threads/queries'
import { hasCarrier } from '@/lib/ideas/carriers/queries'
import { currentSite } from '@/lib/tenancy/current-site'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ a?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('comments'))('speak.title'), robots: { index: false } }
}

/** Where one writes once signed in: what was begun before is here, and whoever may speak otherwise does it here. */
export default async function WritePage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const [{ slug }, { a }, { tenant }] = await Promise.all([params, searchParams, currentSite()])
  const idea = (await findDiscussedIdea(tenant, slug)) ?? notFound()
  const t = await getTranslations('comments')
  const kept = await keptText(idea.id)
  const asked = kept?.parentId ?? (typeof a === 'string' ? a : null)
  const found = asked ? await findThread(tenant, idea.id, asked) : null
  const answered = found?.state === 'visible' ? found : null
  const role = cityRoleOf(person, idea)
  const carriesIt = idea.authorId === person.id || (await hasCarrier(tenant, idea.id, person.id))
  const place = { ideaId: idea.id, parentId: answered?.id ?? null }
  return (
    <Page
      title={t('write.title')}
      lead={<bdi>{idea.title}</bdi>}
      above={<BackToDiscussion slug={slug} />}
      width="text"
    >
      {!isDiscussed(idea) ? (
        <Notice>{t('closed')}</Notice>
      ) : (
        <div className="space-y-8">
          {answered && (
            <blockquote className="border-s-4 border-line ps-5">
              <p className="text-base text-muted">
                {t('speak.answering')} <bdi className="font-bold">{nameOf(answered, t)}</bdi>
              </p>
              <WrittenText text={answered.body} />
            </blockquote>
          )}
          {kept && <Notice tone="info">{t('write.kept')}</Notice>}
          <Card>
            <CommentForm
              idea={{ id: idea.id, slug }}
              parentId={place.parentId}
              filled={kept ?? undefined}
              mayAlso={false}
            />
          </Card>
          {role && (
            <Card>
              <CityForm {...place} role={role} />
            </Card>
          )}
          {carriesIt && !answered && (
            <Card>
              <NewsForm ideaId={idea.id} />
            </Card>
          )}
        </div>
      )}
    </Page>
  )
}
