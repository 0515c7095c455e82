import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OfferForm } from '@/components/agir/volunteers/offer-form'
import { AskedList, OfferState, WithdrawForm } from '@/components/agir/volunteers/offer-state'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { findOwnOffer } from '@/lib/agir/volunteers/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirVolunteers'))('title'), robots: { index: false } }
}

/** What one offers the city: read by nobody but its team. */
export default async function VolunteerPage() {
  const person = await requirePerson()
  const [{ tenant }, t] = await Promise.all([currentSite(), getTranslations('agirVolunteers')])
  const { offer, asked } = await findOwnOffer(tenant, person.id)
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <div className="space-y-10">
        {offer && <OfferState offer={offer} />}
        <AskedList asked={asked} />
        <OfferForm offer={offer} known={person} />
        <p className="flex items-start gap-2 text-base text-muted">
          <Icon name="lock" className="mt-1 shrink-0" />
          {t('who')}
        </p>
        {offer && <WithdrawForm />}
      </div>
    </Page>
  )
}
