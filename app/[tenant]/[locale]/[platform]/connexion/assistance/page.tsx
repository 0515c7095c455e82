import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { Button, ButtonLink } from '@/components/ui/button'
import { currentHref } from '@/lib/tenancy/current-site'
import { helperTokenIn } from '@/lib/tenancy/help/cookie'

type Props = { searchParams: Promise<{ code?: string; fini?: string }> }

export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Where an operator comes into a console that its city opened to them, and where they leave it. Pressing does, not opening. */
export default async function HelperDoor({ searchParams }: Props) {
  const { code, fini } = await searchParams
  const t = await getTranslations('help.door')
  const href = await currentHref()
  if (fini)
    return (
      <Page title={t(fini === 'oui' ? 'left' : 'late')} lead={t('leftLead')} width="text">
        {null}
      </Page>
    )
  if (code)
    return (
      <Page title={t('enter')} lead={t('enterLead')} width="text">
        <form method="post" action="/api/auth/assistance">
          <input type="hidden" name="code" value={code} />
          <Button type="submit" size="large">
            {t('go')}
          </Button>
        </form>
      </Page>
    )
  const isInside = helperTokenIn((await headers()).get('cookie')) !== null
  return (
    <Page title={t(isInside ? 'inside' : 'late')} lead={t('leftLead')} width="text">
      {isInside && (
        <form method="post" action="/api/auth/assistance" className="flex flex-wrap gap-3">
          <input type="hidden" name="geste" value="quitter" />
          <Button type="submit">{t('leave')}</Button>
          <ButtonLink variant="secondary" href={href('/administration')}>
            {t('back')}
          </ButtonLink>
        </form>
      )}
    </Page>
  )
}
