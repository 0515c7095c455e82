import { getTranslations } from 'next-intl/server'
import { FilterGroup } from '@/components/ui/filter-group'
import { FilterSheet } from '@/components/ui/filter-sheet'
import type { DirectoryFilters as Filters } from '@/lib/agir/organisations/listing/input'
import type { Directory } from '@/lib/agir/organisations/listing/queries'
import { organisationKinds } from '@/lib/agir/organisations/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'

export const directoryForm = 'annuaire'

/** What narrows the directory, each choice with how many it would show. */
export async function DirectoryFilters({
  filters,
  counts,
  site: { tenant, locale },
}: {
  filters: Filters
  counts: Directory['counts']
  site: Pick<Site, 'tenant' | 'locale'>
}) {
  const t = await getTranslations('agirOrganisations')
  const form = directoryForm
  const words = { title: t('filters.title'), close: t('filters.close'), apply: t('filters.apply') }
  const choice = (value: string, label: string, count: number | undefined, chosen: readonly string[]) => ({
    value,
    label,
    count: count ?? 0,
    chosen: chosen.includes(value),
  })
  const offered = <One extends { count: number; chosen: boolean }>(all: One[]) =>
    all.filter(({ count, chosen }) => count > 0 || chosen)
  return (
    <FilterSheet {...{ form, words }}>
      <FilterGroup
        {...{ form }}
        name="type"
        legend={t('filters.kind')}
        choices={offered(
          organisationKinds.map((kind) =>
            choice(kind, t(`kinds.${kind}`), counts.kinds[kind], filters.kinds),
          ),
        )}
      />
      <FilterGroup
        {...{ form }}
        name="theme"
        legend={t('filters.theme')}
        choices={offered(
          tenant.themes.map(({ id, name }) =>
            choice(id, localized(name, locale, tenant), counts.themes[id], filters.themes),
          ),
        )}
      />
      <FilterGroup
        {...{ form }}
        name="district"
        legend={localized(tenant.territory.districtWord, locale, tenant)}
        choices={offered(
          tenant.territory.districts.map(({ code, name }) =>
            choice(code, localized(name, locale, tenant), counts.districts[code], filters.districts),
          ),
        )}
      />
    </FilterSheet>
  )
}
