import { getFormatter, getTranslations } from 'next-intl/server'
import { DutyClock } from '@/components/engagements/duty-clock'
import { StageTag } from '@/components/ideas/stage-tag'
import { localized } from '@/lib/i18n/localized'
import { actsAs } from '@/lib/people/rules'
import { ChargeForm } from './charge-forms'
import type { FileProps } from './examination-file'
import { WaiverForm } from './file-forms'

/** Beside the file: where it stands, who keeps it, and every date the city is held to. */
export async function FileAside({ file, site, person, now, hrefOn }: FileProps) {
  const [t, k, format] = await Promise.all([
    getTranslations('examination'),
    getTranslations('engagements'),
    getFormatter(),
  ])
  const { tenant, locale } = site
  const department = tenant.departments.find(({ id }) => id === file.departmentId)
  const owed = file.duties.filter(({ metAt, waivedAt }) => !metAt && !waivedAt)
  const studied = file.examination === 'admissibility' || file.examination === 'study'
  return (
    <aside aria-label={t('aside')} className="space-y-8 lg:row-start-1 lg:col-start-2">
      <div className="space-y-2">
        <StageTag idea={file} />
        <p>
          {t('gathered', { count: file.supportCount })}
          {file.reachedAt &&
            ` · ${t('reachedOn', {
              date: format.dateTime(file.reachedAt, {
                dateStyle: 'long',
                timeZone: file.timeZone ?? undefined,
              }),
            })}`}
        </p>
        <p>{department ? localized(department.name, locale, tenant) : k('noDepartment')}</p>
        {file.instructor && <p className="text-muted">{t('keptBy', { name: file.instructor })}</p>}
        <p>
          <a href={hrefOn(`/idees/${file.slug}`)}>{t('publicPage')}</a>
        </p>
      </div>
      <section aria-labelledby="echeances">
        <h2 id="echeances" className="text-xl md:text-xl">
          {t('dates')}
        </h2>
        <ul className="mt-3 space-y-4">
          {file.duties.map((duty) => (
            <li key={duty.id}>
              <p className="text-base text-muted">{k(`kinds.${duty.kind}`)}</p>
              <DutyClock {...{ duty, now }} timeZone={file.timeZone} />
            </li>
          ))}
        </ul>
      </section>
      {studied && actsAs(person, 'instructor', file) && (
        <details>
          <summary className="min-h-11 font-bold text-link underline">{t('move')}</summary>
          <div className="mt-3">
            <ChargeForm ideaId={file.id} departmentId={file.departmentId ?? ''} site={site} />
          </div>
        </details>
      )}
      {owed.length > 0 && actsAs(person, 'admin', file) && (
        <details>
          <summary className="min-h-11 font-bold text-link underline">{t('waiveTitle')}</summary>
          <div className="mt-3">
            <WaiverForm ideaId={file.id} duties={owed} />
          </div>
        </details>
      )}
    </aside>
  )
}
