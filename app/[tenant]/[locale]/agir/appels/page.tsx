import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CallList } from '@/components/agir/calls/call-list'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { findCallDesk } from '@/lib/agir/calls/desk/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirCalls'))('title'), robots: { index: false } }
}

/** For those who act for the city, and for its partners. */
export default async function CallsPage() {
  const person = await requirePerson()
  const { tenant } = await currentSite()
  const desk = (await findCallDesk(tenant, person)) ?? forbidden()
  const [t, href] = await Promise.all([getTranslations('agirCalls'), currentHref()])
  const begin = (
    <ButtonLink href={href('/appels/nouveau')} icon={<Icon name="megaphone" />}>
      {t('new')}
    </ButtonLink>
  )
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <p className="mb-6 font-bold">{t('ready', { count: desk.ready })}</p>
      {desk.calls.length > 0 ? (
        <>
          <div className="mb-8">{begin}</div>
          <CallList calls={desk.calls} now={new Date()} />
        </>
      ) : (
        <EmptyState title={t('none')} action={begin} />
      )}
    </Page>
  )
}
