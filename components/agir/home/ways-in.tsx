import { getTranslations } from 'next-intl/server'
import { DistrictMap } from '@/components/home/district-map'
import { NamedIcon } from '@/components/ui/icon'
import type { Facets } from '@/lib/agir/finding/rules'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** By what one cares for: each theme of the city with how much there is to do. */
export async function ByTheme({ themes: counts }: Pick<Facets, 'themes'>) {
  const [{ tenant, locale }, t, href] = await Promise.all([
    currentSite(),
    getTranslations('agirHome'),
    currentHref(),
  ])
  return (
    <section aria-labelledby="par-theme">
      <div className="shell py-10 md:py-12">
        <h2 id="par-theme">{t('byTheme')}</h2>
        <ul className="mt-6 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
          {tenant.themes.map(({ id, name, icon }) => (
            <li key={id} className="border-b border-line">
              <a
                href={href(`/activites?theme=${id}`)}
                className="flex min-h-13 items-center gap-3 py-2 no-underline hover:underline"
              >
                <NamedIcon name={icon} size={24} className="shrink-0" />
                <span className="flex-1 font-bold">{localized(name, locale, tenant)}</span>
                <span className="tabular text-base text-muted">{t('count', { count: counts[id] ?? 0 })}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** By where one is: a map for the eye, and the same as a list for everyone. */
export async function ByPlace({ districts: counts }: Pick<Facets, 'districts'>) {
  const [{ tenant, locale }, t, href] = await Promise.all([
    currentSite(),
    getTranslations('agirHome'),
    currentHref(),
  ])
  const hrefOf = (code: string) => href(`/activites?district=${code}`)
  const { districts } = tenant.territory
  return (
    <section aria-labelledby="par-lieu" className="bg-tint">
      <div className="shell py-10 md:py-12">
        <h2 id="par-lieu">{t('byPlace')}</h2>
        <div className="mt-6 grid items-start gap-10 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
          <DistrictMap tenant={tenant} counts={new Map(Object.entries(counts))} hrefOf={hrefOf} />
          <ul className={`grid gap-x-8 ${districts.length > 8 ? 'sm:grid-cols-2' : ''}`}>
            {districts.map(({ code, name }) => (
              <li key={code} className="border-b border-line">
                <a
                  href={hrefOf(code)}
                  className="flex min-h-11 items-center justify-between gap-3 py-2 no-underline hover:underline"
                >
                  <span className="font-bold">{localized(name, locale, tenant)}</span>
                  <span className="tabular shrink-0 text-base text-muted">
                    {t('count', { count: counts[code] ?? 0 })}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}
