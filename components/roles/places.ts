import { getTranslations } from 'next-intl/server'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'

/** Where a role may be held, as one list: `{ value: 'district:11', label }`. */
export async function placesOf({ tenant, locale }: Site) {
  const t = await getTranslations('roles')
  const districts = tenant.territory.districts.map(({ code, name }) => ({
    value: `district:${code}`,
    label: t('districts', { name: localized(name, locale, tenant) }),
  }))
  const themes = tenant.themes.map(({ id, name }) => ({
    value: `theme:${id}`,
    label: t('themes', { name: localized(name, locale, tenant) }),
  }))
  const departments = tenant.departments.map(({ id, name }) => ({
    value: `department:${id}`,
    label: t('departments', { name: localized(name, locale, tenant) }),
  }))
  return [{ value: 'city', label: t('city') }, ...districts, ...themes, ...departments]
}
export type Places = Awaited<ReturnType<typeof placesOf>>

/** A place that is no longer one of the city's keeps its code. */
export function placeName(
  places: Places,
  { scopeKind, scopeValue }: { scopeKind: string; scopeValue: string | null },
): string {
  const value = scopeValue === null ? scopeKind : `${scopeKind}:${scopeValue}`
  return places.find((place) => place.value === value)?.label ?? scopeValue ?? scopeKind
}
