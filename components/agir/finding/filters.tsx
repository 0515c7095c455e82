import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { controlLook } from '@/components/ui/control-look'
import { FilterGroup, type FilterChoice } from '@/components/ui/filter-group'
import { FilterSheet } from '@/components/ui/filter-sheet'
import { Fold } from '@/components/ui/fold'
import type { Listing } from '@/lib/agir/finding/queries'
import {
  commitmentWords,
  distances,
  extras,
  type Filters as Chosen,
  kindWords,
  needWords,
} from '@/lib/agir/finding/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'

type Given = {
  form: string
  filters: Chosen
  listing: Listing
  site: Pick<Site, 'tenant' | 'locale'>
  hasDays: boolean
}

/** What narrows the list: the questions most people ask stand open, the others are a press away. */
export async function Filters(given: Given) {
  const { form, filters, listing, site, hasDays } = given
  const t = await getTranslations('agirFind')
  const { tenant, locale } = site
  const { themes, districts, kinds } = listing.facets
  const words = { title: t('filters.title'), close: t('filters.close'), apply: t('filters.apply') }
  return (
    <FilterSheet {...{ form, words }}>
      {hasDays && <Days {...{ form, filters }} />}
      {filters.near && <Distance {...{ form, filters }} />}
      <FilterGroup
        form={form}
        name="type"
        legend={t('filters.kind')}
        choices={choicesOf(kindWords, filters.kinds, (kind) => t(`kinds.${kind}`), kinds)}
      />
      <FilterGroup
        form={form}
        name="theme"
        legend={t('filters.theme')}
        choices={tenant.themes.map(({ id, name }) => ({
          value: id,
          label: localized(name, locale, tenant),
          count: themes[id] ?? 0,
          chosen: filters.themes.includes(id),
        }))}
      />
      <FilterGroup
        form={form}
        name="district"
        legend={localized(tenant.territory.districtWord, locale, tenant)}
        choices={tenant.territory.districts.map(({ code, name }) => ({
          value: code,
          label: localized(name, locale, tenant),
          count: districts[code] ?? 0,
          chosen: filters.districts.includes(code),
        }))}
      />
      <Rarer {...given} />
    </FilterSheet>
  )
}

async function Rarer({ form, filters, listing, site }: Given) {
  const t = await getTranslations('agirFind')
  const names = new Intl.DisplayNames(site.locale, { type: 'language' })
  const spoken = [...new Set([...filters.languages, ...Object.keys(listing.languages)])].map((code) => ({
    value: code,
    label: names.of(code) ?? code,
    count: listing.languages[code] ?? 0,
    chosen: filters.languages.includes(code),
  }))
  const groups = [
    ['avec', 'extra', choicesOf(extras, filters.extras, (extra) => t(`extras.${extra}`))],
    [
      'engagement',
      'commitment',
      choicesOf(commitmentWords, filters.commitments, (one) => t(`commitments.${one}`)),
    ],
    ['acces', 'access', choicesOf(needWords, filters.needs, (need) => t(`needs.${need}`))],
    ['langue', 'language', spoken],
  ] as const
  return groups.map(([name, legend, choices]) => (
    <Put key={name} title={t(`filters.${legend}`)} open={choices.some(({ chosen }) => chosen)}>
      <FilterGroup form={form} name={name} legend={t(`filters.${legend}`)} choices={[...choices]} />
    </Put>
  ))
}

function Put({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <Fold
      title={title}
      open={open}
      className="border-t border-line py-2 [&_fieldset]:border-0 [&_fieldset]:py-0 [&_legend]:sr-only"
    >
      {children}
    </Fold>
  )
}

function choicesOf<Name extends string>(
  words: Record<Name, string>,
  chosen: readonly Name[],
  label: (name: Name) => string,
  counts?: Record<string, number>,
): FilterChoice[] {
  return (Object.keys(words) as Name[]).map((name) => ({
    value: words[name],
    label: label(name),
    count: counts && (counts[name] ?? 0),
    chosen: chosen.includes(name),
  }))
}

async function Days({ form, filters }: Pick<Given, 'form' | 'filters'>) {
  const t = await getTranslations('agirFind.filters')
  const days = [
    ['du', t('from'), filters.from],
    ['au', t('until'), filters.until],
  ] as const
  return (
    <fieldset className="border-t border-line py-4">
      <legend className="float-start mb-1 w-full font-bold">{t('days')}</legend>
      <div className="clear-both grid grid-cols-2 gap-3 lg:grid-cols-1">
        {days.map(([name, label, value]) => (
          <label key={name} className="block text-base">
            {label}
            <input
              form={form}
              type="date"
              name={name}
              defaultValue={value ?? ''}
              className={`${controlLook} mt-1`}
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

async function Distance({ form, filters }: Pick<Given, 'form' | 'filters'>) {
  const t = await getTranslations('agirFind.filters')
  return (
    <div className="border-t border-line py-4">
      <label htmlFor={`${form}-rayon`} className="mb-1 block font-bold">
        {t('distance')}
      </label>
      <select
        key={filters.near?.metres}
        form={form}
        id={`${form}-rayon`}
        name="rayon"
        defaultValue={filters.near?.metres}
        className={controlLook}
      >
        {distances.map((metres) => (
          <option key={metres} value={metres}>
            {t('kilometres', { count: metres / 1000 })}
          </option>
        ))}
      </select>
    </div>
  )
}
