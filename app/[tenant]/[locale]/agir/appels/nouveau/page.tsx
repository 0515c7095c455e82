import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CallForm } from '@/components/agir/calls/call-form'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { findCallDesk } from '@/lib/agir/calls/desk/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirCalls'))('new'), robots: { index: false } }
}

export default async function NewCallPage() {
  const person = await requirePerson()
  const { tenant } = await currentSite()
  const desk = (await findCallDesk(tenant, person)) ?? forbidden()
  const [t, href] = await Promise.all([getTranslations('agirCalls'), currentHref()])
  const back = (
    <a href={href('/appels')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
  return (
    <Page title={t('new')} lead={t('lead')} above={back} width="text">
      <CallForm desk={desk} />
    </Page>
  )
}
