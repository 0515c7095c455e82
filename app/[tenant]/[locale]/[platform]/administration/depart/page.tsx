import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ConsoleFrame } from '@/components/administration/frame'
import { ArchiveForm } from '@/components/departure/archive-form'
import { PackageForm } from '@/components/departure/package-form'
import { PackageList } from '@/components/departure/package-list'
import { Notice } from '@/components/ui/notice'
import { requireRole } from '@/lib/auth/require-role'
import { keptDays } from '@/lib/tenancy/departure/packages/rules'
import { listPackages } from '@/lib/tenancy/departure/packages/queries'
import { currentSite } from '@/lib/tenancy/current-site'
import { findCity } from '@/lib/tenancy/registry'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('departure'))('title'), robots: { index: false } }
}

/** All the city has is the city's: one file takes it along. For those who answer for it, and nobody else. */
export default async function DeparturePage() {
  const person = await requireRole('owner')
  const { tenant } = await currentSite()
  const t = await getTranslations('departure')
  const format = await getFormatter()
  const city = await findCity(tenant.id)
  return (
    <ConsoleFrame person={person} here="departure" title={t('title')} lead={t('lead')}>
      {city?.status === 'closing' && city.closesAt && (
        <Notice
          tone="warn"
          title={t('end.closing', { on: format.dateTime(city.closesAt, { dateStyle: 'long' }) })}
        />
      )}
      <section aria-labelledby="paquets" className="mt-4">
        <h2 id="paquets" className="text-xl">
          {t('list.title')}
        </h2>
        <PackageList packages={await listPackages(tenant)} />
      </section>
      <section aria-labelledby="demander" className="mt-14 max-w-text">
        <h2 id="demander" className="text-xl">
          {t('ask.title')}
        </h2>
        <p className="mt-2 mb-5 text-muted">{t('ask.lead', { days: keptDays })}</p>
        <PackageForm />
      </section>
      <section aria-labelledby="garder" className="mt-14 max-w-text">
        <h2 id="garder" className="text-xl">
          {t('keep.title')}
        </h2>
        <p className="mt-2 mb-5 text-muted">{t('keep.lead')}</p>
        <ArchiveForm />
      </section>
      <section aria-labelledby="fin" className="mt-14 max-w-text">
        <h2 id="fin" className="text-xl">
          {t('end.title')}
        </h2>
        <p className="mt-2 text-muted">{t('end.text')}</p>
      </section>
    </ConsoleFrame>
  )
}
