import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OfferFrame } from '@/components/agir/offer/offer-frame'
import { SubjectForm } from '@/components/agir/offer/subject-form'
import { Notice } from '@/components/ui/notice'
import { listVoices } from '@/lib/agir/activities/organisers/queries'
import { listOwnActivities } from '@/lib/agir/activities/own/queries'
import { findToHelp } from '@/lib/agir/bridge/queries'
import { listKeptTitles } from '@/lib/agir/initiatives/own/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirOffer'))('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, unknown>> }

export default async function BeginOffer({ searchParams }: Props) {
  const site = await currentSite()
  if (!site.tenant.modules.agir) notFound()
  const person = await requirePerson()
  const [t, href, voices, initiatives, asked] = await Promise.all([
    getTranslations('agirOffer'),
    currentHref(),
    listVoices(site.tenant, person.id),
    listKeptTitles(site.tenant, person.id),
    searchParams,
  ])
  const idea = typeof asked.idee === 'string' ? await findToHelp(site.tenant, asked.idee, person) : null
  const initiativeId = initiatives.find(({ id }) => id === asked.initiative)?.id
  const own = await listOwnActivities(site.tenant, person.id, new Date())
  const drafts = own.filter(({ moderation }) => moderation === 'draft')
  return (
    <OfferFrame
      step="sujet"
      question={t('subject.question')}
      lead={t('lead')}
      laterHref={href('/mes-activites')}
    >
      {drafts.length > 0 && (
        <div className="mb-8">
          <Notice title={t('resume.title')}>
            <ul>
              {drafts.map(({ id, title }) => (
                <li key={id}>
                  <a href={href(`/proposer/${id}`)} className="inline-flex min-h-11 items-center">
                    {t('resume.link', { title })}
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {idea && (
        <div className="mb-8">
          <Notice title={(await getTranslations('agirBridge'))('forIdea', { title: idea.title })} />
        </div>
      )}
      {asked.idee !== undefined && !idea && (
        <div className="mb-8">
          <Notice tone="warn">{(await getTranslations('agirBridge'))('notForIdea')}</Notice>
        </div>
      )}
      <SubjectForm {...{ site, voices, initiatives, initiativeId }} ideaId={idea?.id} />
    </OfferFrame>
  )
}
