import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { readUnsubscribeToken } from '@/lib/mail/unsubscribe-token'
import { currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<{ jeton?: string | string[]; fait?: string | string[] }> }

export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Where the last line of a letter leads: no need to sign in, and looking changes nothing. */
export default async function UnsubscribePage({ searchParams }: Props) {
  const { tenant, locale } = await currentSite()
  const { jeton, fait } = await searchParams
  const t = await getTranslations('account.unsubscribe')
  if (fait === '1') return <Page title={t('doneTitle')} lead={t('doneLead')} width="text" />
  const stopping = typeof jeton === 'string' ? readUnsubscribeToken(tenant, jeton) : null
  if (typeof jeton !== 'string' || !stopping) {
    return <Page title={t('badTitle')} lead={t('badLead')} width="text" />
  }
  return (
    <Page title={t('title')} lead={t(`lead.${stopping.what}`)} width="text">
      <form method="post" action={`/api/letters/unsubscribe?jeton=${encodeURIComponent(jeton)}`}>
        <input type="hidden" name="page" value="1" />
        <input type="hidden" name="langue" value={locale} />
        <Button type="submit">{t('button')}</Button>
      </form>
    </Page>
  )
}
