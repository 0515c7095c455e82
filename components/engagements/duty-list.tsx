import { getTranslations } from 'next-intl/server'
import { districtNames, localized } from '@/lib/i18n/localized'
import type { Duty } from '@/lib/engagements/queries'
import type { Site } from '@/lib/tenancy/site'
import { DutyClock } from './duty-clock'

/** What the city owes, one line for each: the clock first, then what is owed and for what. */
export async function DutyList({
  duties,
  site,
  now,
  hrefOn,
}: {
  duties: Duty[]
  site: Pick<Site, 'tenant' | 'locale'>
  now: Date
  hrefOn: (path: string) => string
}) {
  const t = await getTranslations('engagements')
  const { tenant, locale } = site
  const departments = new Map(tenant.departments.map(({ id, name }) => [id, localized(name, locale, tenant)]))
  return (
    <ul className="border-t border-line">
      {duties.map((duty) => (
        <li
          key={duty.id}
          id={duty.id}
          className="grid gap-x-8 gap-y-2 border-b border-line py-5 md:grid-cols-[15rem_minmax(0,1fr)]"
        >
          <DutyClock {...{ duty, now }} timeZone={duty.timeZone} />
          <div className="min-w-0">
            <p className="text-base text-muted">{t(`kinds.${duty.kind}`)}</p>
            <h3 className="text-lg leading-snug md:text-lg">
              <a
                href={`${hrefOn(`/idees/${duty.slug}`)}#chronologie`}
                lang={duty.locale === locale ? undefined : duty.locale}
                dir="auto"
              >
                {duty.title}
              </a>
            </h3>
            <p className="mt-1 text-base text-muted">
              {[
                departments.get(duty.departmentId ?? '') ??
                  (tenant.departments.length > 0 ? t('noDepartment') : null),
                districtNames(site, duty).join(' · ') || t('wholeCity'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {duty.waivedReason && (
              <p className="mt-1 text-base">{t('waivedBecause', { reason: duty.waivedReason })}</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
