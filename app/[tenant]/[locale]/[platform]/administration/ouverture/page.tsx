import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { ReadinessList } from '@/components/readiness/readiness-list'
import { requireRole } from '@/lib/auth/require-role'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { findDesk } from '@/lib/tenancy/drafts/queries'
import { findReadiness } from '@/lib/tenancy/readiness/queries'
import { missingBeforeOpening } from '@/lib/tenancy/readiness/rules'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('readiness'))('title'), robots: { index: false } }
}

export default async function ReadinessPage() {
  const person = await requireRole('admin')
  const { tenant, status } = await currentSite()
  const [t, href, desk] = await Promise.all([getTranslations('readiness'), currentHref(), findDesk(tenant)])
  const facts = await findReadiness(desk.head.settings)
  const drafted = missingBeforeOpening({ ...facts, tenant: desk.settings })
  return (
    <ConsoleFrame person={person} here="readiness" title={t('title')} lead={t('lead')}>
      <ReadinessList
        missing={missingBeforeOpening(facts)}
        drafted={drafted}
        facts={facts}
        isOpen={status === 'active'}
        hrefOf={href}
      />
    </ConsoleFrame>
  )
}
