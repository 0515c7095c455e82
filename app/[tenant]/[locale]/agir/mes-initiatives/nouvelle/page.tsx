import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { InitiativeFrame } from '@/components/agir/initiatives/step-frame'
import { SubjectForm } from '@/components/agir/initiatives/step-forms'
import { listVoices } from '@/lib/agir/activities/organisers/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirInitiatives.own'))('begin'), robots: { index: false } }
}

export default async function BeginInitiative() {
  const site = await currentSite()
  if (!site.tenant.modules.agir) notFound()
  const person = await requirePerson()
  const [t, href, voices] = await Promise.all([
    getTranslations('agirInitiatives'),
    currentHref(),
    listVoices(site.tenant, person.id),
  ])
  return (
    <InitiativeFrame
      step="sujet"
      question={t('questions.sujet')}
      lead={t('own.beginLead')}
      laterHref={href('/mes-initiatives')}
    >
      <SubjectForm site={site} voices={voices} />
    </InitiativeFrame>
  )
}
