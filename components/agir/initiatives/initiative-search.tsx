import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { controlLook } from '@/components/ui/control-look'
import { Icon } from '@/components/ui/icon'
import type { InitiativeFilters } from '@/lib/agir/initiatives/listing/input'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'

type Props = { site: Pick<Site, 'tenant' | 'locale'>; path: string; filters: InitiativeFilters }

/** By a word, by what it is about, by where it is. */
export async function InitiativeSearch({ site: { tenant, locale }, path, filters }: Props) {
  const t = await getTranslations('agirInitiatives.search')
  const word = localized(tenant.territory.districtWord, locale, tenant)
  const themes = tenant.themes.map(({ id, name }) => ({ value: id, label: localized(name, locale, tenant) }))
  const districts = tenant.territory.districts.map(({ code, name }) => ({
    value: code,
    label: localized(name, locale, tenant),
  }))
  return (
    <form
      role="search"
      action={path}
      className="grid gap-4 rounded-card bg-tint p-4 md:grid-cols-[2fr_1fr_1fr_auto] md:items-end md:p-6"
    >
      <div>
        <label htmlFor="q" className="mb-1 block font-bold">
          {t('label')}
        </label>
        <input
          id="q"
          type="search"
          name="q"
          defaultValue={filters.words}
          maxLength={80}
          dir="auto"
          enterKeyHint="search"
          className={`${controlLook} w-full`}
        />
      </div>
      <Choice name="theme" label={t('theme')} all={t('allThemes')} chosen={filters.theme} choices={themes} />
      <Choice
        name="district"
        label={word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)}
        all={t('everywhere')}
        chosen={filters.district}
        choices={districts}
      />
      <Button icon={<Icon name="search" />}>{t('submit')}</Button>
    </form>
  )
}

function Choice({
  name,
  label,
  all,
  chosen,
  choices,
}: {
  name: string
  label: string
  all: string
  chosen: string | null
  choices: { value: string; label: string }[]
}) {
  return (
    <div>
      <label htmlFor={name} className="mb-1 block font-bold">
        {label}
      </label>
      <select id={name} name={name} defaultValue={chosen ?? ''} className={`${controlLook} w-full`}>
        <option value="">{all}</option>
        {choices.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
