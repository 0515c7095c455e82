import { getFormatter, getTranslations } from 'next-intl/server'
import { Fold } from '@/components/ui/fold'
import { DutyClock } from '@/components/engagements/duty-clock'
import { StageTag } from '@/components/ideas/stage-tag'
import { localized } from '@/lib/i18n/localized'
import { actsAs } from '@/lib/people/rules'
import { ChargeForm } from './charge-forms'
import type { FileProps } from './file-props'
import { WaiverForm } from './file-forms'

/** Under its title: where the file stands and who keeps it. */
export async function FileFacts({ file, site, hrefOn }: FileProps) {
  const [t, k, format] = await Promise.all([
    getTranslations('examination'),
    getTranslations('engagements'),
    getFormatter(),
  ])
  const { tenant, locale } = site
  const department = tenant.departments.find(({ id }) => id === file.departmentId)
  const reachedOn =
    file.reachedAt &&
    t('reachedOn', {
      date: format.dateTime(file.reachedAt, { dateStyle: 'long', timeZone: file.timeZone ?? undefined }),
    })
  const facts = [
    [t('gathered', { count: file.supportCount }), reachedOn].filter(Boolean).join(' · '),
    department ? localized(department.name, locale, tenant) : k('noDepartment'),
    file.instructor && t('keptBy', { name: file.instructor }),
  ]
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <StageTag idea={file} />
      {facts.map((fact) => fact && <span key={fact}>{fact}</span>)}
      <a href={hrefOn(`/idees/${file.slug}`)} className="inline-flex min-h-11 items-center">
        {t('publicPage')}
      </a>
    </div>
  )
}

/** Beside the file: every date the city is held to, and who may move them. */
export async function FileAside({ file, site, person, now }: FileProps) {
  const [t, k] = await Promise.all([getTranslations('examination'), getTranslations('engagements')])
  const owed = file.duties.filter(({ metAt, waivedAt }) => !metAt && !waivedAt)
  const studied = file.examination === 'admissibility' || file.examination === 'study'
  return (
    <aside aria-label={t('aside')} className="space-y-8 border-t border-line pt-8 lg:border-0 lg:pt-0">
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
        <Fold title={t('move')}>
          <ChargeForm ideaId={file.id} departmentId={file.departmentId ?? ''} site={site} />
        </Fold>
      )}
      {owed.length > 0 && actsAs(person, 'admin', file) && (
        <Fold title={t('waiveTitle')}>
          <WaiverForm ideaId={file.id} duties={owed} />
        </Fold>
      )}
    </aside>
  )
}
