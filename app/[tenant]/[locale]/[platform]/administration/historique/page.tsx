import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { ConsoleFrame } from '@/components/administration/frame'
import { HistoryTable } from '@/components/administration/history-table'
import type { Say } from '@/components/administration/setting-words'
import { requireRole } from '@/lib/auth/require-role'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { findHistory } from '@/lib/tenancy/drafts/history/queries'
import { pathOf } from '@/lib/tenancy/drafts/rules'
import { settings } from '@/tenants/settings'

type Props = { searchParams: Promise<{ reglage?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('history.title'), robots: { index: false } }
}

export default async function HistoryPage({ searchParams }: Props) {
  const person = await requireRole('admin')
  const { reglage } = await searchParams
  const { tenant } = await currentSite()
  const [t, href] = [await getTranslations('settings'), await currentHref()]
  // The switch of languages leads here without saying which setting.
  if (!reglage) redirect(href('/administration/versions'))
  const { key, group } = settings.find((one) => one.key === reglage) ?? notFound()
  const say = t as unknown as Say
  const history = await findHistory(tenant, key)
  return (
    <ConsoleFrame
      person={person}
      here="versions"
      title={t('history.of', { setting: say(`keys.${key}.label`) })}
      lead={say(`keys.${key}.help`)}
      above={<a href={href(`/administration${pathOf(group)}#${key}`)}>{say(`groups.${group}.title`)}</a>}
    >
      <HistoryTable setting={key} history={history} />
    </ConsoleFrame>
  )
}
