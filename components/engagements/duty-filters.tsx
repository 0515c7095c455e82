import { getTranslations } from 'next-intl/server'
import { FilterGroup } from '@/components/ui/filter-group'
import { FilterSheet } from '@/components/ui/filter-sheet'
import type { DutyFilters as Filters } from '@/lib/engagements/input'
import { type DutyFacets, dutyKinds, kindWords, standings, standingWords } from '@/lib/engagements/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'

const form = 'engagements'

/** What narrows the list of duties. */
export async function DutyFilters({
  filters,
  facets,
  site,
  path,
}: {
  filters: Filters
  facets: DutyFacets
  site: Pick<Site, 'tenant' | 'locale'>
  path: string
}) {
  const t = await getTranslations('engagements')
  const { tenant, locale } = site
  const words = { title: t('filters.title'), close: t('filters.close'), apply: t('filters.apply') }
  return (
    <form id={form} action={path}>
      <FilterSheet {...{ form, words }}>
        <FilterGroup
          {...{ form }}
          name="etat"
          legend={t('filters.standing')}
          choices={standings.map((standing) => ({
            value: standingWords[standing],
            label: t(`standings.${standing}`),
            count: facets.standings[standing],
            chosen: filters.standings.includes(standing),
          }))}
        />
        <FilterGroup
          {...{ form }}
          name="nature"
          legend={t('filters.kind')}
          choices={dutyKinds.map((kind) => ({
            value: kindWords[kind],
            label: t(`kinds.${kind}`),
            count: facets.kinds[kind],
            chosen: filters.kinds.includes(kind),
          }))}
        />
        {tenant.departments.length > 0 && (
          <FilterGroup
            {...{ form }}
            name="service"
            legend={t('filters.department')}
            choices={tenant.departments.map(({ id, name }) => ({
              value: id,
              label: localized(name, locale, tenant),
              count: facets.departments[id] ?? 0,
              chosen: filters.departments.includes(id),
            }))}
          />
        )}
        <FilterGroup
          {...{ form }}
          name="district"
          legend={localized(tenant.territory.districtWord, locale, tenant)}
          choices={tenant.territory.districts.map(({ code, name }) => ({
            value: code,
            label: localized(name, locale, tenant),
            count: facets.districts[code] ?? 0,
            chosen: filters.districts.includes(code),
          }))}
        />
      </FilterSheet>
    </form>
  )
}
