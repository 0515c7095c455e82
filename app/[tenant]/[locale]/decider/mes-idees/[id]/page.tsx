import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OwnRemoval } from '@/components/author/own-removal'
import { moments, ExpiredPanel, RefusedPanel, SubmittedPanel } from '@/components/author/own-idea-panels'
import { PublishedPanel } from '@/components/author/published-panel'
import { OwnStateTag } from '@/components/author/sent-list'
import { IdeaPreview } from '@/components/deposit/idea-preview'
import { OwnQuestions } from '@/components/examination/own-questions'
import { MergePanels } from '@/components/life/own-panels'
import { OwnLife } from '@/components/life/own-life'
import { Page } from '@/components/layout/page'
import { AppealPanel } from '@/components/reports/appeal-panel'
import { RoundForm } from '@/components/reports/round-form'
import { Statement } from '@/components/reports/statement'
import { Icon } from '@/components/ui/icon'
import { currentPerson } from '@/lib/auth/current-person'
import { ideaWords } from '@/lib/i18n/words'
import { findOwnRemoval } from '@/lib/ideas/removals/queries'
import { listQuestionsTo } from '@/lib/ideas/examination/queries'
import { listMergesToAnswer } from '@/lib/ideas/merges/queries'
import { listCarriers } from '@/lib/ideas/carriers/queries'
import { findBlankSheet } from '@/lib/ideas/paper/blank/queries'
import { findOwnIdea } from '@/lib/ideas/authoring/queries'
import { findOpenRequest, findStatement } from '@/lib/moderation/decisions/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, unknown>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('author')
  return { title: t('title', ideaWords(await currentSite())), robots: { index: false } }
}

export default async function OwnIdeaPage({ params, searchParams }: Props) {
  const site = await currentSite()
  const { id } = await params
  const href = await currentHref()
  const person = await currentPerson()
  if (!person) redirect(`${href('/connexion')}?suite=${encodeURIComponent(href(`/mes-idees/${id}`))}`)
  const idea = (await findOwnIdea(site.tenant, id, person.id)) ?? notFound()
  const isRestricted = idea.publication === 'refused' || idea.publication === 'hidden'
  const statement = isRestricted ? await findStatement(site.tenant, id, person.id) : null
  const request = idea.publication === 'submitted' ? await findOpenRequest(site.tenant, id) : null
  const removal = idea.publication === 'removed' ? await findOwnRemoval(site.tenant, id) : null
  const t = await getTranslations('author')
  const { day } = await moments()
  const back = (
    <a href={href('/mes-idees')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
  const justSent = (await searchParams).envoyee !== undefined
  return (
    <Page title={<span dir="auto">{idea.title}</span>} above={back} width="text">
      <div className="space-y-10">
        <OwnStateTag idea={idea} />
        <OwnQuestions questions={await listQuestionsTo(site.tenant, id, person.id)} />
        <MergePanels ideaId={id} merges={await listMergesToAnswer(site.tenant, id)} />
        {request && <RoundForm {...{ site, idea, request }} />}
        {idea.publication === 'submitted' && !request && (
          <SubmittedPanel site={site} idea={idea} justSent={justSent} />
        )}
        {idea.publication === 'refused' && (
          <RefusedPanel site={site} idea={idea} beginHref={href('/deposer')} />
        )}
        {statement && (
          <>
            <AppealPanel statement={statement} kind="idea" subjectId={id} />
            <Statement
              statement={statement}
              email={site.tenant.contact.email}
              rulesHref={href(`/regles/${statement.ruleVersion ?? 1}`)}
            />
          </>
        )}
        {removal && <OwnRemoval removal={removal} email={site.tenant.contact.email} />}
        {idea.publication === 'withdrawn' && <p>{t('withdrawn', { date: day(idea.withdrawnAt) })}</p>}
        {idea.collection === 'expired' && <ExpiredPanel site={site} idea={idea} />}
        {idea.publication === 'published' ? (
          <PublishedPanel
            site={site}
            idea={idea}
            publicHref={href(`/idees/${idea.slug}`)}
            isOnPaper={(await findBlankSheet(site.tenant, id, new Date()))?.isOpen ?? false}
          />
        ) : (
          !removal && <IdeaPreview site={site} idea={idea} />
        )}
        {idea.publication === 'published' && (
          <OwnLife site={site} idea={idea} beside={await listCarriers(site.tenant, id)} />
        )}
      </div>
    </Page>
  )
}
