import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-shapes'
import type { PublicOrganisation } from '@/lib/agir/organisations/queries'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'

/** Where it is, how to reach it, who stands behind it and what the city knows of that. */
export async function OrganisationFacts({
  one,
  site: { tenant, locale },
}: {
  one: PublicOrganisation
  site: Pick<Site, 'tenant' | 'locale'>
}) {
  const [t, format] = [await getTranslations('agirOrganisations'), await getFormatter()]
  const district = tenant.territory.districts.find(({ code }) => code === one.districtCode)
  const place = district ? localized(district.name, locale, tenant) : t('wholeCity')
  const isListedOnly = one.owners === 0 && one.origin !== null
  return (
    <div className="rounded-card border border-line bg-paper p-5 md:p-6">
      <h2 className="mb-3 text-lg md:text-lg">{t('facts.title')}</h2>
      <ul className="space-y-3 text-base">
        {(district || one.address || !isListedOnly) && (
          <Fact icon="map-pin">
            {place}
            {one.address && (
              <span dir="auto" className="block text-muted">
                {one.address}
              </span>
            )}
          </Fact>
        )}
        {one.website && (
          <Fact icon="globe">
            <a href={one.website} rel="nofollow ugc noopener" dir="ltr" className="wrap-anywhere">
              {new URL(one.website).hostname}
            </a>
          </Fact>
        )}
        {one.publicEmail && (
          <Fact icon="mail">
            <a href={`mailto:${one.publicEmail}`} dir="ltr" className="wrap-anywhere">
              {one.publicEmail}
            </a>
          </Fact>
        )}
        {one.members > 0 && <Fact icon="users">{t('facts.members', { count: one.members })}</Fact>}
        {one.answersIn !== null && <Fact icon="clock">{t('facts.answers', { days: one.answersIn })}</Fact>}
        {one.activeAt && !isListedOnly && (
          <Fact icon="calendar">
            {t('facts.since', { date: format.dateTime(one.activeAt, { month: 'long', year: 'numeric' }) })}
          </Fact>
        )}
        {one.identifiers.map(({ scheme, value }) => (
          <Fact key={scheme} icon="file-text">
            {t(`schemes.${scheme}`)} <span className="tabular">{value}</span>
          </Fact>
        ))}
      </ul>
      {isListedOnly && <p className="mt-4 text-base">{t('listedOnly')}</p>}
      <p className="mt-4 border-t border-line pt-4 text-base text-muted empty:hidden">
        {(one.trust > 0 || !isListedOnly) && t(`trustText.${String(one.trust) as '0'}`)}
      </p>
    </div>
  )
}

function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li className="flex items-start gap-3">
      <Icon name={icon} className="mt-1 shrink-0 text-muted" />
      <span className="min-w-0">{children}</span>
    </li>
  )
}
