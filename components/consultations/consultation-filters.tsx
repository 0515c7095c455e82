import { getTranslations } from 'next-intl/server'
import { controlLook } from '@/components/ui/control-look'
import { FilterGroup } from '@/components/ui/filter-group'
import { FilterSheet } from '@/components/ui/filter-sheet'
import { type Facets, type Filters, wholeCity } from '@/lib/consultations/listing/rules'
import { type Status, statuses, types } from '@/lib/consultations/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'

const form = 'consultations'

/** What narrows the inventory. */
export async function ConsultationFilters({
  filters,
  facets,
  site: { tenant, locale },
  path,
}: {
  filters: Filters
  facets: Facets
  site: Pick<Site, 'tenant' | 'locale'>
  path: string
}) {
  const t = await getTranslations('consultations')
  const words = { title: t('filters.title'), close: t('filters.close'), apply: t('filters.apply') }
  const choice = (value: string, label: string, count: number | undefined, chosen: readonly string[]) => ({
    value,
    label,
    count: count ?? 0,
    chosen: chosen.includes(value),
  })
  return (
    <form id={form} action={path}>
      <FilterSheet {...{ form, words }}>
        <FilterGroup
          {...{ form }}
          name="etat"
          legend={t('filters.status')}
          choices={(Object.keys(statuses) as Status[]).map((status) => ({
            ...choice(statuses[status], t(`statuses.${status}`), facets.statuses[status], []),
            chosen: filters.statuses.includes(status),
          }))}
        />
        <FilterGroup
          {...{ form }}
          name="type"
          legend={t('filters.type')}
          choices={types
            .filter((type) => facets.types[type] || filters.types.includes(type))
            .map((type) => choice(type, t(`types.${type}`), facets.types[type], filters.types))}
        />
        <FilterGroup
          {...{ form }}
          name="district"
          legend={localized(tenant.territory.districtWord, locale, tenant)}
          choices={[
            choice(wholeCity, t('wholeCity'), facets.districts[wholeCity], filters.districts),
            ...tenant.territory.districts.map(({ code, name }) =>
              choice(code, localized(name, locale, tenant), facets.districts[code], filters.districts),
            ),
          ]}
        />
        <FilterGroup
          {...{ form }}
          name="theme"
          legend={t('filters.theme')}
          choices={tenant.themes.map(({ id, name }) =>
            choice(id, localized(name, locale, tenant), facets.themes[id], filters.themes),
          )}
        />
        <div className="grid gap-3 border-t border-line py-4">
          <DayField name="du" label={t('filters.from')} value={filters.from} />
          <DayField name="au" label={t('filters.until')} value={filters.until} />
        </div>
      </FilterSheet>
    </form>
  )
}

function DayField({ name, label, value }: { name: string; label: string; value: string | null }) {
  return (
    <div>
      <label htmlFor={`jour-${name}`} className="mb-1 block font-bold">
        {label}
      </label>
      <input
        form={form}
        id={`jour-${name}`}
        type="date"
        name={name}
        defaultValue={value ?? ''}
        className={controlLook}
      />
    </div>
  )
}
