import { getFormatter, getTranslations } from 'next-intl/server'
import { FilterChips } from '@/components/ui/filter-chips'
import { writeFilters } from '@/lib/agir/finding/input'
import type { Filters } from '@/lib/agir/finding/rules'
import { noonOf } from '@/lib/consultations/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'

type Given = { filters: Filters; path: string; site: Pick<Site, 'tenant' | 'locale'> }
type Chip = { name: string; without: Partial<Filters> }

/** What the list is narrowed by, each one press away from being taken off. */
export async function ActiveFilters({ filters, path, site }: Given) {
  const t = await getTranslations('agirFind')
  const chips = [...(await singleChips(filters, site)), ...(await chosenChips(filters, site))]
  const shown = chips.map(({ name, without }) => ({
    name,
    href: path + writeFilters(filters, without),
    remove: t('filters.remove', { name }),
  }))
  return (
    <FilterChips label={t('filters.active')} chips={shown} clear={{ href: path, text: t('filters.clear') }} />
  )
}

/** What the list is narrowed by, in a few words. */
export async function namesOf(filters: Filters, site: Given['site']): Promise<string> {
  const chips = [...(await singleChips(filters, site)), ...(await chosenChips(filters, site))]
  return chips.map(({ name }) => name).join(' · ')
}

async function singleChips(filters: Filters, { tenant }: Given['site']): Promise<Chip[]> {
  const [t, format] = await Promise.all([getTranslations('agirFind'), getFormatter()])
  const { words, preset, from, until, near, like, by } = filters
  const { timeZone } = tenant
  const day = (on: string) => format.dateTime(noonOf(on, timeZone), { dateStyle: 'medium', timeZone })
  return [
    ...(words ? [{ name: t('filters.words', { words }), without: { words: null } }] : []),
    ...(preset ? [{ name: t(`moments.${preset}`), without: { preset: null } }] : []),
    ...(from ? [{ name: t('filters.fromDay', { day: day(from) }), without: { from: null } }] : []),
    ...(until ? [{ name: t('filters.untilDay', { day: day(until) }), without: { until: null } }] : []),
    ...(near ? [{ name: t('filters.near', { count: near.metres / 1000 }), without: { near: null } }] : []),
    ...(like ? [{ name: t('filters.like'), without: { like: null } }] : []),
    ...(by ? [{ name: t('filters.by'), without: { by: null } }] : []),
  ]
}

async function chosenChips(filters: Filters, { tenant, locale }: Given['site']): Promise<Chip[]> {
  const t = await getTranslations('agirFind')
  const { themes, districts, kinds, commitments, needs, languages, extras } = filters
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const without = <T,>(all: T[], one: T) => all.filter((other) => other !== one)
  return [
    ...kinds.map((kind) => ({ name: t(`kinds.${kind}`), without: { kinds: without(kinds, kind) } })),
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
    ...extras.map((one) => ({ name: t(`extras.${one}`), without: { extras: without(extras, one) } })),
    ...commitments.map((one) => ({
      name: t(`commitments.${one}`),
      without: { commitments: without(commitments, one) },
    })),
    ...needs.map((one) => ({ name: t(`needs.${one}`), without: { needs: without(needs, one) } })),
    ...languages.map((one) => ({
      name: names.of(one) ?? one,
      without: { languages: without(languages, one) },
    })),
  ]
}
