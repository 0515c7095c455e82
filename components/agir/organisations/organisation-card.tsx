import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import type { DirectoryCard } from '@/lib/agir/organisations/listing/queries'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'
import { Emblem } from './emblem'
import { TrustMark } from './trust-mark'

/** One of those who act, in a list: who they are, what for, and where. */
export async function OrganisationCard({
  organisation,
  href,
  site: { tenant, locale },
}: {
  organisation: DirectoryCard
  href: string
  site: Pick<Site, 'tenant' | 'locale'>
}) {
  const t = await getTranslations('agirOrganisations')
  const { name, kind, summary, districtCode, trust } = organisation
  const district = tenant.territory.districts.find(({ code }) => code === districtCode)
  return (
    <article className="relative flex h-full flex-col rounded-card border border-line bg-paper p-5 hover:border-control">
      <div className="flex items-start gap-4">
        <Emblem name={name} logo={organisation.logo} />
        <div className="min-w-0">
          <h3 className="text-lg leading-snug wrap-anywhere md:text-lg">
            <a
              href={href}
              lang={organisation.locale === locale ? undefined : organisation.locale}
              dir="auto"
              className="text-ink no-underline after:absolute after:inset-0 after:rounded-card hover:underline"
            >
              {name}
            </a>
          </h3>
          <p className="text-sm text-muted">{t(`kinds.${kind}`)}</p>
        </div>
      </div>
      {summary && (
        <p dir="auto" className="mt-3 line-clamp-3 text-base text-muted">
          {summary}
        </p>
      )}
      <div className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-2 pt-4 text-sm text-muted empty:hidden">
        {trust > 0 && <TrustMark trust={trust} />}
        {(district || !organisation.isListedOnly) && (
          <span className="inline-flex items-center gap-1.5">
            <Icon name="map-pin" />
            {district ? localized(district.name, locale, tenant) : t('wholeCity')}
          </span>
        )}
      </div>
    </article>
  )
}
