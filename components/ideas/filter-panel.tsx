import { getFormatter, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { boxLook } from '@/components/ui/checkbox'
import { Icon } from '@/components/ui/icon'
import { localized } from '@/lib/i18n/localized'
import { type Facets, type Filters, shelfWords } from '@/lib/ideas/listing/rules'
import { type Shelf, shelves } from '@/lib/ideas/rules'
import type { Site } from '@/lib/tenancy/site'

type Choice = { value: string; label: string; count: number | undefined; chosen: boolean }

/** Beside the list on a wide screen; on a phone a sheet that opens without any script. */
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
  return (
    <>
      <Button
        type="button"
        variant="secondary"
        popoverTarget="filtres"
        className="lg:hidden"
        icon={<Icon name="sliders-horizontal" />}
      >
        {t('filters.title')}
      </Button>
      <div
        id="filtres"
        popover="auto"
        className="m-auto max-h-[88dvh] w-[min(30rem,calc(100vw-2rem))] overflow-y-auto rounded-card border border-line bg-paper p-5 text-ink shadow-float backdrop:bg-deep/60 lg:static lg:m-0 lg:block lg:max-h-none lg:w-auto lg:overflow-visible lg:border-0 lg:p-0 lg:shadow-none"
      >
        <div className="mb-2 flex items-center justify-between">
          <h2 className="text-xl md:text-xl">{t('filters.title')}</h2>
          <Button
            type="button"
            variant="quiet"
            size="small"
            popoverTarget="filtres"
            popoverTargetAction="hide"
            className="lg:hidden"
          >
            {t('filters.close')}
          </Button>
        </div>
        <Group
          form={form}
          name="etat"
          legend={t('filters.state')}
          choices={stateChoices(filters, facets, (shelf) => t(`shelves.${shelf}`))}
        />
        <Group form={form} name="theme" legend={t('filters.theme')} choices={themes} />
        <Group
          form={form}
          name="district"
          legend={localized(tenant.territory.districtWord, locale, tenant)}
          choices={districts}
        />
        <div className="sticky -bottom-5 -mx-5 mt-2 border-t border-line bg-paper px-5 py-3 lg:static lg:mx-0 lg:px-0">
          <Button form={form} wide>
            {t('filters.apply')}
          </Button>
        </div>
      </div>
    </>
  )
}

function stateChoices(
  { shelves: chosen }: Filters,
  facets: Facets | null,
  label: (shelf: Shelf) => string,
): Choice[] {
  return shelves
    .filter((shelf) => !facets || facets.shelves[shelf] > 0 || chosen.includes(shelf) || shelf === 'open')
    .map((shelf) => ({
      value: shelfWords[shelf],
      label: label(shelf),
      count: facets?.shelves[shelf],
      chosen: chosen.includes(shelf),
    }))
}

async function Group({
  form,
  name,
  legend,
  choices,
}: {
  form: string
  name: string
  legend: string
  choices: Choice[]
}) {
  const format = await getFormatter()
  return (
    <fieldset className="border-t border-line py-4">
      <legend className="float-start mb-1 w-full font-bold first-letter:uppercase">{legend}</legend>
      <div className="clear-both max-h-80 overflow-y-auto lg:max-h-72">
        {choices.map(({ value, label, count, chosen }) => (
          <label key={value} className="flex min-h-11 items-center gap-3 py-1 text-base leading-snug">
            <input
              form={form}
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen}
              className={boxLook}
            />
            <span className="flex-1">{label}</span>
            {count !== undefined && (
              <span className="tabular pe-1 text-sm text-muted">{format.number(count)}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
