import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { ideaWords } from '@/lib/i18n/words'
import type { Review } from '@/lib/tenancy/drafts/review/queries'
import { pathOf } from '@/lib/tenancy/drafts/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { settingAt } from '@/tenants/settings'
import { ToWorkshop } from '@/components/workshop/to-workshop'
import type { Say } from './setting-words'
import { ValueWords } from './value-words'

/** What a draft changes, what follows from it, and what still keeps it from being published. */
export async function DraftReview({ review }: { review: Review }) {
  const t = await getTranslations('settings')
  const say = t as unknown as Say
  const errors = (await getTranslations('errors')) as unknown as Say
  const words = ideaWords(await currentSite())
  const href = await currentHref()
  const columns = [
    { key: 'setting', label: t('columns.setting') },
    { key: 'before', label: t('columns.before') },
    { key: 'after', label: t('columns.after') },
  ]
  const rows = review.changes.map(({ key, before, after }) => ({
    key,
    cells: {
      setting: <a href={hrefOf(key)}>{say(`keys.${key}.label`)}</a>,
      before: <ValueWords at={key} value={before} />,
      after: <ValueWords at={key} value={after} />,
    },
  }))
  return (
    <div className="space-y-8">
      <Table caption={t('changes')} columns={columns} rows={rows} />
      {review.consequences.length > 0 && (
        <Notice title={t('follows.title')}>
          <ul className="list-disc ps-6">
            {review.consequences.map(({ code, counts }) => (
              <li key={code}>{t(`follows.${code}`, { ...counts, ...words } as never)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {review.moves && <ToWorkshop />}
      {review.problems.length > 0 && (
        <Notice tone="danger" title={t('inTheWay')}>
          <ul className="list-disc ps-6">
            {review.problems.map(({ at, code, named, count }) => (
              <li key={`${at} ${code} ${named}`}>
                <a href={hrefOf(at)}>{say(`keys.${settingAt(at)?.key ?? 'name'}.label`)}</a>
                {' : '}
                {errors(code, { named: named ?? '', count: count ?? 0 })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )

  function hrefOf(at: string) {
    if (at.startsWith('sentences')) return `${href('/administration/mots/phrases')}?voir=ville`
    const setting = settingAt(at)
    return href(`/administration${pathOf(setting?.group ?? 'identity')}#${setting?.key ?? ''}`)
  }
}
