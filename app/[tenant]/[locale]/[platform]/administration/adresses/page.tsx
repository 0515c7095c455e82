import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { HistoryLinks } from '@/components/administration/history-links'
import { HostCard } from '@/components/hosts/host-card'
import { AddHostForm, SwitchForm } from '@/components/hosts/host-forms'
import { Notice } from '@/components/ui/notice'
import { callbackPath } from '@/lib/auth/oidc'
import { requireRole } from '@/lib/auth/require-role'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { listHosts } from '@/lib/tenancy/hosts/queries'
import { surfacesOf } from '@/lib/tenancy/hosts/rules'
import { publicOrigin } from '@/lib/tenancy/origin'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hosts'))('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function HostsPage({ searchParams }: Props) {
  const person = await requireRole('admin')
  const { tenant } = await currentSite()
  const t = await getTranslations('hosts')
  const here = (await currentHref())('/administration/adresses')
  const asked = await searchParams
  const listed = await listHosts(tenant)
  const chosen = listed.find(
    ({ host, isMain, state }) =>
      host === asked.principal && !isMain && (state === 'active' || state === 'failing'),
  )
  const done = (['ajoute', 'verifie', 'servi', 'principal', 'rendu'] as const).find(
    (one) => one === asked.fait,
  )
  return (
    <ConsoleFrame person={person} here="hosts" title={t('title')} lead={t('lead')}>
      <div className="grid max-w-text gap-10 wrap-anywhere">
        {done && <Notice tone="success" live="status" title={t(`done.${done}`)} />}
        {chosen && (
          <section aria-labelledby="bascule" className="rounded-card border border-line bg-tint p-5 md:p-6">
            <h2 id="bascule" tabIndex={-1} className="mb-4 text-xl">
              {t('switchTitle', { host: chosen.host })}
            </h2>
            <SwitchForm
              host={chosen.host}
              before={tenant.hosts[chosen.surface] ?? ''}
              returns={tenant.signIn.providers.map((one) => publicOrigin(chosen.host) + callbackPath(one))}
            />
          </section>
        )}
        <ul className="grid gap-6">
          {listed.map((one) => (
            <li key={one.host} className="rounded-card border border-line p-5 md:p-6">
              <HostCard listed={one} here={here} />
            </li>
          ))}
        </ul>
        <section aria-labelledby="ajouter">
          <h2 id="ajouter" className="mb-4 text-xl">
            {t('addTitle')}
          </h2>
          <AddHostForm surfaces={surfacesOf(tenant.hosts)} />
        </section>
      </div>
      <HistoryLinks groups={['hosts']} />
    </ConsoleFrame>
  )
}
