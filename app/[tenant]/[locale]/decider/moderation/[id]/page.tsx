import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { IdeaPreview } from '@/components/deposit/idea-preview'
import { Page } from '@/components/layout/page'
import { Decision, DecisionMade } from '@/components/moderation/decision'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { findSubmission } from '@/lib/ideas/moderation/queries'
import { findRulesInForce } from '@/lib/rules/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { onlyModerator } from '../only-moderator'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('moderation'))('title'), robots: { index: false } }
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }

export default async function ReadSubmission({ params, searchParams }: Props) {
  const site = await currentSite()
  const { id } = await params
  const person = await onlyModerator(`/moderation/${id}`)
  const idea = (await findSubmission(site.tenant, id)) ?? notFound()
  const href = await currentHref()
  const [t, format] = [await getTranslations('moderation'), await getFormatter()]
  const { threshold } = await findRulesInForce(site.tenant)
  const isOwn = idea.authorId === person.id
  const sent = {
    name: idea.author ?? t('byDeleted'),
    date: idea.submittedAt
      ? format.dateTime(idea.submittedAt, { dateStyle: 'long', timeStyle: 'short' })
      : '',
  }
  const back = (
    <a href={href('/moderation')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
  return (
    <Page title={<span dir="auto">{idea.title}</span>} lead={t('sentBy', sent)} above={back}>
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="space-y-8">
          {(await searchParams).deja !== undefined && (
            <Notice tone="warn" live="alert" title={t('refusals.already_treated')} />
          )}
          {idea.publication !== 'submitted' && (
            <DecisionMade idea={idea} publicHref={idea.slug && href(`/idees/${idea.slug}`)} />
          )}
          <IdeaPreview site={site} idea={idea} />
          <section aria-labelledby="similar">
            <h2 id="similar" className="text-xl">
              {t('similar')}
            </h2>
            {idea.similar.length === 0 && <p className="mt-2 text-muted">{t('similarNone')}</p>}
            <ul className="mt-2">
              {idea.similar.map(({ id: other, slug, title, supportCount }) => (
                <li key={other} className="py-2">
                  <a href={href(`/idees/${slug}`)}>{title}</a>{' '}
                  <span className="text-muted">· {t('supports', { count: supportCount })}</span>
                </li>
              ))}
            </ul>
          </section>
        </div>
        {idea.publication === 'submitted' &&
          (isOwn ? (
            <Notice title={t('ownTitle')}>{t('ownText')}</Notice>
          ) : (
            <Decision site={site} ideaId={id} threshold={threshold} />
          ))}
      </div>
    </Page>
  )
}
