import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsentAnswer } from '@/components/agir/guests/consent-answer'
import { ConsentForm } from '@/components/agir/guests/consent-form'
import { ConsentSubject } from '@/components/agir/guests/consent-subject'
import { GuardianThread } from '@/components/agir/messages/guardian-thread'
import { Page } from '@/components/layout/page'
import { listForGuardian } from '@/lib/agir/conversations/guardians/queries'
import { findConsent } from '@/lib/agir/registrations/guardians/queries'
import { localized } from '@/lib/i18n/localized'
import { currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agirGuests.consent')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** What a guardian is asked, in the city's name, without an account. Opening the page answers nothing. */
export default async function ConsentPage({ searchParams }: Props) {
  const [{ tenant, locale }, { jeton, fait }, t] = [
    await currentSite(),
    await searchParams,
    await getTranslations('agirGuests.consent'),
  ]
  const token = typeof jeton === 'string' ? jeton : ''
  const asked = await findConsent(tenant, token)
  if (!asked) return <Page title={t('gone')} lead={t('goneText')} width="text" />
  const city = localized(tenant.name, locale, tenant)
  const isOpen = asked.state === 'needs_guardian' && asked.startsAt > new Date()
  return (
    <Page title={t('title')} lead={t('lead', { name: asked.name, city })} width="text">
      <div className="space-y-8">
        {!isOpen && <ConsentAnswer asked={asked} token={token} isNew={fait === '1'} />}
        <ConsentSubject asked={asked} />
        {isOpen && <ConsentForm asked={asked} token={token} />}
        <GuardianThread said={await listForGuardian(tenant, token)} name={asked.name} />
      </div>
    </Page>
  )
}
