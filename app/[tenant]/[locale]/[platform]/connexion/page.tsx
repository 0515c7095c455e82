import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { MailWay, OtherWays, ProviderWays } from '@/components/people/sign-in-ways'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { currentPerson } from '@/lib/auth/current-person'
import { openProviders } from '@/lib/auth/oidc'
import { safePath } from '@/lib/auth/safe-path'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<{ suite?: string | string[]; erreur?: string | string[] }> }

const problems = ['injoignable', 'refus', 'absent'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title'), robots: { index: false } }
}

export default async function SignInPage({ searchParams }: Props) {
  const { tenant, locale, surface } = await currentSite()
  const { suite, erreur } = await searchParams
  const t = await getTranslations('signIn')
  const account = await getTranslations('account')
  const href = await currentHref()
  const next = safePath(suite) ?? href('/')
  const problem = problems.find((one) => one === erreur)
  const { email } = tenant.signIn
  const ways = openProviders(tenant).map(({ id, label, visibility, preset }) => ({
    ...{ id, visibility, preset },
    label: localized(label, locale, tenant),
  }))
  const shown = ways.filter(({ visibility }) => visibility === 'shown')
  const hidden = ways.filter(({ visibility }) => visibility === 'link')
  const isSignedIn = (await currentPerson()) !== null
  return (
    <Page title={t('title')} lead={t(surface === 'agir' ? 'leadAgir' : 'lead')} width="text">
      <div className="grid gap-6">
        {problem && (
          <Notice tone="warn" live="alert">
            {t(`problem.${problem}`)}
          </Notice>
        )}
        {isSignedIn && (
          <Notice title={t('already')}>
            <ButtonLink href={href('/compte')} variant="secondary">
              {account('title')}
            </ButtonLink>
          </Notice>
        )}
        {shown.length > 0 && <ProviderWays ways={shown} suite={next} />}
        {email.enabled && <MailWay suite={next} isOnly={shown.length === 0} />}
        {hidden.length > 0 && <OtherWays ways={hidden} suite={next} />}
        {ways.length === 0 && !email.enabled && <Notice tone="warn">{t('nothing')}</Notice>}
      </div>
    </Page>
  )
}
