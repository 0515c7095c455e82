import { getTranslations } from 'next-intl/server'
import { FilterChips } from '@/components/ui/filter-chips'
import { localized } from '@/lib/i18n/localized'
import { writeFilters } from '@/lib/ideas/listing/input'
import type { Filters } from '@/lib/ideas/listing/rules'
import type { Site } from '@/lib/tenancy/site'

type Chip = { name: string; without: Partial<Filters> }

/** What the list is narrowed by, each one press away from being taken off. */
export async function ActiveFilters({
  filters,
  path,
  site,
}: {
  filters: Filters
  path: string
  site: Pick<Site, 'tenant' | 'locale'>
}) {
  const t = await getTranslations('ideas')
  const chips = [
    ...(filters.words
      ? [{ name: t('filters.words', { words: filters.words }), without: { words: null } }]
      : []),
    ...(filters.near ? [{ name: t('filters.near'), without: { near: null } }] : []),
    ...chosenChips(filters, site, (shelf) => t(`shelves.${shelf}`)),
  ]
  const shown = chips.map(({ name, without }) => ({
    name,
    href: path + writeFilters(filters, without),
    remove: t('filters.remove', { name }),
  }))
  return (
    <FilterChips label={t('filters.active')} chips={shown} clear={{ href: path, text: t('filters.clear') }} />
  )
}

function chosenChips(
  { shelves, themes, districts }: Filters,
  { tenant, locale }: Pick<Site, 'tenant' | 'locale'>,
  label: (shelf: Filters['shelves'][number]) => string,
): Chip[] {
  const without = <T,>(all: T[], one: T) => all.filter((other) => other !== one)
  return [
    ...shelves.map((shelf) => ({ name: label(shelf), without: { shelves: without(shelves, shelf) } })),
    ...tenant.themes
      .filter(({ id }) => themes.includes(id))
      .map(({ id, name }) => ({
        name: localized(name, locale, tenant),
        without: { themes: without(themes, id) },
      })),
    ...tenant.territory.districts
      .filter(({ code }) => districts.includes(code))
      .map(({ code, name }) => ({
        name: localized(name, locale, tenant),
        without: { districts: without(districts, code) },
      })),
  ]
}
