import { getTranslations } from 'next-intl/server'
import { Fold } from '@/components/ui/fold'
import { writeFilters } from '@/lib/agir/finding/input'
import type { Filters } from '@/lib/agir/finding/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

/** The same search for one's own calendar, spreadsheet, map or reader. */
export async function TakeAway({ filters }: { filters: Filters }) {
  const [t, href, { tenant }] = await Promise.all([
    getTranslations('agirFind.take'),
    currentHref(),
    currentSite(),
  ])
  const query = writeFilters(filters)
  return (
    <Fold title={t('title')}>
      <p className="text-muted">{t('note')}</p>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {(['ics', 'csv', 'geojson', 'atom'] as const).map((kind) => (
          <li key={kind}>
            <a
              href={href(`/activites/flux/activites.${kind}`) + query}
              className="inline-flex min-h-11 items-center"
            >
              {t(kind)}
            </a>
          </li>
        ))}
        {tenant.embedding && (
          <li>
            <a href={href('/activites/integrer') + query} className="inline-flex min-h-11 items-center">
              {t('site')}
            </a>
          </li>
        )}
      </ul>
    </Fold>
  )
}
