import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { Problem } from '@/lib/tenancy/versions/rules'
import type { Say } from './setting-words'

/** What keeps the draft from being published, where the setting it is about is written; the draft's page leads here. */
export async function SettingProblems({ at, problems }: { at: string; problems: Problem[] }) {
  const errors = (await getTranslations('errors')) as unknown as Say
  const t = await getTranslations('settings')
  const own = problems.filter((problem) => problem.at === at)
  return (
    <div id={at} className={own.length > 0 ? 'mb-5' : ''}>
      {own.length > 0 && (
        <Notice tone="danger" title={t('inTheWay')}>
          {own.map(({ code, named, count }) => (
            <p key={code}>{errors(code, { named: named ?? '', count: count ?? 0 })}</p>
          ))}
        </Notice>
      )}
    </div>
  )
}
