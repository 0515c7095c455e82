import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { currentSite } from '@/lib/tenancy/current-site'
import { publicOrigin } from '@/lib/tenancy/origin'
import { previewToken } from '@/lib/tenancy/preview'
import { pathOf } from '@/lib/tenancy/site'

/** The way into the preview, on each host of the city; the same address may be handed to a reviewer for two days. */
export async function PreviewForm({ draft }: { draft: { id: string } }) {
  const { tenant, locale } = await currentSite()
  const t = await getTranslations('settings.preview')
  const token = previewToken(tenant.id, draft.id, new Date(), { hours: 48 })
  const { shared, decider, agir } = tenant.hosts
  const places = shared
    ? [{ host: shared, surface: 'decider' as const }]
    : [
        decider && { host: decider, surface: 'decider' as const },
        agir && { host: agir, surface: 'agir' as const },
      ]
  const links = places.flatMap((place) =>
    place ? [publicOrigin(place.host) + pathOf(tenant, locale, place.surface, `/apercu/${token}`)] : [],
  )
  return (
    <section aria-labelledby="apercu">
      <h2 id="apercu" className="text-xl">
        {t('title')}
      </h2>
      <p className="mt-2 max-w-text text-muted">{t('text')}</p>
      <ul className="mt-4 space-y-3">
        {links.map((link) => (
          <li key={link} className="flex flex-wrap items-center gap-4">
            <ButtonLink href={link} variant="secondary" icon={<Icon name="eye" />}>
              {t('open', { host: new URL(link).host })}
            </ButtonLink>
            <label className="min-w-60 flex-1">
              <span className="sr-only">{t('share')}</span>
              <input
                readOnly
                dir="ltr"
                value={link}
                className="min-h-11 w-full rounded-control border border-control bg-paper px-3 text-sm"
              />
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}
