import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PlaceDrawing } from '@/components/ideas/place-drawing'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-shapes'
import type { PublicInitiative } from '@/lib/agir/initiatives/queries'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** Who keeps it, where it is, how many are there, and since when. */
export async function InitiativeFacts({ one }: { one: PublicInitiative }) {
  const [{ tenant, locale }, href, t, format] = await Promise.all([
    currentSite(),
    currentHref(),
    getTranslations('agirInitiatives.facts'),
    getFormatter(),
  ])
  const district = tenant.territory.districts.find(({ code }) => code === one.districtCode)
  const named = one.keepers.filter((name): name is string => name !== null)
  const others = one.keepers.length - named.length
  const day = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  const place = [one.placeLabel, one.address, district && localized(district.name, locale, tenant)]
  return (
    <ul className="space-y-4 rounded-card border border-line bg-paper p-5">
      {one.organisation ? (
        <Fact icon="heart-handshake" term={t('keptBy')}>
          <a href={href(`/organisations/${one.organisation.slug}`)}>
            <bdi>{one.organisation.name}</bdi>
          </a>
        </Fact>
      ) : (
        one.keepers.length > 0 && (
          <Fact icon="heart-handshake" term={t('keptBy')}>
            <bdi>{format.list([...named, ...(others > 0 ? [t('others', { count: others })] : [])])}</bdi>
          </Fact>
        )
      )}
      {(place.some(Boolean) || one.latitude !== null) && (
        <Fact icon="map-pin" term={t('where')}>
          {place.filter(Boolean).map((part) => (
            <bdi key={part} className="block">
              {part}
            </bdi>
          ))}
          {one.latitude !== null && (
            <div className="mt-3">
              <PlaceDrawing tenant={tenant} place={one} />
            </div>
          )}
        </Fact>
      )}
      <Fact icon="users" term={t('people')}>
        {t('taking', { count: one.taking })}
      </Fact>
      {one.past > 0 && (
        <Fact icon="history" term={t('past')}>
          {t('met', { count: one.past })}
        </Fact>
      )}
      {one.activeAt && (
        <Fact icon="calendar" term={t('since')}>
          {day(one.activeAt)}
        </Fact>
      )}
    </ul>
  )
}

function Fact({ icon, term, children }: { icon: IconName; term: string; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <Icon name={icon} size={24} className="mt-0.5 shrink-0 text-muted" />
      <div className="min-w-0">
        <p className="text-base text-muted">{term}</p>
        <div className="wrap-anywhere">{children}</div>
      </div>
    </li>
  )
}
