import { getTranslations } from 'next-intl/server'
import { FilterGroup, type FilterChoice } from '@/components/ui/filter-group'
import { FilterSheet } from '@/components/ui/filter-sheet'
import { localized } from '@/lib/i18n/localized'
import { type Facets, type Filters, shelfWords } from '@/lib/ideas/listing/rules'
import { type Shelf, shelves } from '@/lib/ideas/rules'
import type { Site } from '@/lib/tenancy/site'

/** What narrows the list of ideas. */
export async function FilterPanel({
  form,
  filters,
  facets,
  site,
}: {
  form: string
  filters: Filters
  facets: Facets | null
  site: Pick<Site, 'tenant' | 'locale'>
}) {
  const t = await getTranslations('ideas')
  const { tenant, locale } = site
  const themes = tenant.themes.map(({ id, name }) => ({
    value: id,
    label: localized(name, locale, tenant),
    count: facets ? (facets.themes[id] ?? 0) : undefined,
    chosen: filters.themes.includes(id),
  }))
  const districts = tenant.territory.districts.map(({ code, name }) => ({
    value: code,
    label: localized(name, locale, tenant),
    count: facets ? (facets.districts[code] ?? 0) : undefined,
    chosen: filters.districts.includes(code),
  }))
  const words = { title: t('filters.title'), close: t('filters.close'), apply: t('filters.apply') }
  return (
    <FilterSheet {...{ form, words }}>
      <FilterGroup
        form={form}
        name="etat"
        legend={t('filters.state')}
        choices={stateChoices(filters, facets, (shelf) => t(`shelves.${shelf}`))}
      />
      <FilterGroup form={form} name="theme" legend={t('filters.theme')} choices={themes} />
      <FilterGroup
        form={form}
        name="district"
        legend={localized(tenant.territory.districtWord, locale, tenant)}
        choices={districts}
      />
    </FilterSheet>
  )
}

function stateChoices(
  { shelves: chosen }: Filters,
  facets: Facets | null,
  label: (shelf: Shelf) => string,
): FilterChoice[] {
  return shelves
    .filter((shelf) => !facets || facets.shelves[shelf] > 0 || chosen.includes(shelf) || shelf === 'open')
    .map((shelf) => ({
      value: shelfWords[shelf],
      label: label(shelf),
      count: facets?.shelves[shelf],
      chosen: chosen.includes(shelf),
    }))
}
