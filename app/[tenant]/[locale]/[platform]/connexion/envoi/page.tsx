import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { isDemo } from '@/lib/auth/demo'
import { safePath } from '@/lib/auth/safe-path'
import { linkMinutes } from '@/lib/people/sign-in/rules'
import { currentHref } from '@/lib/tenancy/current-site'
import { publicOrigin } from '@/lib/tenancy/origin'

type Props = { searchParams: Promise<{ suite?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('sentTitle'), robots: { index: false } }
}

export default async function LinkSentPage({ searchParams }: Props) {
  const t = await getTranslations('signIn')
  const href = await currentHref()
  const next = safePath((await searchParams).suite) ?? href('/')
  return (
    <Page title={t('sentTitle')} lead={t('sentLead', { minutes: linkMinutes })} width="text">
      <p>{t('sentHelp')}</p>
      <p className="mt-6 flex flex-wrap gap-3">
        {isDemo() && (
          <ButtonLink href={publicOrigin('mailbox.localhost')} icon={<Icon name="mail" />}>
            {t('demoMailbox')}
          </ButtonLink>
        )}
        <ButtonLink href={`${href('/connexion')}?suite=${encodeURIComponent(next)}`} variant="quiet">
          {t('again')}
        </ButtonLink>
      </p>
    </Page>
  )
}
