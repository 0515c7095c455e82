import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnList } from '@/components/agir/registration/own-list'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { findAsGuest } from '@/lib/agir/registrations/guests/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agirGuests.own')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

const facts = ['confirmed', 'pending', 'waitlisted', 'needs_guardian', 'cancelled', 'reconfirmed'] as const

/** What somebody without an account is registered for, from any letter about it. */
export default async function GuestPage({ searchParams }: Props) {
  const [{ tenant }, { jeton, fait }, href, t] = [
    await currentSite(),
    await searchParams,
    await currentHref(),
    await getTranslations('agirGuests.own'),
  ]
  const token = typeof jeton === 'string' ? jeton : ''
  const own = await findAsGuest(tenant, token, new Date())
  if (!own)
    return (
      <Page title={t('gone')} lead={t('goneText')} width="text">
        <ButtonLink href={href('/activites')}>{t('find')}</ButtonLink>
      </Page>
    )
  const fact = facts.find((one) => one === fait)
  return (
    <Page title={t('title')} lead={t('lead', { name: own.name })} width="text">
      <div className="space-y-8">
        {fact && (
          <Notice tone="success" live="status" title={t(`facts.${fact}.title`)}>
            {t(`facts.${fact}.text`)}
          </Notice>
        )}
        {own.coming.length > 0 && <OwnList title={t('coming')} registrations={own.coming} guest={token} />}
        {own.coming.length === 0 && <p>{t('none')}</p>}
        {own.past.length > 0 && <OwnList title={t('past')} registrations={own.past} isPast />}
        <p className="text-base text-muted">{t('kept')}</p>
        <ButtonLink href={href('/activites')} variant="secondary">
          {t('find')}
        </ButtonLink>
      </div>
    </Page>
  )
}
