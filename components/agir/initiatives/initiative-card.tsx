import { getFormatter, getTranslations } from 'next-intl/server'
import { Icon, NamedIcon } from '@/components/ui/icon'
import type { InitiativeCard as Card } from '@/lib/agir/initiatives/listing/queries'
import { localized } from '@/lib/i18n/localized'
import { smallFileOf } from '@/lib/media/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** Something that lasts, in a list: what it looks like, what it is, where, and when people meet next. */
export async function InitiativeCard({ one, level: Heading = 'h3' }: { one: Card; level?: 'h2' | 'h3' }) {
  const [{ tenant, locale }, href, t, format] = await Promise.all([
    currentSite(),
    currentHref(),
    getTranslations('agirInitiatives.card'),
    getFormatter(),
  ])
  const theme = tenant.themes.find(({ id }) => one.themeIds.includes(id))
  const district = tenant.territory.districts.find(({ code }) => code === one.districtCode)
  const place = one.placeLabel ?? (district && localized(district.name, locale, tenant))
  return (
    <article className="relative flex h-full flex-col overflow-hidden rounded-card border border-line bg-paper hover:border-control">
      {one.image ? (
        <img
          src={`/media/${smallFileOf(one.image)}`}
          alt={one.imageAlt ?? ''}
          loading="lazy"
          className="aspect-3/2 w-full bg-tint object-cover"
        />
      ) : (
        <span
          aria-hidden="true"
          className="flex aspect-3/2 w-full items-center justify-center bg-action-tint text-on-action-tint"
        >
          {theme ? <NamedIcon name={theme.icon} size={24} /> : <Icon name="sprout" size={24} />}
        </span>
      )}
      <div className="flex flex-1 flex-col p-5">
        <Heading className="text-lg leading-snug md:text-lg">
          <a
            href={href(`/initiatives/${one.slug}`)}
            lang={one.locale === locale ? undefined : one.locale}
            dir="auto"
            className="line-clamp-2 text-ink no-underline after:absolute after:inset-0 after:rounded-card hover:underline"
          >
            {one.title}
          </a>
        </Heading>
        {one.organisation && (
          <p className="mt-1 truncate text-sm text-muted">
            <bdi>{one.organisation}</bdi>
          </p>
        )}
        <p dir="auto" className="mt-2 mb-4 line-clamp-2 text-base text-muted">
          {one.summary}
        </p>
        <div className="mt-auto space-y-1 text-base">
          <p className="flex gap-1.5">
            <Icon name="calendar" className="mt-1 shrink-0" />
            {one.nextAt ? (
              <span className="font-bold">
                {t('next', { date: format.dateTime(one.nextAt, { day: 'numeric', month: 'long' }) })}
              </span>
            ) : (
              <span className="text-muted">{t('noDate')}</span>
            )}
          </p>
          {place && (
            <p className="flex gap-1.5 text-muted">
              <Icon name="map-pin" className="mt-1 shrink-0" />
              <bdi>{place}</bdi>
            </p>
          )}
          {one.taking > 1 && (
            <p className="flex gap-1.5 text-muted">
              <Icon name="users" className="mt-1 shrink-0" />
              {t('taking', { count: one.taking })}
            </p>
          )}
        </div>
      </div>
    </article>
  )
}
