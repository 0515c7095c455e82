import { getTranslations } from 'next-intl/server'
import { writeFilters } from '@/lib/agir/finding/input'
import { type Filters, isDated, type Preset, presets } from '@/lib/agir/finding/rules'

const chip =
  'inline-flex min-h-11 items-center rounded-full border border-control bg-paper px-4 text-base font-bold text-ink no-underline hover:border-ink hover:text-ink aria-[current=true]:border-action aria-[current=true]:bg-action aria-[current=true]:text-on-action'

/** The moments people think in, each one press away; the rest of the search stays as it is. */
export async function Moments({ filters, path }: { filters: Filters; path: string }) {
  const t = await getTranslations('agirFind.moments')
  const at = (preset: Preset | null) => path + writeFilters(filters, { preset, from: null, until: null })
  return (
    <ul aria-label={t('label')} className="flex flex-wrap gap-2">
      <li>
        <a href={at(null)} aria-current={!isDated(filters)} className={chip}>
          {t('any')}
        </a>
      </li>
      {(Object.keys(presets) as Preset[]).map((preset) => (
        <li key={preset}>
          <a href={at(preset)} aria-current={filters.preset === preset} className={chip}>
            {t(preset)}
          </a>
        </li>
      ))}
    </ul>
  )
}
