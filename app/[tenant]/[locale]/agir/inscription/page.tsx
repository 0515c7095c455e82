import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AnnouncementList } from '@/components/agir/announcing/announcement-list'
import { OwnList } from '@/components/agir/registration/own-list'
import { Section } from '@/components/ideas/section'
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
  const [{ tenant }, { jeton, fait }, href, t, a] = [
    await currentSite(),
    await searchParams,
    await currentHref(),
    await getTranslations('agirGuests.own'),
    await getTranslations('agirAnnouncing'),
  ]
  const token = typeof jeton === 'string' ? jeton : ''
  const own = await findAsGuest(tenant, token, new Date())
  if (own?.isAdopted)
    return (
      <Page title={t('adopted')} lead={t('adoptedText')} width="text">
        <ButtonLink href={href('/mes-inscriptions')}>{t('toAccount')}</ButtonLink>
      </Page>
    )
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
        {own.told.length > 0 && (
          <Section id="annonces" title={a('read')}>
            <div className="space-y-6">
              {own.told.map(({ title, locale, slug, announcements }) => (
                <div key={slug} className="space-y-3">
                  <p>
                    <a href={href(`/activites/${slug}`)} lang={locale} dir="auto">
                      {title}
                    </a>
                  </p>
                  <AnnouncementList announcements={announcements} />
                </div>
              ))}
            </div>
          </Section>
        )}
        {own.past.length > 0 && <OwnList title={t('past')} registrations={own.past} isPast />}
        <p className="text-base text-muted">{t('kept')}</p>
        <ButtonLink href={href('/activites')} variant="secondary">
          {t('find')}
        </ButtonLink>
      </div>
    </Page>
  )
}
