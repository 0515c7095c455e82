import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { ConfirmPlace } from '@/components/agir/guests/confirm-place'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { findGuestRequest } from '@/lib/agir/registrations/guests/queries'
import { confirmHours } from '@/lib/agir/registrations/guests/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agirGuests.confirm')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** Where the letter to somebody without an account leads. Opening the page takes no place; pressing its button does. */
export default async function ConfirmPage({ searchParams }: Props) {
  const [{ tenant }, { jeton }, href, t] = [
    await currentSite(),
    await searchParams,
    await currentHref(),
    await getTranslations('agirGuests.confirm'),
  ]
  const token = typeof jeton === 'string' ? jeton : ''
  const asked = await findGuestRequest(tenant, token, new Date())
  if (asked?.used) redirect(href(`/inscription?jeton=${asked.used}`))
  if (!asked || asked.isOver)
    return (
      <Page title={t('over')} lead={t('overText', { hours: confirmHours })} width="text">
        <ButtonLink href={href(asked?.slug ? `/activites/${asked.slug}` : '/activites')}>
          {t('again')}
        </ButtonLink>
      </Page>
    )
  return (
    <Page title={t('title')} lead={t('lead', { name: asked.name })} width="text">
      <ConfirmPlace asked={asked} token={token} />
    </Page>
  )
}
