import { getTranslations } from 'next-intl/server'
import { Fold } from '@/components/ui/fold'
import { currentHref } from '@/lib/tenancy/current-site'
import { type Group, settings } from '@/tenants/settings'
import type { Say } from './setting-words'

/** The history of each setting of a page, for pages that do not show their settings one by one. */
export async function HistoryLinks({ groups }: { groups: Group[] }) {
  const t = await getTranslations('settings')
  const say = t as unknown as Say
  const href = await currentHref()
  const own = settings.filter(({ group }) => groups.includes(group))
  return (
    <Fold title={t('history.links')} className="mt-10">
      <ul className="flex flex-wrap gap-x-6">
        {own.map(({ key }) => (
          <li key={key}>
            <a
              href={`${href('/administration/historique')}?reglage=${key}`}
              className="inline-flex min-h-11 items-center"
            >
              {say(`keys.${key}.label`)}
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
