import { getTranslations } from 'next-intl/server'
import { DutyClock } from '@/components/engagements/duty-clock'
import { StageTag } from '@/components/ideas/stage-tag'
import { Tag } from '@/components/ui/tag'
import type { DutyKind } from '@/lib/engagements/rules'
import { localized } from '@/lib/i18n/localized'
import type { FileRow } from '@/lib/ideas/examination/queries'
import type { Site } from '@/lib/tenancy/site'

/** The files somebody keeps, what is owed first on top. */
export async function FileList({
  files,
  site: { tenant, locale },
  now,
  hrefOn,
}: {
  files: FileRow[]
  site: Pick<Site, 'tenant' | 'locale'>
  now: Date
  hrefOn: (path: string) => string
}) {
  const [t, k] = await Promise.all([getTranslations('examination'), getTranslations('engagements')])
  const departments = new Map(tenant.departments.map(({ id, name }) => [id, localized(name, locale, tenant)]))
  return (
    <ul className="border-t border-line">
      {files.map((file) => (
        <li
          key={file.id}
          className="grid gap-x-8 gap-y-2 border-b border-line py-5 md:grid-cols-[15rem_minmax(0,1fr)]"
        >
          {file.dueAt ? (
            <DutyClock
              duty={{ dueAt: file.dueAt, metAt: null, waivedAt: null }}
              timeZone={file.timeZone}
              now={now}
            />
          ) : (
            <p className="text-muted">{t('nothingOwed')}</p>
          )}
          <div className="min-w-0">
            {file.kind && <p className="text-base text-muted">{k(`kinds.${file.kind as DutyKind}`)}</p>}
            <h3 className="text-lg leading-snug md:text-lg">
              <a href={hrefOn(`/instruction/${file.id}`)} lang={file.locale} dir="auto">
                {file.title}
              </a>
            </h3>
            <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-base text-muted">
              <StageTag idea={file} />
              {file.hasDraft && <Tag tone="warn">{t('toSign')}</Tag>}
              <span>{departments.get(file.departmentId ?? '') ?? k('noDepartment')}</span>
              {file.instructor && <span>· {file.instructor}</span>}
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}
