import { getTranslations } from 'next-intl/server'
import { localized } from '@/lib/i18n/localized'
import { ideaWords } from '@/lib/i18n/words'
import type { Overview } from '@/lib/ideas/overview/queries'
import type { Site } from '@/lib/tenancy/site'
import { DistrictMap } from './district-map'

/** The city by its districts: a map for the eye, and the same as a list for everyone. */
export async function NearYou({
  site,
  districts,
  hrefOn,
}: {
  site: Site
  districts: Overview['districts']
  hrefOn: (path: string) => string
}) {
  const t = await getTranslations('home')
  const { tenant, locale } = site
  const counts = countsByCode(districts)
  const whole = districts.find(({ code }) => code === null)?.count ?? 0
  const hrefOf = (code: string) => hrefOn(`/idees?district=${code}`)
  const alone = tenant.theme.hero === 'map'
  const columns = alone
    ? 'sm:grid-cols-2 lg:grid-cols-4'
    : tenant.territory.districts.length > 8
      ? 'sm:grid-cols-2'
      : ''
  return (
    <section aria-labelledby="pres-de-chez-vous" className="bg-tint">
      <div className="shell py-16 md:py-24">
        <h2 id="pres-de-chez-vous">{t('nearYou')}</h2>
        <p className="mt-2 text-muted">{t('nearYouDetail')}</p>
        <div
          className={`mt-8 grid items-start gap-10 ${alone ? '' : 'lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]'}`}
        >
          {!alone && <DistrictMap tenant={tenant} counts={counts} hrefOf={hrefOf} />}
          <ul className={`grid gap-x-8 ${columns}`}>
            {tenant.territory.districts.map(({ code, name }) => (
              <Place key={code} href={hrefOf(code)} name={localized(name, locale, tenant)}>
                {t('districtCount', { count: counts.get(code) ?? 0, ...ideaWords(site) })}
              </Place>
            ))}
            {whole > 0 && (
              <Place href={hrefOn('/idees')} name={t('wholeCity')}>
                {t('districtCount', { count: whole, ...ideaWords(site) })}
              </Place>
            )}
          </ul>
        </div>
      </div>
    </section>
  )
}

export const countsByCode = (districts: Overview['districts']): ReadonlyMap<string, number> =>
  new Map(districts.flatMap(({ code, count }) => (code === null ? [] : [[code, count] as const])))

function Place({ href, name, children }: { href: string; name: string; children: string }) {
  return (
    <li className="border-b border-line">
      <a
        href={href}
        className="flex min-h-11 items-center justify-between gap-3 py-2 no-underline hover:underline"
      >
        <span className="font-bold">{name}</span>
        <span className="tabular shrink-0 text-base text-muted">{children}</span>
      </a>
    </li>
  )
}
