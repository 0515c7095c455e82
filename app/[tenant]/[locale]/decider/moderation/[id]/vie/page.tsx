import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { MergeList } from '@/components/life/merge-list'
import { MergeForm, TakeUpForm, TimeForms } from '@/components/life/staff-forms'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { requirePerson } from '@/lib/auth/require-person'
import { mayChange } from '@/lib/ideas/changes/rules'
import { findLife } from '@/lib/ideas/steering/queries'
import { actsAs } from '@/lib/people/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('life'))('staff.title'), robots: { index: false } }
}

/** Merger, deadline, suspension, early take-up: what may be done to one idea, and only what this person may do. */
export default async function LifePage({ params }: { params: Promise<{ id: string }> }) {
  const [{ tenant, origin }, { id }, person] = [await currentSite(), await params, await requirePerson()]
  const roles = ['moderator', 'admin', 'signatory'] as const
  if (!roles.some((role) => actsAs(person, role))) forbidden()
  const idea = (await findLife(tenant, id)) ?? notFound()
  const [t, href, format] = [await getTranslations('life'), await currentHref(), await getFormatter()]
  const may = Object.fromEntries(roles.map((role) => [role, actsAs(person, role, idea)]))
  const acts = [
    may.moderator && mayChange(idea, 'merge'),
    may.admin && (mayChange(idea, 'prolong') || mayChange(idea, 'resume')),
    may.signatory && mayChange(idea, 'takeUpEarly'),
  ]
  const above = (
    <a href={href('/moderation/vie')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('staff.all.title')}
    </a>
  )
  return (
    <Page title={t('staff.title')} lead={t('staff.lead')} above={above} width="text">
      <div className="space-y-8">
        <p className="text-lg font-bold">
          <a href={href(`/idees/${idea.slug}`)} dir="auto">
            {idea.title}
          </a>
        </p>
        {idea.authorId === person.id ? (
          <Notice>{t('staff.own')}</Notice>
        ) : (
          <>
            {idea.takenUpAt && (
              <Notice tone="success" live="status">
                {t('staff.taken', { date: format.dateTime(idea.takenUpAt, { dateStyle: 'long' }) })}
              </Notice>
            )}
            {!idea.takenUpAt && !acts.some(Boolean) && <Notice>{t('staff.nothing')}</Notice>}
            {may.signatory && <TakeUpForm idea={idea} />}
            {may.moderator && <MergeForm idea={idea} example={`${origin}${href('/idees/…')}`} />}
            {may.admin && <TimeForms idea={idea} />}
            {may.moderator && idea.merges.length > 0 && <MergeList merges={idea.merges} byId={person.id} />}
          </>
        )}
      </div>
    </Page>
  )
}
