import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { localized } from '@/lib/i18n/localized'
import type { PublicIdea } from '@/lib/ideas/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { PlaceDrawing } from './place-drawing'
import { Section } from './section'

/** The place in words, with the city drawn beside them. */
export async function IdeaPlace({ idea }: { idea: PublicIdea }) {
  const { tenant, locale } = await currentSite()
  const [t, href] = await Promise.all([getTranslations('ideas'), currentHref()])
  const district = tenant.territory.districts.find(({ code }) => code === idea.districtCode)
  const point = idea.longitude !== null && idea.latitude !== null
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
        <PlaceDrawing tenant={tenant} place={idea} />
      </div>
    </Section>
  )
}
