import { getTranslations } from 'next-intl/server'
import { Picture } from '@/components/agir/pictures/picture'
import { WrittenText } from '@/components/ideas/written-text'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import type { KeptInitiative } from '@/lib/agir/initiatives/own/queries'
import { type InitiativeStep, openSteps } from '@/lib/agir/initiatives/rules'
import { trustedFrom } from '@/lib/agir/organisations/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'
import { Act } from './acts'

type Props = {
  site: Pick<Site, 'tenant' | 'locale'>
  draft: KeptInitiative
  hrefOf: (step: InitiativeStep) => string
}

/** What is still missing, how it will look, what happens next, and the button. */
export async function InitiativeReview({ site, draft, hrefOf }: Props) {
  const t = await getTranslations('agirInitiatives')
  const missing = openSteps(draft)
  const isTrusted = draft.trust >= trustedFrom
  return (
    <div className="space-y-10">
      {missing.length > 0 && (
        <Notice tone="warn" title={t('review.missing')}>
          <ul>
            {missing.map((step) => (
              <li key={step}>
                <a href={hrefOf(step)} className="inline-flex min-h-11 items-center">
                  {t(`steps.${step}`)}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <InitiativePreview site={site} one={draft} />
      {missing.length === 0 && (
        <div className="space-y-4">
          <p>{t(isTrusted ? 'review.atOnce' : 'review.readFirst')}</p>
          <Act does="send" id={draft.id} size="large">
            {t(isTrusted ? 'review.publish' : 'review.send')}
          </Act>
        </div>
      )}
    </div>
  )
}

/** As everyone will read it. */
export async function InitiativePreview({
  site: { tenant, locale },
  one,
}: {
  site: Pick<Site, 'tenant' | 'locale'>
  one: KeptInitiative
}) {
  const t = await getTranslations('agirInitiatives.review')
  const district = tenant.territory.districts.find(({ code }) => code === one.districtCode)
  const place = [one.placeLabel, one.address, district && localized(district.name, locale, tenant)]
  return (
    <section aria-label={t('preview')} className="rounded-card border border-line bg-paper p-5 md:p-8">
      <p className="text-2xl font-bold wrap-anywhere" dir="auto">
        {one.title}
      </p>
      <p dir="auto" className="mt-3 text-lg text-muted">
        {one.summary}
      </p>
      <p className="my-4 flex flex-wrap gap-2">
        {tenant.themes
          .filter(({ id }) => one.themeIds.includes(id))
          .map(({ id, name }) => (
            <Tag key={id}>{localized(name, locale, tenant)}</Tag>
          ))}
      </p>
      {one.image && <Picture image={one.image} alt={one.imageAlt} />}
      <div className="mt-6">
        <WrittenText text={one.story} />
      </div>
      {place.some(Boolean) && <p className="mt-6 text-muted">{place.filter(Boolean).join(', ')}</p>}
    </section>
  )
}
