import { getTranslations } from 'next-intl/server'
import { Pagination } from '@/components/ui/pagination'
import { districtNames } from '@/lib/i18n/localized'
import type { Listing } from '@/lib/ideas/listing/queries'
import { writeFilters } from '@/lib/ideas/listing/input'
import type { Filters } from '@/lib/ideas/listing/rules'
import type { Site } from '@/lib/tenancy/site'
import { pathOf } from '@/lib/tenancy/site'

/** Beside a map, the same ideas in words: one line each, by page. */
export async function IdeaRows({
  listing,
  filters,
  path,
  site,
}: {
  listing: Listing
  filters: Filters
  path: string
  site: Site
}) {
  const t = await getTranslations('ideas')
  const { tenant, locale, surface } = site
  const step = (cursor: Listing['after'], label: string) =>
    cursor ? { href: path + writeFilters(filters, {}, cursor), label } : undefined
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {listing.cards.map((idea) => (
          <li key={idea.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <a
              href={pathOf(tenant, locale, surface, `/idees/${idea.slug}`)}
              lang={idea.locale === locale ? undefined : idea.locale}
              dir="auto"
              className="font-bold"
            >
              {idea.title}
            </a>
            <span className="text-base text-muted">
              {[...districtNames(site, idea), t('supports', { count: idea.supportCount })].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {(listing.before ?? listing.after) && (
        <div className="mt-8 flex justify-center">
          <Pagination
            label={t('pages.label')}
            previous={step(listing.before, t('pages.previous'))}
            next={step(listing.after, t('pages.next'))}
          />
        </div>
      )}
    </>
  )
}
