import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { controlLook } from '@/components/ui/control-look'
import { Pagination } from '@/components/ui/pagination'
import { writeFilters } from '@/lib/agir/finding/input'
import type { Listing } from '@/lib/agir/finding/queries'
import { type Filters, noFilters, type Sort, sortFor, sorts } from '@/lib/agir/finding/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { SaveSearch } from '../wishes/save-search'
import { namesOf } from './active-filters'
import { ActivityCard } from './activity-card'
import { NothingHere } from './nothing-here'
import { TakeAway } from './take-away'
import { type View, Views } from './views'

type Given = { listing: Listing; filters: Filters; path: string; form: string; view: View }

/** What was found, a card for each thing to do. */
export async function Results({ listing, filters, path, form, view }: Given) {
  const [t, href, site] = await Promise.all([getTranslations('agirFind'), currentHref(), currentSite()])
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h2 id="resultats" className="text-xl md:text-xl">
          {t('count', { count: listing.total })}
        </h2>
        <Views {...{ view, filters }} />
      </div>
      {listing.cards.length > 1 && <SortChoice {...{ form, filters }} />}
      {listing.cards.length === 0 && <NothingHere {...{ filters, path }} offerHref={href('/proposer')} />}
      <ul className="mt-5 grid gap-4 md:grid-cols-2">
        {listing.cards.map((activity) => (
          <li key={activity.id} className="flex flex-col">
            <ActivityCard activity={activity} />
            {activity.others > 0 && (
              <p className="px-5 pt-1">
                <a
                  href={path + writeFilters(noFilters, { like: activity.slug })}
                  className="inline-flex min-h-11 items-center text-base"
                >
                  {t('others', { count: activity.others, name: activity.organiser?.name ?? '' })}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
      {listing.cards.some(({ others }) => others > 0) && (
        <p className="mt-6 max-w-text text-base text-muted">{t('fairness')}</p>
      )}
      <Pages {...{ listing, filters, path }} />
      <div className="mt-8 space-y-2 border-t border-line pt-4">
        <SaveSearch filters={filters} name={await namesOf(filters, site)} />
        <TakeAway filters={filters} />
      </div>
    </>
  )
}

export async function Pages({ listing, filters, path }: Omit<Given, 'form' | 'view'>) {
  const t = await getTranslations('agirFind')
  const { before, after } = listing
  if (!before && !after) return null
  const step = (cursor: typeof before, label: string) =>
    cursor ? { href: path + writeFilters(filters, {}, cursor), label } : undefined
  return (
    <div className="mt-8 flex justify-center">
      <Pagination
        label={t('pages.label')}
        previous={step(before, t('pages.previous'))}
        next={step(after, t('pages.next'))}
      />
    </div>
  )
}

async function SortChoice({ form, filters }: Pick<Given, 'form' | 'filters'>) {
  const t = await getTranslations('agirFind')
  const offered = (Object.keys(sorts) as Sort[]).filter((sort) => sortFor(sort, filters) === sort)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label htmlFor={`${form}-tri`} className="text-base">
        {t('sort.label')}
      </label>
      <span className="max-w-full">
        <select
          key={filters.sort}
          form={form}
          id={`${form}-tri`}
          name="tri"
          defaultValue={filters.sort === 'soon' ? '' : sorts[filters.sort]}
          className={controlLook}
        >
          {offered.map((sort) => (
            <option key={sort} value={sort === 'soon' ? '' : sorts[sort]}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </select>
      </span>
      <Button form={form} variant="secondary">
        {t('sort.apply')}
      </Button>
    </div>
  )
}
