import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { GoBack } from '@/components/administration/go-back'
import type { Say } from '@/components/administration/setting-words'
import { Tag } from '@/components/ui/tag'
import { requireRole } from '@/lib/auth/require-role'
import { currentSite } from '@/lib/tenancy/current-site'
import { listPublished, type Published } from '@/lib/tenancy/drafts/origins/queries'
import { settingAt } from '@/tenants/settings'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('pages.versions.title'), robots: { index: false } }
}

export default async function VersionsPage() {
  const person = await requireRole('admin')
  const { tenant } = await currentSite()
  const t = await getTranslations('settings')
  const published = await listPublished(tenant)
  return (
    <ConsoleFrame
      person={person}
      here="versions"
      title={t('pages.versions.title')}
      lead={t('pages.versions.text')}
    >
      <ol className="divide-y divide-line border-y border-line">
        {published.map((one, index) => (
          <VersionRow key={one.version} one={one} isInForce={index === 0} />
        ))}
      </ol>
    </ConsoleFrame>
  )
}

async function VersionRow({ one, isInForce }: { one: Published; isInForce: boolean }) {
  const t = await getTranslations('settings')
  const say = t as unknown as Say
  const format = await getFormatter()
  const keys = [...new Set(one.changed.flatMap((at) => settingAt(at)?.key ?? []))]
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-3 py-5">
      <div className="min-w-60 flex-1">
        <p className="flex flex-wrap items-center gap-3 font-bold">
          {t('version', { version: one.version })}
          {isInForce && <Tag tone="success">{t('inForce')}</Tag>}
        </p>
        <p className="text-base text-muted">
          {format.dateTime(one.at, { dateStyle: 'long', timeStyle: 'short' })} ·{' '}
          {one.name ?? t(`actors.${one.kind}`)}
        </p>
        <p className="mt-1">
          {keys.length > 0 ? keys.map((key) => say(`keys.${key}.label`)).join(', ') : t('firstVersion')}
        </p>
      </div>
      {!isInForce && <GoBack version={one.version} />}
    </li>
  )
}
