import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { districtNames } from '@/lib/i18n/localized'
import type { PublicIdea } from '@/lib/ideas/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { PlaceDrawing } from './place-drawing'
import { Section } from './section'

/** The place in words, with the city drawn beside them. */
export async function IdeaPlace({ idea }: { idea: PublicIdea }) {
  const site = await currentSite()
  const { tenant } = site
  const [t, href] = await Promise.all([getTranslations('ideas'), currentHref()])
  const codes = [idea.districtCode, idea.secondDistrictCode].filter((code) => code !== null)
  const names = districtNames(site, idea)
  const point = idea.longitude !== null && idea.latitude !== null
  const isTelling = point || tenant.territory.districts.length > 1
  return (
    <Section id="lieu" title={t('place.title')}>
      <div className="grid items-center gap-6 sm:grid-cols-[1fr_15rem]">
        <div className="space-y-2">
          <p className="flex items-start gap-2 font-bold">
            <Icon name="map-pin" size={24} className="text-action" />
            <span dir="auto">
              {idea.address ?? (names.length > 0 ? names.join(' · ') : t('idea.wholeCity'))}
            </span>
          </p>
          {point && <p className="text-muted">{t('place.point')}</p>}
          {codes.length > 0 && (
            <p>
              <a href={`${href('/idees')}?${codes.map((code) => `district=${code}`).join('&')}`}>
                {t('place.more')}
              </a>
            </p>
          )}
        </div>
        {isTelling && <PlaceDrawing tenant={tenant} place={idea} />}
      </div>
    </Section>
  )
}
