import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { localized } from '@/lib/i18n/localized'
import type { PublicIdea } from '@/lib/ideas/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { drawTerritory } from '@/lib/territory/rules'
import { Section } from './section'

/** The place in words, with the city drawn beside them. */
export async function IdeaPlace({ idea }: { idea: PublicIdea }) {
  const { tenant, locale } = await currentSite()
  const [t, href] = await Promise.all([getTranslations('ideas'), currentHref()])
  const district = tenant.territory.districts.find(({ code }) => code === idea.districtCode)
  const { width, height, districts, place } = drawTerritory(tenant)
  const point = idea.longitude !== null && idea.latitude !== null && place([idea.longitude, idea.latitude])
  return (
    <Section id="lieu" title={t('place.title')}>
      <div className="grid items-center gap-6 sm:grid-cols-[1fr_15rem]">
        <div className="space-y-2">
          <p className="flex items-start gap-2 font-bold">
            <Icon name="map-pin" size={24} className="text-action" />
            <span dir="auto">
              {idea.address ?? (district ? localized(district.name, locale, tenant) : t('idea.wholeCity'))}
            </span>
          </p>
          {point && <p className="text-muted">{t('place.point')}</p>}
          {district && (
            <p>
              <a href={`${href('/idees')}?district=${district.code}`}>{t('place.more')}</a>
            </p>
          )}
        </div>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          direction="ltr"
          className="h-auto w-full rounded-card bg-tint p-3"
        >
          {districts.map(({ code, path }) => (
            <path
              key={code}
              d={path}
              strokeWidth="4"
              className={`stroke-paper ${!district || code === district.code ? 'fill-action' : 'fill-line'} ${point ? 'opacity-60' : ''}`}
            />
          ))}
          {point && (
            <circle cx={point[0]} cy={point[1]} r="16" strokeWidth="6" className="fill-accent stroke-paper" />
          )}
        </svg>
      </div>
    </Section>
  )
}
